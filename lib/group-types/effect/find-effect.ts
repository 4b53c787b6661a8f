/** What a change of a type's table would mean, counted: everything that it touches, whoever may see it, in numbers only. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { type GroupPermission, groupPermission, isGroupPermission } from "@/lib/policy/catalogue";
import type { Viewer } from "@/lib/session/viewer";
import type { CellChange } from "../schema-cell";
import { findClasses, rolesThatMatter, sorted } from "./classes";
import { changedTable, type Flips, flipsOf } from "./flips";

/** Who gains or loses one permission by the change. */
export interface Turn {
  readonly permission: GroupPermission;
  readonly label: string;
  readonly gains: boolean;
  /** active accounts, and groups in which it turns for at least one of them */
  readonly people: number;
  readonly groups: number;
  /** groups in which it turns for people without an account */
  readonly visitors: number;
  /** whoever asks is among them */
  readonly self: boolean;
}

export interface Effect {
  readonly turns: readonly Turn[];
  /** groups that have an administrator among their members, and would have none */
  readonly withoutAdministrator: number;
}

const LONG = { statementTimeout: 30_000 };

/** For whoever may administer types; the caller asks. */
export async function findEffect(viewer: Viewer, type: string, changes: readonly CellChange[]): Promise<Effect> {
  const table = viewer.policy.types.get(type);
  if (!table) return { turns: [], withoutAdministrator: 0 };
  const after = changedTable(table, changes);
  const asked = [...new Set(changes.map(({ permission }) => permission))].filter(isGroupPermission);
  const roles = rolesThatMatter(viewer.policy, table, after);
  return viewer.portal.store.snapshot(async (read) => {
    const flips = flipsOf(viewer.policy, [table, after], await findClasses(read, type, roles), asked);
    return count(read, viewer, { type, roles, flips });
  }, LONG);
}

interface Counted {
  readonly permission: GroupPermission;
  readonly gains: boolean;
  readonly people: number;
  readonly groups: number;
  readonly self: boolean;
}

type Counting = { readonly type: string; readonly roles: readonly string[]; readonly flips: Flips };

async function count(read: Reader, viewer: Viewer, { type, roles, flips }: Counting): Promise<Effect> {
  const { before, after } = flips.administrators;
  const [row] = await read.rows<{ counted: Counted[]; orphaned: number }>(sql`
    with ${sorted(type, roles)},
    flip as (select * from jsonb_to_recordset(${JSON.stringify(flips.flips)}::jsonb)
      as f(permission text, gains boolean, people text, "group" text, standing text)),
    inside as (
      select f.permission, f.gains, s.account_id, s.group_id from flip f
        join stands s on s.people = f.people and s.at = f."group" and s.key = f.standing),
    outside as (select permission, gains, people, "group" from flip where standing is null),
    -- Outside a group is whoever does not stand to it: counted as all of a sort but those who do.
    near as (
      select f.permission, f.gains, s.account_id, s.group_id from outside f
        join stands s on s.people = f.people and s.at = f."group"),
    people_of as (
      select f.permission, f.gains, f.people, sum(c.many) as many from outside f
        join (select key, count(*) as many from place group by 1) c on c.key = f."group" group by 1, 2, 3),
    outside_people as (
      select w.permission, w.gains, p.id from people_of w join person p on p.key = w.people
        left join (select permission, gains, account_id, count(*) as many from near group by 1, 2, 3) n
          on n.permission = w.permission and n.gains = w.gains and n.account_id = p.id
      where w.many > coalesce(n.many, 0)),
    groups_of as (
      select f.permission, f.gains, f."group", sum(c.many) as many from outside f
        join (select key, count(*) as many from person group by 1) c on c.key = f.people group by 1, 2, 3),
    outside_groups as (
      select w.permission, w.gains, p.id from groups_of w join place p on p.key = w."group"
        left join (select permission, gains, group_id, count(*) as many from near group by 1, 2, 3) n
          on n.permission = w.permission and n.gains = w.gains and n.group_id = p.id
      where w.many > coalesce(n.many, 0)),
    those as (select permission, gains, account_id as id from inside union select permission, gains, id from outside_people),
    there as (select permission, gains, group_id as id from inside union select permission, gains, id from outside_groups),
    administers as (select * from jsonb_to_recordset(${JSON.stringify(before)}::jsonb) as f(key text, people text, "group" text)),
    still as (select * from jsonb_to_recordset(${JSON.stringify(after)}::jsonb) as f(key text, people text, "group" text))
    select
      (select coalesce(json_agg(x), '[]') from (
        select t.permission, t.gains, count(*)::int as people,
          (select count(*)::int from there h where h.permission = t.permission and h.gains = t.gains) as groups,
          coalesce(bool_or(t.id = ${viewer.account?.id ?? null}::uuid), false) as self
        from those t group by 1, 2) x) as counted,
      (select count(*)::int from place where
        exists (select 1 from stands s join administers a on a.key = s.key and a.people = s.people and a."group" = s.at
          where s.group_id = place.id)
        and not exists (select 1 from stands s join still a on a.key = s.key and a.people = s.people and a."group" = s.at
          where s.group_id = place.id)) as orphaned`);
  return { turns: turnsOf(row?.counted ?? [], flips.visitors), withoutAdministrator: row?.orphaned ?? 0 };
}

const keyOf = ({ permission, gains }: { permission: string; gains: boolean }) => `${permission} ${gains}`;

/** One line for each permission and direction, accounts and visitors together. */
function turnsOf(counted: readonly Counted[], visitors: Flips["visitors"]): Turn[] {
  const nobody = visitors
    .filter((one) => !counted.some((other) => keyOf(other) === keyOf(one)))
    .map(({ permission, gains }) => ({ permission, gains, people: 0, groups: 0, self: false }));
  return [...counted, ...nobody].map((one) => ({
    ...one,
    label: groupPermission(one.permission).label,
    visitors: visitors.find((other) => keyOf(other) === keyOf(one))?.groups ?? 0,
  }));
}
