import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { Refusal } from "@/lib/refusal";
import { reservedKey } from "@/lib/settings/reserved-key";

/** Whether nobody may give a group this name. */
export async function isReserved(read: Reader, name: string): Promise<boolean> {
  const rows = await read.rows(sql`select 1 from reserved_name where name_key = ${reservedKey(name)}`);
  return rows.length > 0;
}

/** Says so at the field of the name, with the reason that it was reserved for. */
export async function refusedAtName(read: Reader, name: string): Promise<Refusal> {
  const rows = await read.rows<{ reason: string }>(
    sql`select reason from reserved_name where name_key = ${reservedKey(name)}`,
  );
  const reason = rows[0]?.reason;
  const said = reason ? `This name is kept for something else: ${reason}` : "This name is kept for something else.";
  return new Refusal("reserved-name", said, { name: said });
}
