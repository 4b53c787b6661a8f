import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { deactivateAccount, reactivateAccount } from "@/lib/people/commands/activation";
import { assignGlobalRole, unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { openPortal } from "@/lib/portal";
import { cookieName } from "./cookies";
import { findViewerOf, secretIn, sidOf } from "./decode";
import {
  beginSession,
  endExpiredSessions,
  endSession,
  isFresh,
  newSecret,
  noteSeen,
  SESSION_LASTS,
  sessionIdOf,
} from "./session";
import { findViewer, siteViewer, type Viewer } from "./viewer";

const keys = {
  AUTH_SECRET: "k7Zp2mQx9vRt4wLs8nBd3fHj6cGy1aEu",
  PORTAL_URL: "https://guild.example",
  secureCookies: true,
};

let at: TestPortal;
let ids: Record<string, string>;

beforeAll(async () => {
  at = await testPortal();
  ids = await makeWorld(at.clone, {
    globalRoles: { anonymous: ["directory.view"], blue: ["group.overview"] },
    accounts: { ada: {}, bob: {}, carol: {}, dora: {}, eve: {}, root: { owner: true }, zed: { active: false } },
  });
});

const id = (name: string): string => ids[name] ?? "";

function cookieOf(
  secret: string | null,
  more: Record<string, unknown> = {},
  secretKey = keys.AUTH_SECRET,
): Promise<string> {
  return encode({
    token: { sid: secret, ...more },
    secret: secretKey,
    salt: cookieName("session", keys),
    maxAge: SESSION_LASTS,
  });
}

async function signedIn(name: string, instead: string | null = null) {
  const secret = await beginSession(at.portal, { accountId: id(name), how: "password", instead });
  if (!secret) throw new Error(`${name} was not let in`);
  return { secret, cookie: await cookieOf(secret), row: await sessionIdOf(secret) };
}

const ask = (cookie: string | undefined): Promise<Viewer> => findViewerOf(at.portal, cookie, { keys });

describe("who asks", () => {
  it("is asked of the database in one statement", async () => {
    const { cookie, row } = await signedIn("ada");
    await ask(cookie);
    at.statements();
    const viewer = await ask(cookie);
    expect(at.statements()).toHaveLength(1);
    expect(viewer).toMatchObject({ kind: "account", name: "ada", session: row });
  });

  it("is a visitor without a cookie, or with what is no cookie of ours", async () => {
    const { secret, cookie } = await signedIn("ada");
    const strange = [
      undefined,
      "",
      "x",
      secret,
      `${cookie.slice(0, -2)}${cookie.endsWith("AA") ? "BB" : "AA"}`,
      "x".repeat(5_000),
      await cookieOf(secret, {}, "another-secret-of-thirty-two-signs"),
      await cookieOf(null),
      await cookieOf(newSecret()),
      await encode({ token: { sub: id("ada") }, secret: keys.AUTH_SECRET, salt: cookieName("session", keys) }),
      await encode({ token: { sid: secret }, secret: keys.AUTH_SECRET, salt: "another.cookie" }),
      await encode({
        token: { sid: secret },
        secret: keys.AUTH_SECRET,
        salt: cookieName("session", keys),
        maxAge: -60,
      }),
    ];
    for (const one of strange) expect((await ask(one)).kind).toBe("visitor");
    expect((await ask(cookie)).kind).toBe("account");
  });

  it("believes nothing else that the cookie says", async () => {
    const { secret } = await signedIn("ada");
    const boastful = await cookieOf(secret, { sub: id("root"), owner: true, roles: ["site-admin"], name: "root" });
    const viewer = await ask(boastful);
    expect(viewer).toMatchObject({ name: "ada", account: { id: id("ada"), owner: false } });
    expect(viewer.globalRoles.has("site-admin")).toBe(false);
  });

  it("T41 is nobody for an error that is truthy", () => {
    const errors: unknown[] = [
      { message: "There was a problem with the server configuration. Check the server logs for more information." },
      { error: "Configuration", user: { id: id("root") } },
      { user: { id: id("root"), sid: newSecret() } },
      { sid: true },
      { sid: { length: 43 } },
      { sid: [newSecret()] },
      { sid: "x".repeat(44) },
      [newSecret()],
      newSecret(),
      true,
      1,
    ];
    for (const error of errors) expect(secretIn(error)).toBeNull();
    const careless = (session: unknown) => Boolean(session);
    expect(errors.filter(careless)).toHaveLength(errors.length);
  });

  it("T41 demands a row that lives: none once it has ended, passed its time, or lost its account", async () => {
    const { cookie, row } = await signedIn("ada");
    const other = await signedIn("ada");
    await endSession(at.portal, row);
    expect((await ask(cookie)).kind).toBe("visitor");
    await at.portal.store.writer.rows(sql`update session set expires_at = portal_now() where id = ${other.row}`);
    expect((await ask(other.cookie)).kind).toBe("visitor");
    expect(await sidOf(other.cookie, keys)).toBe(other.secret);
  });

  it("keeps only digests", async () => {
    const { secret, row } = await signedIn("ada");
    const kept = await at.portal.store.reader.rows<{ text: string }>(sql`select s::text as text from session s`);
    expect(kept.some(({ text }) => text.includes(row))).toBe(true);
    expect(kept.some(({ text }) => text.includes(secret))).toBe(false);
  });
});

describe("T39 a new session at every sign-in", () => {
  it("has a new id, and the one that the browser had is dead", async () => {
    const before = await signedIn("ada");
    const after = await signedIn("ada", before.row);
    expect(after.row).not.toBe(before.row);
    expect(after.cookie).not.toBe(before.cookie);
    expect((await ask(before.cookie)).kind).toBe("visitor");
    expect((await ask(after.cookie)).name).toBe("ada");
  });

  it("is dead also when somebody else signs in on the same browser", async () => {
    const before = await signedIn("bob");
    const after = await signedIn("ada", before.row);
    expect((await ask(before.cookie)).kind).toBe("visitor");
    expect((await ask(after.cookie)).name).toBe("ada");
  });

  it("would live on if the browser's session were not named", async () => {
    const before = await signedIn("ada");
    await signedIn("ada");
    expect((await ask(before.cookie)).name).toBe("ada");
  });

  it("lasts thirty days by the portal's clock, and is swept away then", async () => {
    const { row } = await signedIn("bob");
    const [lasts] = await at.portal.store.reader.rows<{ days: number }>(
      sql`select (extract(epoch from expires_at - created_at) / 86400)::int as days from session where id = ${row}`,
    );
    expect(lasts?.days).toBe(30);
    await at.portal.store.writer.rows(sql`update session set expires_at = portal_now() where id = ${row}`);
    expect(await endExpiredSessions(at.portal)).toBeGreaterThan(0);
    expect(await at.portal.store.reader.rows(sql`select 1 from session where id = ${row}`)).toEqual([]);
  });

  it("is a proof of identity for a minute only", async () => {
    const { secret, row } = await signedIn("ada");
    expect(await isFresh(at.portal, secret)).toBe(true);
    expect(await isFresh(at.portal, newSecret())).toBe(false);
    await at.portal.store.writer.rows(
      sql`update session set created_at = portal_now() - interval '61 seconds' where id = ${row}`,
    );
    expect(await isFresh(at.portal, secret)).toBe(false);
  });
});

describe("T40 the very next request", () => {
  it("knows of a deactivation, and nothing comes back with reactivation", async () => {
    const { cookie } = await signedIn("carol");
    const site = await siteViewer(at.portal);
    expect((await ask(cookie)).account?.active).toBe(true);
    expect((await deactivateAccount(site, { account: id("carol"), reason: "" })).done).toBe(true);
    expect((await ask(cookie)).kind).toBe("visitor");
    expect((await reactivateAccount(site, { account: id("carol"), reason: "" })).done).toBe(true);
    expect((await ask(cookie)).kind).toBe("visitor");
  });

  it("knows of a role given and taken", async () => {
    const { cookie } = await signedIn("dora");
    const site = await siteViewer(at.portal);
    expect((await ask(cookie)).globalPermissions.has("group.overview")).toBe(false);
    await assignGlobalRole(site, { account: id("dora"), role: "blue", reason: "" });
    expect((await ask(cookie)).globalPermissions.has("group.overview")).toBe(true);
    await unassignGlobalRole(site, { account: id("dora"), role: "blue", reason: "" });
    expect((await ask(cookie)).globalPermissions.has("group.overview")).toBe(false);
  });

  it("lets no session begin for an inactive account, nor on an older password", async () => {
    expect(await beginSession(at.portal, { accountId: id("zed"), how: "password" })).toBeNull();
    const { accountVersion: version } = await findViewer(at.portal, { account: id("bob") });
    await at.portal.store.writer.rows(sql`update account set version = version + 1 where id = ${id("bob")}::uuid`);
    expect(await beginSession(at.portal, { accountId: id("bob"), how: "password", version })).toBeNull();
    expect(
      await beginSession(at.portal, { accountId: id("bob"), how: "password", version: version + 1 }),
    ).not.toBeNull();
  });

  it("waits for a deactivation that is under way, as a look at the account alone would not", async () => {
    const { store } = at.portal;
    const carelessly = () =>
      store.writer.rows(sql`
        insert into session (id, account_id, how, expires_at)
        select 'careless', a.id, 'password', portal_now() + interval '1 hour' from account a
        where a.id = ${id("eve")}::uuid and a.active`);
    let begun: Promise<string | null> | undefined;
    // Waits for as long as it takes.
    const patient = await openPortal({
      ...{ url: at.clone.appUrl, size: 2, logLevel: "silent" },
      session: { lock_timeout: "60s" },
    });
    onTestFinished(() => patient.store.end());
    await store.transaction(async (tx) => {
      await tx.rows(sql`update account set active = false where id = ${id("eve")}::uuid`);
      await tx.rows(sql`delete from session where account_id = ${id("eve")}::uuid`);
      begun = beginSession(patient, { accountId: id("eve"), how: "password" });
      await carelessly();
    });
    expect(await begun).toBeNull();
    const left = await store.reader.rows<{ id: string }>(
      sql`select id from session where account_id = ${id("eve")}::uuid`,
    );
    expect(left).toEqual([{ id: "careless" }]);
  });
});

describe("being seen", () => {
  const seen = async () =>
    (
      await at.portal.store.reader.rows<{ at: string | null }>(
        sql`select last_seen_at::text as at from account where id = ${id("root")}::uuid`,
      )
    )[0]?.at;

  it("is noted at most once in ten minutes, and the viewer knows whether it is worth a write", async () => {
    const viewer = () => findViewer(at.portal, { account: id("root") });
    expect((await viewer()).unseenLately).toBe(true);
    await noteSeen(at.portal, id("root"));
    const first = await seen();
    expect(first).not.toBeNull();
    expect((await viewer()).unseenLately).toBe(false);
    await noteSeen(at.portal, id("root"));
    expect(await seen()).toBe(first);
    await at.portal.store.writer.rows(
      sql`update account set last_seen_at = portal_now() - interval '11 minutes' where id = ${id("root")}::uuid`,
    );
    expect((await viewer()).unseenLately).toBe(true);
  });

  it("of nobody, and of an account that may not come in, is not noted", async () => {
    await noteSeen(at.portal, id("zed"));
    const [row] = await at.portal.store.reader.rows<{ at: string | null }>(
      sql`select last_seen_at as at from account where id = ${id("zed")}::uuid`,
    );
    expect(row?.at).toBeNull();
  });

  it("waits for nobody who writes the account just now", async () => {
    await at.portal.store.transaction(async (tx) => {
      await tx.rows(sql`update account set version = version where id = ${id("dora")}::uuid`);
      await noteSeen(at.portal, id("dora"));
    });
    expect((await findViewer(at.portal, { account: id("dora") })).unseenLately).toBe(true);
  });
});
