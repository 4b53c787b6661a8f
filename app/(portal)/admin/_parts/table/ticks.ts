/** What is ticked in a table: as it is stored, unless the form came back with something to say. Pure. */
import type { FormAnswer } from "@/app/_ui/form";
import type { TableMoved } from "@/lib/group-types/commands/save-table";
import type { GlobalAsking, GlobalMoved } from "@/lib/permissions/commands/save-global-table";
import { boxId, type TableView } from "./view";

/** Somebody was faster: `moved` by them, `chosen` here and not saved. */
export type Moved = TableMoved | GlobalMoved;

export function movedIn(answer: FormAnswer | null): Moved | null {
  return answer?.ok && kindOf(answer.data) === "moved" ? (answer.data as Moved) : null;
}

export function askingIn(answer: FormAnswer | null): GlobalAsking | null {
  return answer?.ok && kindOf(answer.data) === "asking" ? (answer.data as GlobalAsking) : null;
}

function kindOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "kind" in data ? data.kind : null;
}

export function storedTicks({ columns, sections }: TableView): Set<string> {
  const ticked = sections.flatMap(({ rows }) =>
    rows.flatMap(({ key, cells }) =>
      cells.flatMap((cell, at) => (cell.state === "box" && cell.on ? [boxId(columns[at]?.name ?? "", key)] : [])),
    ),
  );
  return new Set(ticked);
}

export function ticksFor(view: TableView, answer: FormAnswer | null): ReadonlySet<string> {
  const asking = askingIn(answer);
  if (asking) return new Set(asking.cell);
  if (answer && !answer.ok && answer.typed) return new Set([answer.typed.cell ?? []].flat());
  const ticks = storedTicks(view);
  for (const { role, permission, on } of movedIn(answer)?.chosen ?? []) {
    if (on) ticks.add(boxId(role, permission));
    else ticks.delete(boxId(role, permission));
  }
  return ticks;
}

/** What the ticks are to be compared with travels with them, and never goes on without them. */
export function baseFor(name: "version" | "was", stored: string, answer: FormAnswer | null): string {
  const asking = askingIn(answer);
  if (asking) return name === "was" ? asking.was : stored;
  const typed = answer && !answer.ok ? answer.typed?.[name] : undefined;
  return typeof typed === "string" ? typed : stored;
}
