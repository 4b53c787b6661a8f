/** What stands in one cell of the table: a box, or why there is none. No state and no script of its own. */
import { Check, CornerDownRight, Lock, LogIn } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import type { CellView } from "./cell";
import { type Reasons, reasonOf } from "./reasons";

type Props = {
  cell: CellView;
  /** what the cell is called: “Join group for Outsider” */
  name: string;
  /** of its box, and what the box sends */
  id: string;
  ticked: boolean;
  reasons: Reasons;
};

/** The ground of a cell that cannot be: a ground, not a colour, so that it is told apart without one. */
export const HATCHED =
  "bg-[repeating-linear-gradient(135deg,transparent_0_5px,var(--rule)_5px_6px)] forced-colors:forced-color-adjust-none forced-colors:bg-[repeating-linear-gradient(135deg,Canvas_0_5px,GrayText_5px_6px)]";

export function CellBoxes({ cell, name, id, ticked, reasons }: Props) {
  const words = reasonOf(cell);
  const why = words === null ? undefined : reasons.get(words);
  if (cell.state === "impossible") {
    return (
      <WhyButton
        why={why}
        label={`${name}: impossible`}
        className="size-full min-h-11 hover:shadow-[inset_0_0_0_2px_var(--edge)]"
      >
        <span aria-hidden="true" />
      </WhyButton>
    );
  }
  if (cell.state === "locked") {
    return (
      <WhyButton why={why} label={`${name}: ${lockedWord(cell)}`} className="min-h-11 w-full gap-1 hover:bg-well">
        {cell.on || cell.implied ? <Icon of={Check} size={16} className={cell.on ? "" : "text-muted"} /> : null}
        <Icon of={Lock} size={14} className="text-muted" />
      </WhyButton>
    );
  }
  if (cell.state === "frozen") return <Frozen cell={cell} name={name} />;
  return (
    <span className="flex min-h-11 items-center justify-center">
      {isPending(cell, ticked) ? <Sign on={ticked} /> : null}
      <Box id={id} name={name} ticked={ticked} implied={cell.through !== null} why={why} />
      {why ? (
        <WhyButton why={why} label={`Why, ${name}`} className="-mr-6 size-6 hover:bg-well">
          <Icon of={cell.through ? CornerDownRight : LogIn} size={14} className="text-muted" />
        </WhyButton>
      ) : null}
    </span>
  );
}

/** Chosen and not saved: the form came back. */
export function isPending(cell: CellView, ticked: boolean): boolean {
  return cell.state === "box" && cell.on !== ticked;
}

/** The sign that a change set bears. */
export function Sign({ on }: { on: boolean }) {
  return (
    <span className="-ml-3 w-3 text-center font-semibold">
      <span aria-hidden="true">{on ? "+" : "−"}</span>
      <span className="sr-only">{on ? "chosen, not saved:" : "taken away, not saved:"}</span>
    </span>
  );
}

type BoxProps = { id: string; name: string; ticked: boolean; implied: boolean; why?: string };

/** A ticked box, an empty one, or an empty one with the pale tick of what is held through something else. */
export function Box({ id, name, ticked, implied, why }: BoxProps) {
  return (
    <label className="relative grid size-11 place-items-center">
      <input
        key={String(ticked)}
        type="checkbox"
        id={id}
        name="cell"
        value={id}
        defaultChecked={ticked}
        aria-label={name}
        aria-describedby={why}
        className="peer size-5"
      />
      {implied ? (
        <Icon
          of={Check}
          size={16}
          className="pointer-events-none absolute inset-0 m-auto text-muted peer-checked:hidden"
        />
      ) : null}
    </label>
  );
}

function lockedWord({ on, implied }: { on: boolean; implied: boolean }): string {
  if (on) return "on, locked";
  return implied ? "held through something else, locked" : "off, locked";
}

function Frozen({ cell, name }: { cell: Extract<CellView, { state: "frozen" }>; name: string }) {
  const held = cell.on || cell.through !== null;
  return (
    <span className="flex min-h-11 items-center justify-center text-muted">
      <span className="sr-only">{`${name}: ${held ? "yes" : "no"}`}</span>
      {held ? <Icon of={Check} size={16} /> : <span aria-hidden="true">–</span>}
    </span>
  );
}

type WhyProps = { why: string | undefined; label: string; className: string; children: ReactNode };

function WhyButton({ why, label, className, children }: WhyProps) {
  return (
    <button
      type="button"
      popoverTarget={why}
      aria-label={label}
      aria-describedby={why}
      className={`flex items-center justify-center rounded-sm ${className}`}
    >
      {children}
    </button>
  );
}
