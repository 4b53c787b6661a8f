/** The building site: who acts, what is there already, and that nothing is refused while the world is made. */
import type { Outcome } from "@/lib/gate/command";
import type { Portal } from "@/lib/portal";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";

export interface BuiltLink {
  readonly id: string;
  readonly token: string;
}

/** What has been built, by the names and keys that the world's files use. */
export class Site {
  readonly accounts = new Map<string, string>();
  readonly groups = new Map<string, string>();
  readonly links = new Map<string, BuiltLink>();
  constructor(readonly portal: Portal) {}

  /** the portal itself; asked for anew with each command, so that each has a request of its own in the log */
  self(): Promise<Viewer> {
    return siteViewer(this.portal);
  }

  as(name: string): Promise<Viewer> {
    return findViewer(this.portal, { account: this.account(name) });
  }

  account(name: string): string {
    return known(this.accounts, name, "nobody is called");
  }

  /** the group's address */
  group(key: string): string {
    return known(this.groups, key, "there is no group");
  }

  link(key: string): BuiltLink {
    return known(this.links, key, "there is no link");
  }
}

function known<T>(things: ReadonlyMap<string, T>, key: string, problem: string): T {
  const thing = things.get(key);
  if (thing === undefined) throw new Error(`the demo world is wrong: ${problem} ${key}`);
  return thing;
}

/** What the command handed back, or an error that says what was refused: a world is whole or not at all. */
export async function must<A extends string, D>(
  doing: string,
  outcome: Promise<Outcome<A, D>>,
  ...answers: A[]
): Promise<D | null> {
  const { done, answer, data } = await outcome;
  if (!done || (answers.length > 0 && !answers.includes(answer))) {
    throw new Error(`the demo world cannot be built: ${doing} was answered ${answer}`);
  }
  return data;
}

/** Does the work for each thing, a few at a time, starting them in order. */
export async function severalAtOnce<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = things.values();
  const worker = async () => {
    for (const thing of waiting) await work(thing);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** More than this only wait for one another's locks. */
const AT_ONCE = 4;
