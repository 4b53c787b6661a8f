/** A list of people that the worker has tried for whoever wrote it: what would come of each line, and whom it means. */
import { sql } from "drizzle-orm";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import type { AddLine } from "../schema";
import { listPeopleWritten, type WrittenPerson } from "./list-people-written";

export interface TriedRun {
  readonly people: readonly WrittenPerson[];
  /** how many would be added as it is */
  readonly ready: number;
}

/** The same for a page: null also where the viewer does not see the group. */
export async function findTriedIn(viewer: Viewer, slug: string, job: string): Promise<TriedRun | null> {
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug });
  return found && sees(viewer, found.situation) ? findTried(viewer, found, job) : null;
}

interface LineRow {
  said: string;
  input: AddLine;
  name: string | null;
  done: boolean;
}

/** Null for another's, for one of another group, and for one that is not through. */
export async function findTried(
  viewer: Viewer,
  found: FoundSituation,
  job: string,
  chosen: ReadonlyMap<number, string> = new Map(),
): Promise<TriedRun | null> {
  const rows = await viewer.portal.store.reader.rows<LineRow>(sql`
    select x.said, x.input, a.name, x.done from job j join job_line x on x.job_id = j.id
      left join account a on a.id = x.account_id
    where j.id = ${uuidOf(job)}::uuid and j.account_id = ${viewer.account?.id ?? null}::uuid
      and j.kind = 'member.add-dry' and j.status = 'done' and j.input->>'group' = ${found.group.slug}
    order by x.number`);
  if (rows.length === 0) return null;
  const unclear = rows.filter(({ input }) => input.unfound === "several");
  const asked = unclear.map(({ said, input }) => ({ line: input.line, who: said, roles: [], until: null }));
  const clear = new Map((await listPeopleWritten(viewer, found, asked, chosen)).map((one) => [one.line, one]));
  return {
    people: rows.map((row) => personOf(row, clear.get(row.input.line))),
    ready: rows.filter((row) => row.done).length,
  };
}

function personOf({ said, input, name }: LineRow, clear: WrittenPerson | undefined): WrittenPerson {
  const { line, account, unfound, roles, until } = input;
  const written = { line, who: said, roles: [], until: until?.slice(0, 10) ?? null, roleNames: roles };
  if (clear) return { ...written, account: clear.account, unfound: clear.unfound, candidates: clear.candidates };
  const known = account ? { id: account, name: name ?? said, since: "" } : null;
  return { ...written, account: known, unfound, candidates: [] };
}
