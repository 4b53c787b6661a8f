// Promise: in a demo anybody may be any of its people, and in any other portal nobody is anybody by asking.
import { sql } from "drizzle-orm";
import type { Outcome } from "@/lib/gate/command";
import { beginSession } from "@/lib/session/session";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { demoMarked } from "./mark";
import { DEMO_PEOPLE, type DemoPerson } from "./people";

/**
 * Signs in as a person of the demo: an active account without a password. Everything else – another portal, an account
 * of somebody's own, nobody – is not there.
 */
export async function stepIn(
  viewer: Viewer,
  { account }: { account: string },
): Promise<Outcome<"not-found" | "stepped-in", { secret: string }>> {
  refuseWhileViewing(viewer);
  const { store } = viewer.portal;
  const nobody = { answer: "not-found", done: false, data: null } as const;
  if (!(await demoMarked(store.reader))) return nobody;
  const [person] = await store.reader.rows<{ id: string }>(sql`
    select a.id from account a where a.id = ${account}::uuid and a.active
      and not exists (select 1 from credential c where c.account_id = a.id)`);
  if (!person) return nobody;
  const secret = await beginSession(viewer.portal, { accountId: person.id, how: "demo", instead: viewer.session });
  return secret === null ? nobody : { answer: "stepped-in", done: true, data: { secret } };
}

/** The people that the sign-in page offers, in their order; none in any other portal. */
export async function listDemoPeople(viewer: Viewer): Promise<readonly (DemoPerson & { id: string })[]> {
  const { store } = viewer.portal;
  if (!(await demoMarked(store.reader))) return [];
  const names = DEMO_PEOPLE.map(({ name }) => name);
  const rows = await store.reader.rows<{ id: string; name: string }>(sql`
    select a.id, a.name from account a where a.name = any(${sql.param(names)}::text[]) and a.active
      and not exists (select 1 from credential c where c.account_id = a.id)`);
  return DEMO_PEOPLE.flatMap((person) => {
    const found = rows.find(({ name }) => name === person.name);
    return found ? [{ ...person, id: found.id }] : [];
  });
}
