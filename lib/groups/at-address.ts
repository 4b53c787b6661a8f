/** A command about a group that hands back the group's address, so that its form knows where it leads when it is done. */
import type { Outcome } from "@/lib/gate/command";
import type { Viewer } from "@/lib/session/viewer";

export function atAddress<I extends { group: string }, A extends string>(
  run: (viewer: Viewer, input: I) => Promise<Outcome<A>>,
) {
  return async (viewer: Viewer, input: I): Promise<Outcome<A, { slug: string }>> => {
    const { answer, done } = await run(viewer, input);
    return { answer, done, data: done ? { slug: input.group } : null };
  };
}
