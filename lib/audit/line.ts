/** One line of the log as a reader gets it: names as they were, labels as they are, and nothing that steers a terminal. */
import { type SQL, sql } from "drizzle-orm";
import { seesGroup } from "@/lib/groups/visible";
import { iso, milliseconds } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";
import { plain, plainLines } from "./plain";

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface LogLine {
  readonly id: number;
  readonly at: string;
  readonly event: string;
  /** null: the portal itself, or somebody who was not signed in */
  readonly actor: Named | null;
  readonly person: Named | null;
  /** `slug`: null of one that is gone */
  readonly group: (Named & { readonly slug: string | null }) | null;
  readonly type: { readonly name: string; readonly label: string } | null;
  readonly role: { readonly name: string; readonly label: string } | null;
  readonly permission: string | null;
  /** what of a group it is about: the label of a link, or the group that leads it */
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** labels of custom roles of the group's type, by name */
  readonly roleLabels: Readonly<Record<string, string>>;
  readonly cause: string | null;
  /** the role that the cause names last, as it is called now, or was when it was deleted */
  readonly causeRole: string | null;
  readonly reason: string | null;
  readonly request: string;
}

export interface LogRow {
  id: number;
  ms: number;
  at: string;
  event: string;
  actor_id: string | null;
  actor_name: string | null;
  account_id: string | null;
  account_name: string | null;
  group_id: string | null;
  group_name: string | null;
  slug: string | null;
  type: string | null;
  type_label: string | null;
  role: string | null;
  role_label: string | null;
  permission: string | null;
  link_label: string | null;
  leader_group: string | null;
  before: unknown;
  after: unknown;
  role_labels: Record<string, string> | null;
  cause: string | null;
  cause_role: string | null;
  reason: string | null;
  request_id: string;
}

/** Columns of the line `a`, whose group is `shown` if the reader sees it. Of a group that leads it only a seen one is named. */
export function lineColumns(viewer: Viewer): SQL {
  const type = sql`coalesce(a.type, case when a.event like 'member.%' then shown.type end)`;
  const causeNames = sql`substring(split_part(a.cause, '; ', 1) from '[^ ]+$')`;
  return sql`a.id::float8 as id, ${milliseconds(sql`a.at`)} as ms, ${iso(sql`a.at`)} as at, a.event, a.actor_id, a.actor_name,
    a.account_id, a.account_name, a.group_id, a.group_name, shown.slug, a.type, a.role, a.permission, a.before, a.after,
    a.cause, a.reason, a.request_id,
    (select t.label from group_type t where t.name = a.type) as type_label,
    coalesce(${labelOfDeleted(sql`d.role = a.role and d.type is not distinct from ${type}`)}, ${roleLabel(sql`a.role`, type)}) as role_label,
    (select json_object_agg(gr.name, gr.label) from group_role gr where gr.type = shown.type and gr.kind = 'custom'
      and a.event like 'member.%') as role_labels,
    (select l.label from join_link l where l.id = a.subject_id and a.event like 'link.%') as link_label,
    (select g.name from groups g where g.id = a.subject_id and a.event like 'leader.%' and ${seesGroup(viewer)}) as leader_group,
    coalesce(${labelOfDeleted(sql`d.role = ${causeNames}`)}, (select r.label from global_role r where r.name = ${causeNames})) as cause_role`;
}

/** A column of a type's table bears the label of its role, and says when it counts; any other role is a global one. */
function roleLabel(role: SQL, type: SQL): SQL {
  return sql`(case when ${type} is null
    then (select r.label from global_role r where r.name = ${role})
    else (select gr.label || case gr.kind when 'advanced-outsider' then ', while outside the group'
        when 'insider' then ', also when a member' else '' end
      from group_role gr where gr.type = ${type} and gr.name = ${role}) end)`;
}

/**
 * Of a role that the same change deleted, by the one line that says so. Spelled so that it is looked up by event and moment:
 * by its request PostgreSQL would read the hundred thousand lines of what followed.
 */
const labelOfDeleted = (which: SQL): SQL => sql`(select max(d.before ->> 'label') from audit d
  where (d.event, d.at) >= ('role.deleted', a.at) and (d.event, d.at) <= ('role.deleted', a.at)
    and d.request_id is not distinct from a.request_id and ${which})`;

export function lineOf(row: LogRow): LogLine {
  const { id, at, event, permission, cause, request_id: request } = row;
  const named = (what: string | null, name: string | null) => (what ? { id: what, name: plain(name ?? "") } : null);
  const labelled = (name: string | null, label: string | null) =>
    name ? { name: plain(name), label: plain(label ?? name) } : null;
  const group = named(row.group_id, row.group_name);
  const actorName = row.actor_name ? { id: row.actor_id ?? "", name: plain(row.actor_name) } : null;
  return {
    ...{ id, at, event, permission, request },
    actor: row.actor_id ? (actorName ?? { id: row.actor_id, name: "Somebody" }) : null,
    person: named(row.account_id, row.account_name),
    group: group ? { ...group, slug: row.slug } : null,
    type: labelled(row.type, row.type_label),
    role: labelled(row.role, row.role_label),
    subject: plainOrNull(row.link_label ?? row.leader_group),
    before: withoutOthers(event, row.before),
    after: withoutOthers(event, row.after),
    roleLabels: row.role_labels ?? {},
    cause: plainOrNull(cause),
    causeRole: plainOrNull(row.cause_role),
    reason: row.reason ? plainLines(row.reason) : null,
  };
}

const plainOrNull = (text: string | null) => (text ? plain(text) : null);

/** A leading group is another group: it is told by `subject` alone, to those who see it. */
function withoutOthers(event: string, value: unknown): unknown {
  if (!event.startsWith("leader.") || typeof value !== "object" || value === null) return value;
  const { leaderGroup: _other, ...rest } = value as Record<string, unknown>;
  return Object.keys(rest).length > 0 ? rest : null;
}
