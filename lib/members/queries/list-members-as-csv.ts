/** The list of members as a file, in batches, each asked anew: whoever loses the right meanwhile gets no more of it. */
import { CSV_MARK, type CsvValue, csvLines } from "@/lib/csv";
import { Refusal } from "@/lib/refusal";
import { type Limit, mayTry } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { cameBy } from "../sentences";
import { listMembers, type MemberList, type MemberQuery } from "./list-members";
import type { MemberLine } from "./member-lines";

const BATCH = 500;
const FILES_PER_ACCOUNT: Limit = { what: "member-file-account", allowed: 30, minutes: 60 };
const FILES_PER_CLIENT: Limit = { what: "member-file-client", allowed: 30, minutes: 60, allowedTogether: 300 };

const HEADER = ["Name", "Title", "Roles", "Leads", "Since", "Until", "How"];

/**
 * Null where the viewer may not list the members, and where there is no such group for them. `client` is counted for
 * visitors. Says nothing that the list does not say: no address, no note.
 */
export async function listMembersAsCsv(
  viewer: Viewer,
  slug: string,
  query: MemberQuery,
  client: string,
): Promise<AsyncGenerator<string> | null> {
  const first = await listMembers(viewer, slug, { ...query, after: null }, BATCH);
  if (!first) return null;
  refuseWhileViewing(viewer);
  const tried = viewer.account
    ? ([FILES_PER_ACCOUNT, viewer.account.id] as const)
    : ([FILES_PER_CLIENT, client] as const);
  if (!(await mayTry(viewer.portal, tried)))
    throw new Refusal("rate-limited", "That was downloaded too often. Wait an hour, then try again.");
  return batches(viewer, slug, query, first);
}

async function* batches(viewer: Viewer, slug: string, query: MemberQuery, first: MemberList): AsyncGenerator<string> {
  yield CSV_MARK + csvLines([HEADER]);
  for (let list: MemberList | null = first; ; ) {
    if (list.lines.length > 0) yield csvLines(list.lines.map(cellsOf));
    if (!list.next) return;
    list = await listMembers(viewer, slug, { ...query, after: list.next }, BATCH);
    if (!list) throw new Refusal("not-found", "The list is not there any more.");
  }
}

const cellsOf = (line: MemberLine): CsvValue[] => [
  line.account.name,
  line.title,
  line.roles.map(({ label }) => label).join("; "),
  line.leads,
  line.since,
  line.until,
  cameBy(line),
];
