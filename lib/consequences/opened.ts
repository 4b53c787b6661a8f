/** Pending joins of a group that becomes open: each is asked again as if it were made now. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { doorOf } from "@/lib/policy/answers/door";
import { answerJoin, wayIn } from "@/lib/policy/answers/join";
import type { GroupFacts, Policy, Situation, Standing } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles, type Viewer } from "@/lib/session/viewer";
import type { Overlay, Shape } from "./change";
import type { Closed } from "./rows";
import { uuids } from "./values";

export interface OpenedJoin extends Closed {
  readonly kind: "join";
}

interface PendingRow extends Pick<GroupFacts, "id" | "type" | "hidden" | "published" | "creatorId"> {
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
  if (opened.length === 0) return [];
  const shapes = new Map(opened.map(({ grp, after }) => [grp, after]));
  const rows = await read.rows<PendingRow>(sql`
    select r.id as request_id, a.id as account_id, a.active, a.owner, h.held,
      g.id, g.type, g.hidden, g.published, g.creator_id as "creatorId",
      exists (select 1 from leader l where l.group_id = r.group_id and (l.account_id = a.id or exists (
        select 1 from membership m where m.group_id = l.leader_group_id and m.account_id = a.id))) as leads,
      exists (select 1 from join_link k where k.id = r.link_id and k.asks_approval) as by_asking_link
    from request r join groups g on g.id = r.group_id join account a on a.id = r.account_id
      left join lateral (${heldRoles(sql`a.id`)}) h on true
    where r.group_id = any(${uuids([...shapes.keys()])}) and r.status = 'pending' and r.kind = 'join'
    order by r.created_at, r.id`);
  return rows
    .filter((row) => wouldJoin(viewer.policy, row, shapes.get(row.id)))
    .map((row) => ({ requestId: row.request_id, accountId: row.account_id, groupId: row.id, kind: "join" }));
}

const opens = (shape: Shape): boolean => shape.open && !shape.restricted && !shape.internal;

const standingOf = (row: PendingRow): Standing => ({ member: false, roles: [], leads: row.leads, pending: "join" });

function wouldJoin(policy: Policy, row: PendingRow, shape: Shape | undefined): boolean {
  const table = policy.types.get(row.type);
  if (!table || !shape) return false;
  const { id, type, hidden, published, creatorId } = row;
  const group: GroupFacts = { ...{ id, type, hidden, published, creatorId }, ...shape };
  const there: Situation = { group, table, standing: standingOf(row) };
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
