/** Who else administers a group: asked before its last administrator goes. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { administers } from "@/lib/gate/deciders";

export interface Others {
  readonly otherAdministrators: number;
  readonly otherMembers: number;
}

/** Active administrators and members besides one account, each counted to 1: no more is ever asked. */
export async function countOthers(read: Reader, groupId: string, accountId: string): Promise<Others> {
  const others = sql`select m.account_id from membership m join account a on a.id = m.account_id
    where m.group_id = ${groupId}::uuid and m.account_id <> ${accountId}::uuid`;
  const [row] = await read.rows<Others>(sql`
    select (select count(*)::int from (${others} limit 1) few) as "otherMembers",
      (select count(*)::int from (${others} and a.active
         and ${administers(sql`m.account_id`, sql`m.group_id`)} limit 1) few) as "otherAdministrators"`);
  return row ?? { otherAdministrators: 0, otherMembers: 0 };
}
