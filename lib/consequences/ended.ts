/** What goes with an account that is deactivated or deleted, and with a group that is deleted. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Overlay } from "./change";
import type { Held, Leadership, Link, Pair } from "./rows";
import { uuids } from "./values";

interface Ended {
  readonly memberships: Pair[];
  /** roles that groups conferred and nothing else gives: what was given directly stays with the account */
  readonly roles: Held[];
  readonly leaderships: Leadership[];
  readonly links: Link[];
}

/** Public groups too; leaderships and links besides. */
export async function endedAccounts(read: Reader, { accountsEnded }: Overlay): Promise<Ended> {
  if (accountsEnded.length === 0) return { memberships: [], roles: [], leaderships: [], links: [] };
  const ids = uuids(accountsEnded);
  return {
    memberships: await read.rows(sql`select account_id as "accountId", group_id as "groupId" from membership
      where account_id = any(${ids}) order by account_id, group_id`),
    roles: await read.rows(sql`select distinct m.account_id as "accountId", c.role
      from membership m join group_conferred_role c on c.group_id = m.group_id
      where m.account_id = any(${ids}) and not exists (
        select 1 from account_role r where r.account_id = m.account_id and r.role = c.role)
      order by 1, 2`),
    leaderships:
      await read.rows(sql`select id as "leaderId", group_id as "groupId", account_id as "accountId" from leader
      where account_id = any(${ids}) order by id`),
    links: await read.rows(sql`select id as "linkId", maker_id as "accountId", group_id as "groupId" from join_link
      where maker_id = any(${ids}) and revoked_at is null order by id`),
  };
}

export async function leaderGroupsGone(read: Reader, { groupsDeleted }: Overlay): Promise<Leadership[]> {
  if (groupsDeleted.length === 0) return [];
  return read.rows(sql`select l.id as "leaderId", l.group_id as "groupId", l.account_id as "accountId",
      json_build_object('id', g.id, 'name', g.name) as "leaderGroup"
    from leader l join groups g on g.id = l.leader_group_id
    where g.id = any(${uuids(groupsDeleted)}) and l.group_id <> all(${uuids(groupsDeleted)}) order by l.id`);
}
