/** Other accounts as they stand to groups, any number of them in one statement. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { iso } from "@/lib/moment";
import type { Seat } from "@/lib/policy/ceilings";
import type { Policy, Situation } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles } from "@/lib/session/viewer";

export interface Person extends Seat {
  readonly accountId: string;
  readonly name: string;
  readonly version: number;
  readonly active: boolean;
  readonly pendingId: string | null;
  readonly pendingLinkId: string | null;
  readonly until: string | null;
}

interface PersonRow {
  group_id: string;
  id: string;
  name: string;
  version: number;
  active: boolean;
  owner: boolean;
  held: string[];
  member: boolean;
  roles: string[];
  leads: boolean;
  until: string | null;
  pending_id: string | null;
  pending_kind: "join" | "leave" | null;
  pending_link_id: string | null;
}

/** Those of `accountIds` that exist, by id; `there` is the group, whoever's standing it holds. */
export async function listSeats(
  read: Reader,
  policy: Policy,
  there: Situation,
  accountIds: readonly string[],
): Promise<Map<string, Person>> {
  const seats = await listSeatsIn(
    read,
    policy,
    accountIds.map((accountId) => ({ there, accountId })),
  );
  return new Map(seats.map((seat) => [seat.accountId, seat]));
}

/** The same in several groups: one for each that is asked of and whose account exists, in no order. */
export async function listSeatsIn(
  read: Reader,
  policy: Policy,
  asked: readonly { readonly there: Situation; readonly accountId: string }[],
): Promise<Person[]> {
  if (asked.length === 0) return [];
  const groups = new Map(asked.map(({ there }) => [there.group.id, there]));
  const rows = await read.rows<PersonRow>(sql`
    select x.group_id, a.id, a.name, a.version, a.active, a.owner, h.held, m.account_id is not null as member, ${iso(sql`m.until`)} as until,
      array(select mr.role from membership_role mr where mr.group_id = x.group_id and mr.account_id = a.id order by 1) as roles,
      exists (select 1 from leader l where l.group_id = x.group_id and (l.account_id = a.id or exists (
        select 1 from membership lm where lm.group_id = l.leader_group_id and lm.account_id = a.id))) as leads,
      r.id as pending_id, r.kind as pending_kind, r.link_id as pending_link_id
    from unnest(${sql.param(asked.map(({ there }) => there.group.id))}::uuid[],
        ${sql.param(asked.map(({ accountId }) => accountId))}::uuid[]) as x(group_id, account_id)
      join account a on a.id = x.account_id
      left join lateral (${heldRoles(sql`a.id`)}) h on true
      left join membership m on m.group_id = x.group_id and m.account_id = a.id
      left join request r on r.group_id = x.group_id and r.account_id = a.id and r.status = 'pending'`);
  return rows.flatMap((row) => {
    const there = groups.get(row.group_id);
    return there ? [personOf(policy, there, row)] : [];
  });
}

function personOf(policy: Policy, there: Situation, row: PersonRow): Person {
  return {
    accountId: row.id,
    name: row.name,
    version: row.version,
    active: row.active,
    viewer: policyViewer(policy, { id: row.id, active: row.active, owner: row.owner }, row.held),
    situation: {
      ...there,
      standing: { member: row.member, roles: row.roles, leads: row.leads, pending: row.pending_kind },
    },
    pendingId: row.pending_id,
    pendingLinkId: row.pending_link_id,
    until: row.until,
  };
}
