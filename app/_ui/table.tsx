/** A real table. Where it does not fit, each row becomes a small sheet that names its own values. */
// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks, rows and cells lose their roles in some browsers.
import type { ReactNode } from "react";

export type Column = {
  label: string;
  align?: "start" | "end";
  /** the header is for ears only, as over a column of buttons */
  quiet?: boolean;
  /** it holds what somebody called something, or said: one word of it may be long, and breaks */
  words?: boolean;
};

export type TableRow = {
  key: string;
  /** one per column; the first names the row */
  cells: readonly ReactNode[];
  /** the row's name for ears, where its first cell holds more than that: a box to tick */
  name?: string;
};

type Props = {
  /** what the table shows; for ears only unless `showCaption` */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column[];
  rows: readonly TableRow[];
};

export function Table({ caption, showCaption, columns, rows }: Props) {
  return (
    <div className="@container relative overflow-x-auto">
      <table role="table" className="w-full border-collapse text-sm @max-2xl:block @max-2xl:wrap-anywhere">
        <caption className={showCaption ? "pb-2 text-left text-muted @max-2xl:block" : "sr-only"}>{caption}</caption>
        <thead role="rowgroup" className="@max-2xl:sr-only">
          <tr role="row" className="border-b border-edge">
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                data-print={column.quiet ? "no" : undefined}
                className={`py-2 pr-4 text-xs font-semibold text-muted last:pr-0 ${side(column)}`}
              >
                {column.quiet ? <span className="sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="@max-2xl:block">
          {rows.map((row) => (
            <Row key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const side = ({ align, words }: Column) =>
  `${align === "end" ? "text-right tabular-nums" : "text-left"} ${words ? "@2xl:min-w-20 @2xl:wrap-anywhere @4xl:min-w-28" : ""}`;

function Row({ row, columns }: { row: TableRow; columns: readonly Column[] }) {
  return (
    <tr
      role="row"
      className="border-b border-line hover:bg-well/50 @max-2xl:grid @max-2xl:gap-1 @max-2xl:py-3 @2xl:[&>*]:py-3 @2xl:[&>*]:pr-4 @2xl:[&>*:last-child]:pr-0"
    >
      {columns.map((column, at) =>
        at === 0 ? (
          <th
            key={column.label}
            scope="row"
            role="rowheader"
            aria-label={row.name}
            className="text-left align-middle font-semibold @2xl:min-w-36 @4xl:min-w-60 @2xl:wrap-anywhere"
          >
            {row.cells[at]}
          </th>
        ) : (
          <td
            key={column.label}
            role="cell"
            data-label={column.quiet ? undefined : column.label}
            data-print={column.quiet ? "no" : undefined}
            className={`align-middle @max-2xl:flex @max-2xl:gap-3 @max-2xl:text-left @max-2xl:data-label:before:w-28 @max-2xl:data-label:before:shrink-0 @max-2xl:data-label:before:text-muted @max-2xl:data-label:before:content-[attr(data-label)] @max-2xl:empty:hidden @2xl:empty:before:text-muted @2xl:empty:before:content-['–'] ${side(column)}`}
          >
            {row.cells[at]}
          </td>
        ),
      )}
    </tr>
  );
}
