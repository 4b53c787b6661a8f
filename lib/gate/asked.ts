/** A command asked once more with the facts of now: its answer, and how it would be carried out. */
import type { Reader } from "@/db/client";
import { reloadViewer, type Viewer } from "@/lib/session/viewer";
import type { Command, Exclusively } from "./command";

export interface Asked<F, A extends string> {
  readonly viewer: Viewer;
  readonly facts: F;
  readonly answer: A;
  /** null where it is refused, or where the shared way suffices */
  readonly how: Exclusively | null;
}

export async function askAgain<I, F, A extends string>(
  read: Reader,
  what: Command<I, F, A>,
  asker: Viewer,
  input: I,
): Promise<Asked<F, A>> {
  const viewer = await reloadViewer(asker, read);
  const facts = await what.facts(read, viewer, input);
  const answer = what.answer(viewer, facts, input);
  const how = what.proceeds.includes(answer) ? exclusivelyOf(what, viewer, facts, input, answer) : null;
  return { viewer, facts, answer, how };
}

export function exclusivelyOf<I, F, A extends string>(
  what: Command<I, F, A>,
  viewer: Viewer,
  facts: F,
  input: I,
  answer: A,
): Exclusively | null {
  return what.way === "exclusive"
    ? what.exclusively(viewer, facts, input, answer)
    : (what.exclusively?.(viewer, facts, input, answer) ?? null);
}
