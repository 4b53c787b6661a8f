import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { importAccountShape, importAccounts } from "./import-account";

let at: TestPortal;
let ids: Record<string, string>;

beforeAll(async () => {
  at = await testPortal();
  ids = await makeWorld(at.clone, { globalRoles: { member: ["group.request"] }, accounts: { root: { owner: true } } });
});

const person = (input: Record<string, unknown>) => importAccountShape.parse(input);
const accounts = async () =>
  (await at.portal.store.reader.rows<{ name: string }>(sql`select name from account order by name`)).map((r) => r.name);

it("brings people along with their roles, in the order asked for, and tells the log", async () => {
  const people = [person({ name: "Zoë", roles: ["member", "member"] }), person({ name: "Abel", active: false })];
  const made = await importAccounts(await siteViewer(at.portal), people);
  expect(made.answer).toBe("imported");
  const [zoe = "", abel = ""] = made.data ?? [];
  expect(await findViewer(at.portal, { account: zoe })).toMatchObject({ name: "Zoë", email: null });
  expect((await findViewer(at.portal, { account: zoe })).globalRoles.has("member")).toBe(true);
  expect((await findViewer(at.portal, { account: abel })).account).toMatchObject({ active: false, owner: false });
  expect(
    await at.portal.store.reader.rows(sql`
      select account_name, actor_name, after from audit where event = 'account.created' order by id`),
  ).toEqual([
    { account_name: "Zoë", actor_name: null, after: { roles: ["member"], owner: false, active: true } },
    { account_name: "Abel", actor_name: null, after: { roles: [], owner: false, active: false } },
  ]);
});

it("is not heard from anybody but the portal itself, be it a site owner", async () => {
  const root = await findViewer(at.portal, { account: ids.root ?? "" });
  const before = await accounts();
  expect((await importAccounts(root, [person({ name: "Mallory", owner: true })])).answer).toBe("not-permitted");
  expect(await accounts()).toEqual(before);
});

it("brings all or nobody", async () => {
  const before = await accounts();
  for (const role of ["no-such", "anonymous", "authenticated"]) {
    const people = [person({ name: "Good" }), person({ name: "Odd", roles: [role] })];
    expect((await importAccounts(await siteViewer(at.portal), people)).answer, role).toBe("no-such-role");
  }
  expect(await accounts()).toEqual(before);
});
