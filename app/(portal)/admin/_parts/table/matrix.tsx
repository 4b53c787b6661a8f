/** The whole table at once: rows of permissions, columns of roles, heads that stay while one scrolls. */
import { TriangleAlert } from "lucide";
import { Icon } from "@/app/_ui/icon";
import type { CellView } from "./cell";
import { CellBoxes, HATCHED, isPending } from "./cell-boxes";
import type { Reasons } from "./reasons";
import { bandsOf, boxId, type ColumnView, cellName, type RowView, type TableView } from "./view";

type Props = { view: TableView; caption: string; ticks: ReadonlySet<string>; reasons: Reasons };

const LINE = "border-b border-line";
const FIRST = "sticky left-0 w-40 min-w-40 bg-panel px-3 text-left sm:w-72 sm:min-w-72 sm:px-4";

export function Matrix({ view, caption, ticks, reasons }: Props) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="relative max-h-[85dvh] overflow-auto rounded-lg border border-line bg-panel print:max-h-none"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <Heads columns={view.columns} />
        {view.sections.map(({ label, rows }) => (
          <tbody key={label}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={view.columns.length + 1}
                className={`bg-well text-left font-serif text-base font-medium ${LINE}`}
              >
                <span className="sticky left-0 inline-block px-3 py-1.5 sm:px-4">{label}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.key} row={row} view={view} ticks={ticks} reasons={reasons} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Heads({ columns }: { columns: readonly ColumnView[] }) {
  const bands = bandsOf(columns);
  return (
    <>
      <colgroup span={1} />
      {bands.map(({ label, span }, at) => (
        <colgroup key={`${label} ${bands[at - 1]?.label}`} span={span} />
      ))}
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className={`${FIRST} top-0 z-30 border-b border-edge pb-2 align-bottom`}>
            Permission
          </th>
          {bands.map(({ label, span }, at) => (
            <th
              key={`${label} ${bands[at - 1]?.label}`}
              scope="colgroup"
              colSpan={span}
              className="sticky top-0 z-20 h-8 border-l border-line bg-panel px-2 text-center text-xs font-medium whitespace-nowrap text-muted"
            >
              {label}
            </th>
          ))}
        </tr>
        <tr>
          {columns.map((column, at) => (
            <th
              key={column.name}
              scope="col"
              className={`sticky top-8 z-20 min-w-24 border-b border-edge bg-panel px-2 pb-2 text-center align-bottom font-semibold ${edge(columns, at)}`}
            >
              <span className="mx-auto block max-w-32 break-words">{column.label}</span>
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** A line between one layer and the next. */
function edge(columns: readonly ColumnView[], at: number): string {
  return columns[at - 1]?.band === columns[at]?.band ? "" : "border-l border-l-line";
}

type RowProps = { row: RowView; view: TableView; ticks: ReadonlySet<string>; reasons: Reasons };

function Row({ row, view, ticks, reasons }: RowProps) {
  return (
    <tr className="group/row">
      <th
        scope="row"
        className={`${FIRST} z-10 py-2 font-normal group-focus-within/row:bg-well group-hover/row:bg-well ${LINE}`}
      >
        <span className="font-semibold">{row.label}</span>
        {row.high ? <High /> : null}
        <span className="block text-xs text-muted max-sm:hidden">{row.help}</span>
      </th>
      {row.cells.map((cell, at) => {
        const column = view.columns[at];
        if (!column) return null;
        const id = boxId(column.name, row.key);
        const ground = groundOf(cell, ticks.has(id));
        return (
          <td key={column.name} className={`h-11 p-0 ${LINE} ${edge(view.columns, at)} ${ground}`}>
            <CellBoxes
              cell={cell}
              name={cellName(view, { role: column.name, permission: row.key })}
              id={id}
              ticked={ticks.has(id)}
              reasons={reasons}
            />
          </td>
        );
      })}
    </tr>
  );
}

function groundOf(cell: CellView, ticked: boolean): string {
  if (cell.state === "impossible") return HATCHED;
  return isPending(cell, ticked) ? "bg-accent-wash" : "group-hover/row:bg-well group-focus-within/row:bg-well";
}

/** What lets its holder take power. */
export function High() {
  return (
    <span className="ml-1.5 inline-flex items-center gap-0.5 align-text-bottom text-xs font-medium whitespace-nowrap text-warning">
      <Icon of={TriangleAlert} size={13} /> high
    </span>
  );
}
