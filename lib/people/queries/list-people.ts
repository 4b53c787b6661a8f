/** Accounts as those see them who administer people, addresses included. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { iso } from "@/lib/moment";
import { standsAboveInPortal } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import { policyViewer } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import { knowsMember } from "../in-common";
import type { PeopleFilter } from "../schema-accounts";
import { fits } from "./people-filter";

const PAGE = 25;
/** No total beyond this is asked for. */
const COUNTED = 1_000;

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
  /** memberships that the viewer may know of, counted to one more than `COUNTED` */
  readonly groups: number;
}

/** A custom global role, held because it was given, because groups confer it, or both. */
export interface HeldRole {
  readonly name: string;
  readonly label: string;
  readonly direct: boolean;
  /** when it was given, and by whom, if somebody is known to have done it */
  readonly given: { readonly at: string; readonly by: string | null } | null;
  readonly conferred: boolean;
  /** of the groups that confer it, those of which the viewer may know that the person is in them */
  readonly conferredBy: readonly { readonly slug: string; readonly name: string }[];
}

export interface PeopleQuery extends PeopleFilter {
  readonly after?: string | null;
}

interface PersonRow extends Omit<PersonLine, "above"> {
  name_key: string;
}

/** By name, all or those who fit; null without the right to administer people. */
export async function listPeople(viewer: Viewer, query: PeopleQuery): Promise<Page<PersonLine> | null> {
  if (!decideGlobal(viewer, "people.administer").allowed) return null;
  const rows = await viewer.portal.store.reader.rows<PersonRow>(peopleStatement(viewer, query));
  return pageOf(
    rows,
    PAGE,
    (row) => [row.name_key, row.id],
    (row) => lineOf(viewer, row),
  );
}

/** The statement of one page: for reading how it is answered. */
export function peopleStatement(viewer: Viewer, query: PeopleQuery): SQL {
  const key = decodeCursor(query.after, ["text", "id"]);
  const behind = key ? sql`(a.name_key, a.id) > (${key[0]}::text collate "C", ${key[1]}::uuid)` : sql`true`;
  return sql`
    select ${personColumns(viewer)} from account a
    where ${fits(viewer, query)} and ${behind}
    order by a.name_key, a.id limit ${PAGE + 1}`;
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
    (select count(*)::int from (select 1 from membership m join groups g on g.id = m.group_id
      where m.account_id = a.id and ${knowsMember(viewer, sql`a.id`)} limit ${COUNTED + 1}) few) as groups,
    (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label, 'direct', how.given is not null, 'given', how.given,
        'conferred', how.conferred, 'conferredBy', how.groups) order by r.position, r.name), '[]')
      from global_role r cross join lateral (select
        (select json_build_object('at', ${iso(sql`x.created_at`)}, 'by', giver.name) from account_role x
          left join account giver on giver.id = x.given_by where x.account_id = a.id and x.role = r.name) as given,
        exists (select 1 from membership m join group_conferred_role c on c.group_id = m.group_id
          where m.account_id = a.id and c.role = r.name) as conferred,
        (select coalesce(json_agg(json_build_object('slug', g.slug, 'name', g.name) order by g.name_key, g.id), '[]')
          from membership m join group_conferred_role c on c.group_id = m.group_id join groups g on g.id = m.group_id
          where m.account_id = a.id and c.role = r.name and ${knowsMember(viewer, sql`a.id`)}) as groups) how
      where how.given is not null or how.conferred) as roles`;
}

function lineOf(viewer: Viewer, { name_key: _key, ...row }: PersonRow): PersonLine {
  const held = row.roles.map(({ name }) => name);
  const target = policyViewer(viewer.policy, { id: row.id, active: row.active, owner: row.owner }, held);
  return { ...row, above: standsAboveInPortal(target, viewer) };
}
