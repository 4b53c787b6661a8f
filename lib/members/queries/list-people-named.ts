/** People by their exact name, for whoever may add members or choose leaders there: no list to leaf through. */
import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { findSituation } from "@/lib/groups/facts";
import { mayIn } from "@/lib/groups/may";
import { iso } from "@/lib/moment";
import { sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

export interface PersonNamed {
  readonly id: string;
  readonly name: string;
  /** names are not unique: since when they have been here tells two apart */
  readonly since: string;
  readonly member: boolean;
  readonly leads: boolean;
}

const LIMIT = 20;

/** Active accounts of that name, however it is spelled in capitals and accents; null where one may do neither. */
export async function listPeopleNamed(viewer: Viewer, slug: string, name: string): Promise<PersonNamed[] | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation)) return null;
  const may = mayIn(viewer, found.situation);
  if (!may.addMembers && !may.appointLeaders) return null;
  const groupId = found.group.id;
  return reader.rows<PersonNamed>(sql`
    select a.id, a.name, ${iso(sql`a.created_at`)} as since,
      exists (select 1 from membership m where m.group_id = ${groupId}::uuid and m.account_id = a.id) as member,
      exists (select 1 from leader l where l.group_id = ${groupId}::uuid and l.account_id = a.id) as leads
    from account a where a.name_key = ${fold(name.replaceAll("\0", ""))} and a.active
    order by a.created_at, a.id limit ${LIMIT}`);
}
