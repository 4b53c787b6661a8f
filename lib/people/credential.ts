import { sql } from "drizzle-orm";
import type { Portal } from "@/lib/portal";
import { Refusal } from "@/lib/refusal";
import { isGuessable } from "./password/guessable";
import { NOBODYS_HASH, verifyPassword } from "./password/hash";
import { EASY } from "./password/rules";

/**
 * The hash that `password` fits, if it is this account's, or null. A command that is given it asks within its own facts
 * whether the account still has that hash: comparing takes too long to be done while rows are locked.
 */
export async function findFittingHash(portal: Portal, accountId: string, password: string): Promise<string | null> {
  const [row] = await portal.store.reader.rows<{ hash: string }>(
    sql`select password_hash as hash from credential where account_id = ${accountId}::uuid`,
  );
  const fits = await verifyPassword(row?.hash ?? NOBODYS_HASH, password);
  return row && fits ? row.hash : null;
}

/** Refuses a new password that everybody would try; `own` is what is known of the person. */
export function demandHardToGuess(field: string, password: string, own: readonly (string | null)[]): void {
  const known = ["guildhall", ...own.filter((text) => text !== null)];
  if (isGuessable(password, known))
    throw new Refusal("invalid", "Something here needs another look.", { [field]: EASY });
}
