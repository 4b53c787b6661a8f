import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { demoMarked, isDemoDatabase } from "@/lib/demo/mark";
import { sessionIdOf } from "@/lib/session/session";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { makeFirstOwner } from "./commands/make-first-owner";
import { signIn } from "./commands/sign-in";
import { findSetupOpen } from "./own-account";
import { beginPortal, ensureSetupLink } from "./setup";

const ADDRESS = "https://guild.example";
const OWNER = { name: "Orla", email: "orla@example.org", password: "vermilion-otter-quay", everyoneIsMember: true };

let at: TestPortal;
let visitor: Viewer;

beforeEach(async () => {
  at = await testPortal();
  visitor = await findViewer(at.portal, null);
});

const rows = <T>(statement: Parameters<typeof at.portal.store.reader.rows>[0]) =>
  at.portal.store.reader.rows<T>(statement);
const urls = () => ({ appUrl: at.clone.appUrl, ownerUrl: at.clone.ownerUrl });
const ensure = (more: object = {}) => ensureSetupLink({ ...urls(), address: ADDRESS, ...more });

async function freshToken(): Promise<string> {
  const made = await ensure();
  if (!made || !("link" in made)) throw new Error("no link");
  return made.link.slice(`${ADDRESS}/setup/`.length);
}

describe("the beginning of a portal", () => {
  it("is laid once, in one transaction with its log", async () => {
    expect(await beginPortal({ ...urls(), demo: false })).toBe(true);
    const grants = await rows(sql`select role, permission from global_grant order by 1, 2`);
    expect(grants).toEqual([
      { role: "anonymous", permission: "directory.view" },
      { role: "authenticated", permission: "directory.view" },
      { role: "authenticated", permission: "profile.view" },
      { role: "member", permission: "group.request" },
    ]);
    const log = await rows<{ event: string }>(sql`select event from audit order by id`);
    expect(log.map(({ event }) => event)).toEqual([
      "portal.begun",
      "role.created",
      ...Array.from({ length: 4 }, () => "permission.granted"),
    ]);
    await at.portal.store.writer.rows(sql`delete from global_grant where role = 'anonymous'`);
    expect(await beginPortal({ ...urls(), demo: false })).toBe(false);
    expect(await rows(sql`select 1 from global_grant where role = 'anonymous'`)).toEqual([]);
  });

  it("is laid once by many at the same moment", async () => {
    const begun = await Promise.all(Array.from({ length: 5 }, () => beginPortal({ ...urls(), demo: false })));
    expect(begun.filter(Boolean)).toHaveLength(1);
  });

  it("T89 marks the database for good: what is no demo cannot be made one by the portal's own role", async () => {
    await beginPortal({ ...urls(), demo: false });
    expect(await beginPortal({ ...urls(), demo: true })).toBe(false);
    expect(await isDemoDatabase(at.clone.appUrl)).toBe(false);
    for (const write of [
      sql`update portal_mark set demo = true`,
      sql`delete from portal_mark`,
      sql`insert into portal_mark (demo) values (true)`,
    ]) {
      await expect(at.portal.store.writer.rows(write)).rejects.toThrow();
    }
    expect(await demoMarked(at.portal.store.reader)).toBe(false);
  });

  it("marks a demo as one", async () => {
    await beginPortal({ ...urls(), demo: true });
    expect(await isDemoDatabase(at.clone.ownerUrl)).toBe(true);
  });
});

describe("T89 the setup link", () => {
  it("makes the first site owner, who is signed in, and every new account a member if so wished", async () => {
    const token = await freshToken();
    expect(await findSetupOpen(visitor, token)).toBe(true);
    const made = await makeFirstOwner(visitor, { token, ...OWNER });
    expect(made.answer).toBe("made");
    const owner = await findViewer(at.portal, { session: await sessionIdOf(made.data?.secret ?? "") });
    expect(owner).toMatchObject({ name: "Orla", account: { owner: true, active: true }, emailProven: false });
    expect(owner.settings.newAccountRole).toBe("member");
    expect(owner.globalRoles.has("member")).toBe(true);
    const log = await rows<{ event: string }>(
      sql`select event from audit where id > (select max(id) from audit where event = 'portal.setup-offered') order by id`,
    );
    expect(log.map(({ event }) => event)).toEqual([
      "account.created",
      "account.owner-made",
      "account.role-given",
      "setting.changed",
    ]);
  });

  it("makes nobody a member where that is not wished", async () => {
    await makeFirstOwner(visitor, { token: await freshToken(), ...OWNER, everyoneIsMember: false });
    const fresh = await findViewer(at.portal, null);
    expect(fresh.settings.newAccountRole).toBeNull();
  });

  it("works once, and is dead as soon as an owner exists", async () => {
    const token = await freshToken();
    await makeFirstOwner(visitor, { token, ...OWNER });
    expect(await findSetupOpen(visitor, token)).toBe(false);
    expect((await makeFirstOwner(visitor, { token, ...OWNER, email: "eve@example.org" })).answer).toBe("not-found");
    expect(await ensure()).toBeNull();
    expect(await rows(sql`select 1 from account where owner`)).toHaveLength(1);
  });

  it("is dead when a newer one is printed, and unknown in any other spelling", async () => {
    const older = await freshToken();
    const token = await freshToken();
    for (const wrong of [
      older,
      token.toUpperCase(),
      token.slice(0, -1),
      `ghj_${token.slice(4)}`,
      "",
      "x".repeat(100),
    ]) {
      expect(await findSetupOpen(visitor, wrong)).toBe(false);
      expect((await makeFirstOwner(visitor, { token: wrong, ...OWNER })).answer).toBe("not-found");
    }
    expect(await rows(sql`select 1 from account`)).toEqual([]);
    const kept = await rows<{ hash: string }>(sql`select token_hash as hash from setup_link`);
    expect(kept[0]?.hash).not.toContain(token.slice(4));
    expect(await findSetupOpen(visitor, token)).toBe(true);
  });

  it("cannot be raced: of twenty posts at once one makes an owner", async () => {
    const token = await freshToken();
    const posts = Array.from({ length: 20 }, (_, n) =>
      makeFirstOwner(visitor, { token, ...OWNER, email: `racer${n}@example.org` }),
    );
    const answers = (await Promise.all(posts)).map(({ answer }) => answer);
    expect(answers.filter((answer) => answer === "made")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "not-found")).toHaveLength(19);
    expect(await rows(sql`select 1 from account`)).toHaveLength(1);
  });

  it("would make many if looking and making were two steps", async () => {
    await freshToken();
    const { store } = at.portal;
    const look = () => store.reader.rows(sql`select 1 from account where owner`);
    const make = (name: string) =>
      store.writer.rows(sql`insert into account (name, name_key, owner) values (${name}, ${name}, true)`);
    // What two steps allow to happen: everybody looks before anybody makes.
    const seen = await Promise.all(Array.from({ length: 20 }, look));
    for (const [n, taken] of seen.entries()) if (taken.length === 0) await make(`racer ${n}`);
    expect((await rows(sql`select 1 from account where owner`)).length).toBeGreaterThan(1);
  });

  it("is not needed where the starter names the owner, whose password obeys the same rules", async () => {
    const wish = { adminEmail: "root@example.org", adminPassword: "vermilion-otter-quay" };
    await expect(ensure({ ...wish, adminPassword: "short" })).rejects.toThrow("ADMIN_PASSWORD_FILE");
    await expect(ensure({ ...wish, adminPassword: "password1234" })).rejects.toThrow("easy to guess");
    await expect(ensure({ ...wish, adminEmail: "root@localhost" })).rejects.toThrow("ADMIN_EMAIL");
    expect(await ensure(wish)).toEqual({ madeOwner: "root@example.org" });
    expect(await ensure(wish)).toBeNull();
    const came = await signIn(visitor, { email: "root@example.org", password: wish.adminPassword }, { client: "test" });
    expect(came.answer).toBe("signed-in");
    expect(await rows(sql`select 1 from session`)).toHaveLength(1);
  });

  it("is no way round for anybody but the portal itself", async () => {
    await freshToken();
    expect((await makeFirstOwner(visitor, { token: null, ...OWNER })).answer).toBe("not-found");
  });
});
