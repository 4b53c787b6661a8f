/** What stands in one cell of the table: a box, or why there is none. No state and no script of its own. */
import { Lock } from "lucide";
import { Icon } from "@/app/_ui/icon";
import { type CellState, WORDS } from "./states";
import type { CellView } from "./view";

type Props = {
  cell: CellView;
  state: CellState;
  /** what the cell is called: “Join group for Outsider” */
  name: string;
  /** of its box, and what the box sends */
  id: string;
  ticked: boolean;
  /** id of the note that says why there is no box */
  note: string | undefined;
};

export function CellContent({ cell, state: { word }, name, id, ticked, note }: Props) {
  if (cell.kind === "frozen") {
    return (
      <span className="cell-control">
        <span className="sr-only">{`${name}: ${WORDS[word]}`}</span>
        <span aria-hidden="true">{word === "frozen-on" ? "✓" : "–"}</span>
      </span>
    );
  }
  if (cell.kind === "impossible" || cell.lock !== null) {
    return (
      <button
        type="button"
        popoverTarget={note}
        aria-label={`${name}: ${word === "implied" ? "held through something else, not yours to change" : WORDS[word]}`}
        aria-describedby={note}
        className="cell-control"
      >
        {cell.kind === "impossible" ? null : (
          <>
            {word === "locked" ? null : <span aria-hidden="true">✓</span>}
            <Icon of={Lock} size={14} className="text-muted" />
          </>
        )}
      </button>
    );
  }
  return (
    <label htmlFor={id} className="cell-control">
      <Box id={id} ticked={ticked} label={name} describedBy={`said-${word}`} />
    </label>
  );
}

type BoxProps = { id: string; ticked: boolean; label?: string; describedBy?: string };

/** A real box: it is sent by itself where no script runs. */
export function Box({ id, ticked, label, describedBy }: BoxProps) {
  return (
    <input
      key={String(ticked)}
      type="checkbox"
      id={id}
      name="cell"
      value={id}
      defaultChecked={ticked}
      aria-label={label}
      aria-describedby={describedBy}
      className="size-5"
    />
  );
}

/** The sign that a cell bears while its change is not saved. */
export function signOf(stored: boolean, ticked: boolean): "+" | "−" | undefined {
  if (stored === ticked) return undefined;
  return ticked ? "+" : "−";
}
