/** Pending joins of a group that becomes open: each is asked again as if it were made now. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { doorOf } from "@/lib/policy/answers/door";
import { answerJoin, wayIn } from "@/lib/policy/answers/join";
import type { GroupFacts, Policy, Situation, Standing } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles, type Viewer } from "@/lib/session/viewer";
import type { Overlay, Shape } from "./change";

export interface OpenedJoin {
  readonly requestId: string;
  readonly accountId: string;
  readonly groupId: string;
}

interface PendingRow {
  request_id: string;
  account_id: string;
  active: boolean;
  owner: boolean;
  held: string[];
  leads: boolean;
  by_asking_link: boolean;
}

export async function openedJoins(read: Reader, viewer: Viewer, overlay: Overlay): Promise<OpenedJoin[]> {
  const opened = overlay.configured.filter(({ before, after }) => opens(after) && !opens(before));
  const found = await Promise.all(opened.map(({ grp, after }) => joinsOf(read, viewer.policy, grp, after)));
  return found.flat();
}

const opens = (shape: Shape): boolean => shape.open && !shape.restricted && !shape.internal;

async function joinsOf(read: Reader, policy: Policy, groupId: string, after: Shape): Promise<OpenedJoin[]> {
  const [group] = await read.rows<Pick<GroupFacts, "id" | "type" | "hidden" | "published" | "creatorId">>(sql`
    select id, type, hidden, published, creator_id as "creatorId" from groups where id = ${groupId}::uuid`);
  const table = group && policy.types.get(group.type);
  if (!group || !table) return [];
  const rows = await read.rows<PendingRow>(sql`
    select r.id as request_id, a.id as account_id, a.active, a.owner, h.held,
      exists (select 1 from leader l where l.group_id = r.group_id and (l.account_id = a.id or exists (
        select 1 from membership m where m.group_id = l.leader_group_id and m.account_id = a.id))) as leads,
      exists (select 1 from join_link k where k.id = r.link_id and k.asks_approval) as by_asking_link
    from request r join account a on a.id = r.account_id left join lateral (${heldRoles(sql`a.id`)}) h on true
    where r.group_id = ${groupId}::uuid and r.status = 'pending' and r.kind = 'join' order by r.created_at, r.id`);
  const facts: GroupFacts = { ...group, ...after };
  return rows
    .filter((row) => wouldJoin(policy, row, { group: facts, table, standing: standingOf(row) }))
    .map((row) => ({ requestId: row.request_id, accountId: row.account_id, groupId }));
}

const standingOf = (row: PendingRow): Standing => ({ member: false, roles: [], leads: row.leads, pending: "join" });

function wouldJoin(policy: Policy, row: PendingRow, there: Situation): boolean {
  const viewer = policyViewer(policy, { id: row.account_id, active: row.active, owner: row.owner }, row.held);
  const answer = answerJoin({
    ...doorOf(viewer, there),
    ...wayIn(viewer, there, row.by_asking_link),
    link: null,
    asksApproval: row.by_asking_link,
    open: there.group.open,
    restricted: there.group.restricted,
    pending: true,
  });
  return answer === "joined";
}
