/** A command about an account that hands back whose, so that its form knows where it leads when it is done. */
import type { Outcome } from "@/lib/gate/command";
import type { Viewer } from "@/lib/session/viewer";

export interface AboutAccount {
  readonly account: string;
  /** it was one's own: the page of people may be closed to one from now on */
  readonly own: boolean;
}

export function atAccount<I extends { account: string }, A extends string>(
  run: (viewer: Viewer, input: I) => Promise<Outcome<A>>,
) {
  return async (viewer: Viewer, input: I): Promise<Outcome<A, AboutAccount>> => {
    const { answer, done } = await run(viewer, input);
    return { answer, done, data: done ? { account: input.account, own: input.account === viewer.account?.id } : null };
  };
}
