import type { Outcome } from "@/lib/gate/command";
import { LINES_AT_MOST, startLines } from "@/lib/jobs/start";
import type { DecideRequestAnswer } from "@/lib/policy/answers/decide-request";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { decideRequest } from "./commands";
import { listInbox, listNamedRequests, type ReviewLine } from "./queries";
import { type DecideInput, type DecideManyInput, fromChosen } from "./schema";

/** More are the worker's. A page of the list holds as many. */
const AT_ONCE = 25;

/** What came of one of them; `who` and `group` are null for what is not the viewer's to see. */
export interface DecidedRow {
  readonly key: string;
  readonly who: string | null;
  readonly group: string | null;
  readonly answer: DecideRequestAnswer | "busy";
  readonly done: boolean;
}

export type DecidedMany =
  | { readonly kind: "report"; readonly rows: readonly DecidedRow[] }
  | { readonly kind: "started"; readonly job: string };

/** `look-first`: approving any of those that fit takes roles along. */
type NoneOfAll = "none-left" | "look-first";
type ManyAnswer = "none" | NoneOfAll | "decided" | "started" | DecidedRow["answer"];

/**
 * Approves or rejects several requests with one reason: each by itself, and each with its own outcome. “All” are not those
 * whose approval takes roles along: what would follow is counted for what stands on a page.
 */
export async function decideMany(viewer: Viewer, input: DecideManyInput): Promise<Outcome<ManyAnswer, DecidedMany>> {
  refuseWhileViewing(viewer);
  const { verdict, reason } = input;
  const chosen = input.all ? [] : input.chosen.map(fromChosen);
  const lines = input.all ? await all(viewer, input) : await listNamedRequests(viewer, chosen);
  if (typeof lines === "string") return { answer: lines, done: false, data: null };
  const asked: DecideInput[] = input.all
    ? lines.map(({ group, account, kind }) => ({ group: group.slug, account: account.id, kind, verdict, reason }))
    : chosen.map((one) => ({ ...one, verdict, reason }));
  if (asked.length === 0) return { answer: "none", done: false, data: null };
  if (asked.length <= AT_ONCE) return reported(await decideEach(viewer, asked, lines));
  const job = await startLines(viewer, "request.decide", { input: { verdict }, lines: jobLines(asked, lines) });
  return { answer: "started", done: true, data: { kind: "started", job } };
}

/** The oldest of them, as many as one job has; the form says so. */
async function all(viewer: Viewer, input: DecideManyInput): Promise<readonly ReviewLine[] | NoneOfAll> {
  const { lines } = await listInbox(viewer, input, LINES_AT_MOST);
  if (lines.length === 0) return "none-left";
  const meant = input.verdict === "approve" ? lines.filter(({ takesRoles }) => !takesRoles) : lines;
  return meant.length > 0 ? meant : "look-first";
}

const keyOf = (group: string, account: string): string => `${group} ${account}`;

const byKey = (lines: readonly ReviewLine[]) =>
  new Map(lines.map((line) => [keyOf(line.group.slug, line.account.id), line]));

async function decideEach(
  viewer: Viewer,
  asked: readonly DecideInput[],
  lines: readonly ReviewLine[],
): Promise<readonly DecidedRow[]> {
  const known = byKey(lines);
  const rows: DecidedRow[] = [];
  for (const one of asked) {
    const key = keyOf(one.group, one.account);
    const line = known.get(key);
    const { answer, done } = await decideOne(viewer, one);
    rows.push({ key, who: line?.account.name ?? null, group: line?.group.name ?? null, answer, done });
  }
  return rows;
}

/** Whoever is in the way of one does not keep the others from being answered. */
async function decideOne(viewer: Viewer, input: DecideInput): Promise<Pick<DecidedRow, "answer" | "done">> {
  try {
    return await decideRequest(viewer, input);
  } catch (error) {
    if (error instanceof Refusal && error.code === "busy") return { answer: "busy", done: false };
    throw error;
  }
}

/** Where all were refused alike, that is the answer; else there is a report to read. */
function reported(rows: readonly DecidedRow[]): Outcome<ManyAnswer, DecidedMany> {
  const words = new Set(rows.map(({ answer }) => answer));
  const [only] = words;
  if (only && words.size === 1 && rows.every(({ done }) => !done)) return { answer: only, done: false, data: null };
  return { answer: "decided", done: true, data: { kind: "report", rows } };
}

function jobLines(asked: readonly DecideInput[], lines: readonly ReviewLine[]) {
  const known = byKey(lines);
  return asked.map((input) => {
    const line = known.get(keyOf(input.group, input.account));
    // The report names whom the viewer may know of; of the rest it says that it is not there.
    return { input: { ...input }, ...(line ? { accountId: line.account.id, groupId: line.groupId } : {}) };
  });
}
