/** The cells of a permission table as a table: columns in their layers, rows in sections that fold, heads that stay. */
import { ChevronDown, TriangleAlert } from "lucide";
import { Icon } from "@/app/_ui/icon";
import { CellContent, signOf } from "./cells";
import { fits, type Wanted } from "./filter";
import type { Notes } from "./notes";
import { stateOf, type Ticks } from "./states";
import { bandsOf, boxId, type ColumnView, type RowView, type TableView } from "./view";

export interface Shown {
  readonly view: TableView;
  readonly ticks: Ticks;
  readonly stored: Ticks;
  readonly notes: Notes;
  readonly wanted: Wanted;
}

type Props = Shown & { caption: string; columns: readonly ColumnView[] };

export function Matrix({ caption, columns, ...shown }: Props) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="relative max-h-[85dvh] overflow-auto rounded-lg border border-line bg-panel print:max-h-none"
    >
      <table data-grid className="permission-table w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <Heads columns={columns} />
        {shown.view.sections.map(({ label, rows }) => (
          <tbody key={label} data-section={label}>
            <tr data-heading hidden={!rows.some((row) => fits(shown.wanted, shown, label, row))}>
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <SectionHead label={label} />
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.key} row={row} section={label} columns={columns} shown={shown} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** Folds with script; without, every section is open. */
function SectionHead({ label }: { label: string }) {
  return (
    <button type="button" data-fold aria-expanded="true" tabIndex={-1} className="section-head">
      <Icon of={ChevronDown} size={16} className="text-muted transition-transform" />
      {label}
    </button>
  );
}

function Heads({ columns }: { columns: readonly ColumnView[] }) {
  const bands = bandsOf(columns);
  return (
    <>
      <colgroup>
        <col />
      </colgroup>
      {bands.map(({ label, span }, at) => (
        <colgroup key={`${label} ${bands[at - 1]?.label}`}>
          {Array.from({ length: span }, (_, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the table, which is what it stands for.
            <col key={n} />
          ))}
        </colgroup>
      ))}
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className="first">
            Permission
          </th>
          {bands.map(({ label, span }, at) => (
            <th key={`${label} ${bands[at - 1]?.label}`} scope="colgroup" colSpan={span} className="band">
              {label}
            </th>
          ))}
        </tr>
        <tr>
          {columns.map((column, at) => (
            <th key={column.name} scope="col" className={edge(columns, at)}>
              <span className="mx-auto block max-w-32">{column.label}</span>
              {column.frozen ? <span className="block text-xs font-normal text-muted">for comparison</span> : null}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** A line between one layer and the next. */
function edge(columns: readonly ColumnView[], at: number): string | undefined {
  const starts = columns[at - 1]?.band !== columns[at]?.band;
  const names = [starts ? "edge" : "", columns[at]?.frozen ? "frozen" : ""].filter(Boolean);
  return names.join(" ") || undefined;
}

type RowProps = { row: RowView; section: string; columns: readonly ColumnView[]; shown: Shown };

function Row({ row, section, columns, shown }: RowProps) {
  const { view, ticks, stored, notes, wanted } = shown;
  return (
    <tr data-row={row.key} hidden={!fits(wanted, shown, section, row)}>
      <th scope="row" className="first">
        <span className="font-semibold">{row.label}</span>
        {row.high ? <High /> : null}
        <span className="block text-xs text-muted max-sm:hidden">{row.help}</span>
      </th>
      {columns.map((column, at) => {
        const cell = row.cells[view.columns.indexOf(column)];
        if (!cell) return null;
        const id = boxId(column.name, row.key);
        const state = stateOf(view, ticks, column, row, cell);
        const why = cell.kind === "impossible" ? cell.why : cell.kind === "box" ? cell.lock : null;
        return (
          <td
            key={column.name}
            data-cell={id}
            data-state={state.word}
            data-lost={state.lost || undefined}
            data-sign={signOf(stored.has(id), ticks.has(id))}
            className={edge(columns, at)}
          >
            <CellContent
              {...{ cell, state, id }}
              name={`${row.label} for ${column.title}`}
              ticked={ticks.has(id)}
              note={why === null ? undefined : notes.get(why)}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** What lets its holder take power. */
export function High() {
  return (
    <span className="ml-1.5 inline-flex items-center gap-0.5 align-text-bottom text-xs font-medium whitespace-nowrap text-warning">
      <Icon of={TriangleAlert} size={13} /> high
    </span>
  );
}
