/** Everything that ends with an account, before it is deactivated or deleted: counted whole, named as far as the reader may know. */
import { type SQL, sql } from "drizzle-orm";
import type { Plan } from "@/lib/consequences/plan";
import type { GroupPermission } from "@/lib/policy/catalogue";
import type { Viewer } from "@/lib/session/viewer";
import { knowsThere } from "../in-common";

/** Names beyond these are a number. */
const NAMED = 12;

export interface NamedGroups {
  readonly count: number;
  /** in how many groups; they differ where somebody made several links in one */
  readonly groups: number;
  /** of those, the first that the reader may know of, by name */
  readonly named: readonly { readonly slug: string; readonly name: string }[];
}

export interface AccountEnd {
  readonly memberships: NamedGroups;
  readonly leaderships: NamedGroups;
  readonly requests: NamedGroups;
  readonly links: NamedGroups;
  /** groups that are left with members and without an administrator */
  readonly withoutAdministrator: NamedGroups;
  /** labels of the roles that only groups gave */
  readonly roles: readonly string[];
  /** browsers signed in */
  readonly sessions: number;
}

type Named = NamedGroups["named"];

interface Row {
  memberships: Named;
  leaderships: Named;
  requests: Named;
  links: Named;
  without: Named;
  roles: string[];
  sessions: number;
}

/** From the plan that the command itself would carry out, so that what is said and what is done cannot differ. */
export async function findEnd(viewer: Viewer, accountId: string, plan: Plan): Promise<AccountEnd> {
  const memberships = plan.pruned.map(({ groupId }) => groupId);
  const leaderships = plan.leadershipsEnded.map(({ groupId }) => groupId);
  const requests = plan.closed.map(({ groupId }) => groupId);
  const links = plan.linksRevoked.map(({ groupId }) => groupId);
  const without = plan.withoutAdministrator;
  const named = (ids: readonly string[], permission: GroupPermission): SQL => sql`(
    select coalesce(json_agg(json_build_object('slug', few.slug, 'name', few.name) order by few.name_key, few.id), '[]')
    from (select g.id, g.slug, g.name, g.name_key from groups g where g.id = any(${sql.param([...ids])}::uuid[])
      and ${knowsThere(viewer, sql`${accountId}::uuid`, permission)} order by g.name_key, g.id limit ${NAMED}) few)`;
  const [row] = await viewer.portal.store.reader.rows<Row>(sql`
    select ${named(memberships, "member.list")} as memberships, ${named(leaderships, "member.list")} as leaderships,
      ${named(requests, "request.decide")} as requests, ${named(links, "link.manage")} as links,
      ${named(without, "member.list")} as without,
      array(select r.label from global_role r where r.name = any(${sql.param(plan.rolesEnded.map(({ role }) => role))}::text[])
        order by r.position, r.name) as roles,
      (select count(*)::int from session s where s.account_id = ${accountId}::uuid and s.expires_at > portal_now()) as sessions`);
  const of = (ids: readonly string[], names: Named | undefined): NamedGroups => ({
    count: ids.length,
    groups: new Set(ids).size,
    named: names ?? [],
  });
  return {
    memberships: of(memberships, row?.memberships),
    leaderships: of(leaderships, row?.leaderships),
    requests: of(requests, row?.requests),
    links: of(links, row?.links),
    withoutAdministrator: of(without, row?.without),
    roles: row?.roles ?? [],
    sessions: row?.sessions ?? 0,
  };
}
