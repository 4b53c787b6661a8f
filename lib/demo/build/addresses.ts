/**
 * Where mail to the people of the demo goes: to addresses that exist nowhere (`.example`), and so to the page on which a
 * demo shows it. Given last, so that what was told while the world was made is no mail.
 */
import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { machineNameOf } from "@/lib/name-of-label";
import { WORLD_PEOPLE } from "../world/people";
import type { Site } from "./site";

export async function buildAddresses({ portal, accounts }: Site): Promise<void> {
  const rows = addressesOf(WORLD_PEOPLE.map(({ name }) => name)).map(({ name, email }) => ({
    id: accounts.get(name),
    email,
  }));
  await portal.store.transaction((tx) =>
    tx.rows(sql`
      update account a set email = x.email, email_key = x.email, email_proven_at = portal_now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, email text) where a.id = x.id`),
  );
}

/** The name in plain letters; a number where it has none, or where somebody else is called alike. */
export function addressesOf(names: readonly string[]): { name: string; email: string }[] {
  const taken = new Set<string>();
  return names.map((name, n) => {
    const plain = machineNameOf(fold(name)).replaceAll("-", ".");
    const local = plain.length > 1 && !taken.has(plain) ? plain : `person.${n + 1}`;
    taken.add(local);
    return { name, email: `${local}@guildhall.example` };
  });
}
