/** One column of a table as a list, with every reason in words: for narrow screens, and for looking at one role. */
import { CornerDownRight, Lock } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import type { CellView } from "./cell";
import { HATCHED, isPending } from "./cell-boxes";
import { High } from "./matrix";
import { reasonOf } from "./reasons";
import { boxId, type ColumnView, type RowView, type TableView } from "./view";

type Props = { view: TableView; column: ColumnView; ticks: ReadonlySet<string> };

export function RoleList({ view, column, ticks }: Props) {
  const at = view.columns.indexOf(column);
  return (
    <div className="grid gap-8">
      {view.sections.map(({ label, rows }) => (
        <fieldset key={label}>
          <legend className="mb-1 font-serif text-lg">{label}</legend>
          <ul className="border-t border-line">
            {rows.map((row) => {
              const cell = row.cells[at];
              return cell ? <Line key={row.key} row={row} cell={cell} column={column} ticks={ticks} /> : null;
            })}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}

type LineProps = { row: RowView; cell: CellView; column: ColumnView; ticks: ReadonlySet<string> };

function Line({ row, cell, column, ticks }: LineProps) {
  const id = boxId(column.name, row.key);
  const reason = reasonOf(cell);
  const name = (
    <>
      <span className="font-semibold">{row.label}</span>
      {row.high ? <High /> : null}
    </>
  );
  return (
    <li
      className={`grid grid-cols-[1.5rem_1fr] items-start gap-x-3 border-b border-line py-3 text-sm ${isPending(cell, ticks.has(id)) ? "bg-accent-wash" : ""}`}
    >
      <Mark cell={cell} id={id} ticked={ticks.has(id)} describedBy={`${id}-help`} />
      <div>
        {cell.state === "box" ? (
          <label htmlFor={id}>
            {name}
            <span className="sr-only"> for {column.title}</span>
          </label>
        ) : (
          name
        )}
        <p id={`${id}-help`} className="text-muted">
          {row.help}
          {reason ? <Reason cell={cell}>{reason}</Reason> : null}
        </p>
      </div>
    </li>
  );
}

type MarkProps = { cell: CellView; id: string; ticked: boolean; describedBy: string };

function Mark({ cell, id, ticked, describedBy }: MarkProps) {
  if (cell.state === "box") {
    return (
      <input
        key={String(ticked)}
        type="checkbox"
        id={id}
        name="cell"
        value={id}
        defaultChecked={ticked}
        aria-describedby={describedBy}
        className="mt-px size-5"
      />
    );
  }
  if (cell.state === "impossible") {
    return <span className={`mt-px size-5 rounded-sm border border-rule ${HATCHED}`} />;
  }
  return (
    <Icon
      of={Lock}
      size={18}
      className="mt-0.5 text-muted"
      label={
        cell.state === "locked" && cell.implied
          ? "Held through something else, locked"
          : cell.on
            ? "On, locked"
            : "Off, locked"
      }
    />
  );
}

function Reason({ cell, children }: { cell: CellView; children: ReactNode }) {
  return (
    <span className="mt-0.5 flex items-start gap-1 text-ink">
      {cell.state === "box" ? <Icon of={CornerDownRight} size={14} className="mt-1 text-muted" /> : null}
      <span>
        {cell.state === "impossible" ? "Impossible. " : null}
        {children}
      </span>
    </span>
  );
}
