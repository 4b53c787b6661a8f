/** How a demo world says that it is whole: by one line of the log, which nobody can change or take away. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";

/** The request of the world's last change. It never changes: a world without it is taken as unfinished and made anew. */
export const LAST_REQUEST = "6c5f1d0e-3f0a-4b6e-9a53-64656d6f0001";

export async function isWhole(reader: Reader): Promise<boolean> {
  const [row] = await reader.rows<{ whole: boolean }>(sql`
    select exists (select 1 from audit where request_id = ${LAST_REQUEST}::uuid) as whole`);
  return row?.whole === true;
}
