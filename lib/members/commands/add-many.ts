import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { preview } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { mayIn } from "@/lib/groups/may";
import { startLines } from "@/lib/jobs/start";
import type { AddAnswer } from "@/lib/policy/answers/add";
import { decide, sees } from "@/lib/policy/decide";
import { Refusal } from "@/lib/refusal";
import { type Limit, mayTry } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { findTried } from "../queries/find-tried";
import { type Candidate, listPeopleWritten, type Unfound, type WrittenPerson } from "../queries/list-people-written";
import { readList } from "../read-list";
import { type AddManyForm, type AddTriedForm, endOf } from "../schema";
import { addsSomebody, chosenFrom, jobLineOf } from "../written";
import { adding } from "./add-member";

/** Longer lists are tried by the worker, too. */
const TRIED_AT_ONCE = 50;
/** Names are looked up by the hundred here, so that it is no way to leaf through everybody. */
const LISTS_PER_ACCOUNT: Limit = { what: "member-list-account", allowed: 60, minutes: 60 };

/** Nobody was added yet: what is wrong, each with its line. */
interface ListProblems {
  readonly kind: "problems";
  readonly text: string;
  readonly lines: readonly string[];
}

/** What would come of one line. */
export interface TriedRow {
  readonly line: number;
  readonly who: string;
  /** whom it means, where it is clear */
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly roles: readonly string[];
  readonly until: string | null;
  readonly answer: AddAnswer | Unfound;
  /** of whom one has to be chosen */
  readonly candidates: readonly Candidate[];
}

/** Nobody was added yet: this is what would come of it. The form comes back with `asked` if that is what is wanted. */
interface ListTried {
  readonly kind: "tried";
  readonly text: string;
  readonly asked: string;
  readonly rows: readonly TriedRow[];
}

interface ListStarted {
  readonly kind: "started";
  readonly job: string;
}

export type ManyData = ListProblems | ListTried | ListStarted;
type ManyAnswer = "not-found" | "not-permitted" | "restricted" | "look" | "started";

/** First what would come of a list, then, if it is still the same list, its carrying out by the worker. */
export async function addMany(viewer: Viewer, form: AddManyForm): Promise<Outcome<ManyAnswer, ManyData>> {
  const found = await mayAddThere(viewer, form.group);
  if (typeof found === "string") return { answer: found, done: false, data: null };
  if (!(await mayTry(viewer.portal, [LISTS_PER_ACCOUNT, viewer.account?.id ?? ""])))
    throw new Refusal("rate-limited", "Those were many lists. Please wait a while; yours stays as you wrote it.");
  // A file has the ends of lines that it has, a browser's box sends its own: the same text either way.
  const text = form.text.replaceAll("\r\n", "\n");
  const list = readList(text, await findToday(viewer));
  if (list.problems.length > 0)
    return { answer: "look", done: true, data: { kind: "problems", text, lines: list.problems } };
  const people = await listPeopleWritten(viewer, found, list.rows, chosenFrom(form.choice));
  const asked = createHash("sha256").update(text).digest("hex");
  if (form.asked === asked && addsSomebody(people)) return started(viewer, "member.add", found, people);
  if (people.length > TRIED_AT_ONCE) return started(viewer, "member.add-dry", found, people);
  return { answer: "look", done: true, data: { kind: "tried", text, asked, rows: await tried(viewer, found, people) } };
}

/** Carries out a list that was tried by the worker. */
export async function addTried(viewer: Viewer, form: AddTriedForm): Promise<Outcome<ManyAnswer, ManyData>> {
  const found = await mayAddThere(viewer, form.group);
  if (typeof found === "string") return { answer: found, done: false, data: null };
  const run = await findTried(viewer, found, form.job, chosenFrom(form.choice));
  if (!run || !addsSomebody(run.people)) return { answer: "not-found", done: false, data: null };
  return started(viewer, "member.add", found, run.people);
}

async function mayAddThere(
  viewer: Viewer,
  slug: string,
): Promise<FoundSituation | Exclude<ManyAnswer, "look" | "started">> {
  refuseWhileViewing(viewer);
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug });
  if (!viewer.account?.active || !found || !sees(viewer, found.situation)) return "not-found";
  if (!decide(viewer, found.situation, "member.add").allowed) return "not-permitted";
  return mayIn(viewer, found.situation).addMembers ? found : "restricted";
}

async function started(
  viewer: Viewer,
  kind: "member.add" | "member.add-dry",
  { group }: FoundSituation,
  people: readonly WrittenPerson[],
): Promise<Outcome<ManyAnswer, ManyData>> {
  const lines = people.map((person) => jobLineOf(group, person));
  const job = await startLines(viewer, kind, { input: { group: group.slug }, lines });
  return { answer: "started", done: true, data: { kind: "started", job } };
}

async function tried(
  viewer: Viewer,
  { group }: FoundSituation,
  people: readonly WrittenPerson[],
): Promise<readonly TriedRow[]> {
  const rows: TriedRow[] = [];
  for (const { line, who, account, unfound, roles, roleNames, until, candidates } of people) {
    const input = { group: group.slug, account: account?.id ?? "", roles: [...roleNames], until: endOf(until) };
    const answer = unfound ?? (await preview(adding)(viewer, input)).answer;
    rows.push({ line, who, account, roles, until, answer, candidates });
  }
  return rows;
}

async function findToday(viewer: Viewer): Promise<string> {
  const [row] = await viewer.portal.store.reader.rows<{ today: string }>(
    sql`select to_char(portal_now() at time zone 'utc', 'YYYY-MM-DD') as today`,
  );
  return row?.today ?? "";
}
