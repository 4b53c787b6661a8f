import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { reservedKey } from "@/lib/settings/reserved-key";

/** Whether nobody may give a group this name. */
export async function isReserved(read: Reader, name: string): Promise<boolean> {
  const rows = await read.rows(sql`select 1 from reserved_name where name_key = ${reservedKey(name)}`);
  return rows.length > 0;
}
