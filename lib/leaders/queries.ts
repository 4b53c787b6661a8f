/** Who is in charge of a group, for those who may know its members. */
import { sql } from "drizzle-orm";
import { findSituation } from "@/lib/groups/facts";
import { mayIn } from "@/lib/groups/may";
import { seesGroup } from "@/lib/groups/visible";
import { iso } from "@/lib/moment";
import { sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";

/** More leaders than this are not shown; nobody has that many. */
const LIMIT = 200;

export interface LeaderList {
  readonly group: { readonly slug: string; readonly name: string };
  /** the viewer may appoint and dismiss, as far as the permission goes */
  readonly mayAppoint: boolean;
  readonly lines: readonly LeaderLine[];
}

/** Exactly one of the two; both null stands for a leader group that the viewer does not see. */
export interface LeaderLine {
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly leaderGroup: { readonly slug: string; readonly name: string } | null;
  readonly since: string;
  /** stopped being eligible for what they lead, and leads on */
  readonly flagged: boolean;
}

interface LeaderRow {
  account_id: string | null;
  account_name: string | null;
  slug: string | null;
  name: string | null;
  since: string;
  flagged: boolean;
}

export async function listLeaders(viewer: Viewer, slug: string): Promise<LeaderList | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation)) return null;
  const may = mayIn(viewer, found.situation);
  if (!may.listMembers && !may.appointLeaders) return null;
  const rows = await reader.rows<LeaderRow>(sql`
    select a.id as account_id, a.name as account_name, shown.slug, shown.name, ${iso(sql`l.created_at`)} as since,
      l.flagged_at is not null as flagged
    from leader l left join account a on a.id = l.account_id
      left join lateral (select g.slug, g.name from groups g where g.id = l.leader_group_id and ${seesGroup(viewer)}) shown on true
    where l.group_id = ${found.group.id}::uuid
    order by a.name_key nulls last, l.created_at, l.id limit ${LIMIT}`);
  const { slug: address, name } = found.group;
  return { group: { slug: address, name }, mayAppoint: may.appointLeaders, lines: rows.map(lineOf) };
}

function lineOf(row: LeaderRow): LeaderLine {
  return {
    account: row.account_id && row.account_name !== null ? { id: row.account_id, name: row.account_name } : null,
    leaderGroup: row.slug && row.name ? { slug: row.slug, name: row.name } : null,
    since: row.since,
    flagged: row.flagged,
  };
}
