/** What the list of all groups is narrowed by, each a condition over the group `g`. */
import { type SQL, sql } from "drizzle-orm";
import { hasLeftOut } from "@/lib/leaders/eligible";
import type { Viewer } from "@/lib/session/viewer";

/** Of these one asks for yes or for no. */
const EITHER = {
  internal: sql`g.internal`,
  hidden: sql`g.hidden`,
  open: sql`g.open`,
  public: sql`g.public`,
  restricted: sql`g.restricted`,
  published: sql`g.published`,
  eligible: sql`exists (select 1 from group_eligible_role e where e.group_id = g.id)`,
  confers: sql`exists (select 1 from group_conferred_role c where c.group_id = g.id)`,
  forced: sql`g.internal_forced`,
  administered: isAdministered(),
  leaders: (viewer: Viewer) => sql`not ${hasLeftOut(viewer)}`,
} as const satisfies Record<string, SQL | ((viewer: Viewer) => SQL)>;

export type OverviewFilter = keyof typeof EITHER;
export const OVERVIEW_FILTERS = Object.keys(EITHER) as readonly OverviewFilter[];

/** `true`: only those of which it holds; `false`: only those of which it does not; absent: all. */
export type Narrowing = Readonly<Partial<Record<OverviewFilter, boolean>>>;

export function narrowedBy(viewer: Viewer, narrowing: Narrowing): SQL {
  const conditions = OVERVIEW_FILTERS.flatMap((filter) => {
    const wanted = narrowing[filter];
    if (wanted === undefined) return [];
    const either = EITHER[filter];
    const holds = typeof either === "function" ? either(viewer) : either;
    return [wanted ? sql`(${holds})` : sql`not (${holds})`];
  });
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/** An active member whose Member, Insider or custom column holds everything here: three questions, an index each. */
function isAdministered(): SQL {
  const holds = (role: SQL) => sql`x.type = g.type and x.permission = 'group.administer' and ${role}`;
  return sql`(
    (exists (select 1 from group_grant x where ${holds(sql`x.role = 'member'`)})
      and exists (select 1 from membership m join account a on a.id = m.account_id and a.active where m.group_id = g.id))
    or exists (select 1 from group_grant x join membership_role r on r.group_id = g.id and r.role = x.role
      join account a on a.id = r.account_id and a.active where ${holds(sql`x.kind = 'custom'`)})
    or exists (select 1 from group_grant x join membership m on m.group_id = g.id
      join account a on a.id = m.account_id and a.active
      where ${holds(sql`x.kind = 'insider'`)} and (
        exists (select 1 from account_role r where r.account_id = m.account_id and r.role = substr(x.role, 9))
        or exists (select 1 from membership cm join group_conferred_role c on c.group_id = cm.group_id
          where cm.account_id = m.account_id and c.role = substr(x.role, 9)))))`;
}
