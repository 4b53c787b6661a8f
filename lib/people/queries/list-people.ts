/** Accounts as those see them who administer people, addresses included. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { seesGroup } from "@/lib/groups/visible";
import { iso } from "@/lib/moment";
import { standsAboveInPortal } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import { policyViewer } from "@/lib/policy/viewer";
import { beginsWith, queryKey } from "@/lib/prefix";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

const PAGE = 25;

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly emailProven: boolean;
  readonly active: boolean;
  readonly owner: boolean;
  /** inactive only until the address is proven */
  readonly awaitsProof: boolean;
  readonly roles: readonly HeldRole[];
  readonly since: string;
  readonly lastSeen: string | null;
  /** stands above the viewer in the portal: neither deactivated nor deprived of a role by them */
  readonly above: boolean;
}

/** A custom global role, held because it was given, because groups confer it, or both. */
export interface HeldRole {
  readonly name: string;
  readonly label: string;
  readonly direct: boolean;
  readonly conferred: boolean;
  /** of the groups that confer it, those that the viewer sees */
  readonly conferredBy: readonly { readonly slug: string; readonly name: string }[];
}

export interface PeopleQuery {
  readonly q?: string | null;
  /** name of a global role that they hold, however they came by it */
  readonly role?: string | null;
  readonly state?: "active" | "inactive" | "owner" | null;
  readonly after?: string | null;
}

interface PersonRow extends Omit<PersonLine, "above"> {
  name_key: string;
}

/** By name, all or those whose name or address begins like this; null without the right to administer people. */
export async function listPeople(viewer: Viewer, query: PeopleQuery): Promise<Page<PersonLine> | null> {
  if (!decideGlobal(viewer, "people.administer").allowed) return null;
  const key = decodeCursor(query.after, ["text", "id"]);
  const behind = key ? sql`(a.name_key, a.id) > (${key[0]}::text collate "C", ${key[1]}::uuid)` : sql`true`;
  const rows = await viewer.portal.store.reader.rows<PersonRow>(sql`
    select ${personColumns(viewer)} from account a
    where ${begins(query.q)} and ${holds(query.role)} and ${isIn(query.state)} and ${behind}
    order by a.name_key, a.id limit ${PAGE + 1}`);
  return pageOf(
    rows,
    PAGE,
    (row) => [row.name_key, row.id],
    (row) => lineOf(viewer, row),
  );
}

/** One account the same way; null without the right, and for an account that is not there. */
export async function findAccount(viewer: Viewer, accountId: string): Promise<PersonLine | null> {
  if (!decideGlobal(viewer, "people.administer").allowed) return null;
  const [row] = await viewer.portal.store.reader.rows<PersonRow>(sql`
    select ${personColumns(viewer)} from account a where a.id = ${uuidOf(accountId)}::uuid`);
  return row ? lineOf(viewer, row) : null;
}

function personColumns(viewer: Viewer): SQL {
  return sql`a.id, a.name, a.name_key, a.email, a.email_proven_at is not null as "emailProven", a.active, a.owner,
    a.awaits_proof as "awaitsProof", ${iso(sql`a.created_at`)} as since, ${iso(sql`a.last_seen_at`)} as "lastSeen",
    (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label, 'direct', how.direct,
        'conferred', how.conferred, 'conferredBy', how.groups) order by r.position, r.name), '[]')
      from global_role r cross join lateral (select
        exists (select 1 from account_role x where x.account_id = a.id and x.role = r.name) as direct,
        exists (select 1 from membership m join group_conferred_role c on c.group_id = m.group_id
          where m.account_id = a.id and c.role = r.name) as conferred,
        (select coalesce(json_agg(json_build_object('slug', g.slug, 'name', g.name) order by g.name_key, g.id), '[]')
          from membership m join group_conferred_role c on c.group_id = m.group_id join groups g on g.id = m.group_id
          where m.account_id = a.id and c.role = r.name and ${seesGroup(viewer)}) as groups) how
      where how.direct or how.conferred) as roles`;
}

function begins(q: string | null | undefined): SQL {
  const wanted = queryKey(q);
  if (wanted === "") return sql`true`;
  return sql`(${beginsWith(sql`a.name_key`, wanted)} or ${beginsWith(sql`a.email_key`, wanted)})`;
}

function holds(role: string | null | undefined): SQL {
  if (!role) return sql`true`;
  const name = sql`${role.replaceAll("\0", "")}::text`;
  return sql`(exists (select 1 from account_role x where x.account_id = a.id and x.role = ${name})
    or exists (select 1 from membership m join group_conferred_role c on c.group_id = m.group_id
      where m.account_id = a.id and c.role = ${name}))`;
}

function isIn(state: PeopleQuery["state"]): SQL {
  if (state === "owner") return sql`a.owner`;
  if (state === "active") return sql`a.active`;
  return state === "inactive" ? sql`not a.active` : sql`true`;
}

function lineOf(viewer: Viewer, { name_key: _key, ...row }: PersonRow): PersonLine {
  const held = row.roles.map(({ name }) => name);
  const target = policyViewer(viewer.policy, { id: row.id, active: row.active, owner: row.owner }, held);
  return { ...row, above: standsAboveInPortal(target, viewer) };
}
