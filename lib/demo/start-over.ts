/** Clears what a load left that was stopped half-way. */
import { sql } from "drizzle-orm";
import { openStore } from "@/db/client";
import { migrate } from "@/db/migrate";
import { demoMarked } from "./mark";
import { isWhole } from "./whole";

/**
 * Empties the database, tables included, and migrates it again. Only a demo's whose world was never whole, and which
 * therefore nobody has stepped into: anything else throws and stays as it is.
 */
export async function clearUnfinished(at: { appUrl: string; ownerUrl: string }): Promise<void> {
  const store = await openStore({ url: at.ownerUrl, size: 1 });
  try {
    await store.transaction(async (tx) => {
      if (!(await demoMarked(tx)) || (await isWhole(tx))) throw new Error("only an unfinished demo is cleared");
      await tx.rows(sql`drop schema if exists drizzle cascade`);
      await tx.rows(sql`drop schema public cascade`);
      await tx.rows(sql`create schema public`);
    });
  } finally {
    await store.end();
  }
  await migrate(at);
}
