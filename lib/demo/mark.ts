/** Whether a database is a demo's. The mark is made with the database by its owner, and the portal's own role cannot change it. */
import { sql } from "drizzle-orm";
import { openStore, type Reader } from "@/db/client";

/** Asked on every call that the mark opens; nothing remembers the answer. */
export async function demoMarked(reader: Reader): Promise<boolean> {
  const [row] = await reader.rows<{ demo: boolean }>(sql`select exists (select 1 from portal_mark where demo) as demo`);
  return row?.demo === true;
}

/** For a migrated database by its address. */
export async function isDemoDatabase(url: string): Promise<boolean> {
  const store = await openStore({ url, size: 1 });
  try {
    return await demoMarked(store.reader);
  } finally {
    await store.end();
  }
}
