/** A race: two or three people at the same moment, over pools of their own, and what must be so afterwards. */
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import type { Edit } from "@/e2e/support/edited-code";
import { openPortal, type Portal } from "@/lib/portal";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import type { Verbs } from "./verbs";

/** One round: each has a group, accounts and whatever else they need of their own, named with its number. */
export interface Round {
  readonly n: number;
  readonly world: World;
  readonly verbs: Verbs;
  /** the viewer of an account over the pool of this side */
  as(name: string, side: number): Promise<Viewer>;
}

type Run = () => Promise<{ readonly answer: string }>;

export interface Race {
  readonly name: string;
  /** how many accounts and groups each round brings: parts of the draft, to be united */
  draft(n: number): Pick<WorldDraft, "accounts" | "groups" | "links" | "roles">;
  readonly shared: Pick<WorldDraft, "roles" | "types">;
  /** what races: viewers are loaded before the start, so that all begin with the facts of the same moment */
  sides(round: Round): Promise<readonly Run[]>;
  /** what is wrong afterwards; nothing if all is well */
  wrong(round: Round, answers: readonly string[]): Promise<readonly string[]>;
  /** answers besides those of the rules that a loser may get */
  readonly words: readonly string[];
  readonly twin: Twin;
}

export interface Twin {
  readonly takenOut: string;
  readonly edits?: readonly Edit[];
  /** statements of the owner of the database, before the start */
  readonly sql?: readonly string[];
  /** the command that is kept between its facts and its write until everybody else is done; `all`: each until all are there */
  readonly kept: string;
}

export async function openRing(race: Race, rounds: number, verbs: Verbs) {
  const parts = Array.from({ length: rounds }, (_, n) => race.draft(n));
  const accounts = Object.assign({ root: { owner: true } }, ...parts.map((part) => part.accounts ?? {}));
  const groups = Object.assign({}, ...parts.map((part) => part.groups ?? {}));
  const links = Object.assign({}, ...parts.map((part) => part.links ?? {}));
  const roles = Object.assign({}, race.shared.roles, ...parts.map((part) => part.roles ?? {}));
  const world = await peopledWorld({ ...race.shared, roles, accounts, groups, links });
  const other = await openPortal({ url: world.clone.appUrl, size: 4, logLevel: "silent" });
  const pools: readonly Portal[] = [world.portal, other];
  const as = (name: string, side: number) => findViewer(pools[side % 2] ?? other, { account: world.id(name) });
  const round = (n: number): Round => ({ n, world, verbs, as });
  return { world, round, end: () => other.store.end() };
}

/** Lets all sides go at once; an answer is the command's word, or the code of what it threw. */
export async function start(race: Race, round: Round): Promise<{ answers: string[]; wrong: readonly string[] }> {
  const sides = await race.sides(round);
  const answers = await Promise.all(sides.map(answerOf));
  const odd = answers.filter((answer) => !race.words.includes(answer)).map((answer) => `answered ${answer}`);
  return { answers, wrong: [...odd, ...(await race.wrong(round, answers))] };
}

async function answerOf(run: Run): Promise<string> {
  try {
    return (await run()).answer;
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    return code ?? cause?.code ?? String(error);
  }
}

/** The first side is kept between its facts and its write until the others have ended; with `all`, each until all have come as far. */
export async function startKept(race: Race, round: Round): Promise<readonly string[]> {
  const sides = await race.sides(round);
  try {
    const answers = race.twin.kept === "all" ? await keepAll(sides) : await keepFirst(sides, race.twin.kept);
    const odd = answers.filter((answer) => !race.words.includes(answer)).map((answer) => `answered ${answer}`);
    return [...odd, ...(await race.wrong(round, answers))];
  } finally {
    globalThis.guildhallPause = undefined;
  }
}

function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = () => {};
  const passed = new Promise<void>((done) => {
    open = done;
  });
  return { passed, open };
}

function keepAll(sides: readonly Run[]): Promise<string[]> {
  const all = gate();
  let awaited = sides.length;
  globalThis.guildhallPause = () => {
    awaited -= 1;
    if (awaited <= 0) all.open();
    return all.passed;
  };
  return Promise.all(sides.map(answerOf));
}

/** The others begin once the first has come as far as its write, whoever is faster otherwise. */
async function keepFirst([first, ...others]: readonly Run[], kept: string): Promise<string[]> {
  if (!first) return [];
  const [there, done] = [gate(), gate()];
  globalThis.guildhallPause = (verb) => {
    if (verb !== kept) return undefined;
    there.open();
    return done.passed;
  };
  const answer = answerOf(first);
  await Promise.race([there.passed, answer]);
  const answers = await Promise.all(others.map(answerOf));
  done.open();
  return [await answer, ...answers];
}
