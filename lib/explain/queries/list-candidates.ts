/** People by name for whoever may ask about them, found the way in which they are found elsewhere. */
import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { listPeopleNamed } from "@/lib/members/queries/list-people-named";
import { listPeopleBeginning } from "@/lib/people/queries/list-people-beginning";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { listAccountsNamed } from "./list-named";

export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** called exactly so */
  readonly exact: boolean;
  /** the address, for those who administer people */
  readonly email: string | null;
}

/** `slug`: the group that is asked about, whose tenders find people by their whole name. */
export async function listCandidates(viewer: Viewer, name: string, slug: string | null): Promise<Candidate[]> {
  if (decideGlobal(viewer, "people.administer").allowed) return listAccountsNamed(viewer, name);
  const key = fold(name.replaceAll("\0", ""));
  const beginning = await listPeopleBeginning(viewer, name);
  const people = beginning.length > 0 || slug === null ? beginning : await listPeopleNamed(viewer, slug, name);
  return (people ?? []).map((one) => ({ id: one.id, name: one.name, exact: fold(one.name) === key, email: null }));
}

/** Labels of the roles that an account may hold, in their order, for those who explain other people's access. */
export async function listRoleNames(viewer: Viewer): Promise<{ name: string; label: string }[]> {
  if (!decideGlobal(viewer, "explain.view").allowed) return [];
  return viewer.portal.store.reader.rows(sql`
    select r.name, r.label from global_role r where not r.built_in order by r.position, r.name`);
}
