import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { stepIn } from "@/lib/demo/step-in";
import { runDue } from "@/lib/due/run";
import { findGroup } from "@/lib/groups/queries/find-group";
import { markNoticesRead } from "@/lib/notices/mark-read";
import { signIn } from "@/lib/people/commands/sign-in";
import { signUp } from "@/lib/people/commands/sign-up";
import { beginSession, endSession, sessionIdOf } from "@/lib/session/session";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { beginViewing, endViewing } from "./commands";
import { findViewAsPage } from "./queries/find-view-as-page";
import { findViewing } from "./queries/find-viewing";
import { beginViewing as shape } from "./schema";

const CELLS = {
  outsider: ["group.view"],
  member: ["group.view", "member.list"],
  officer: ["member.remove"],
  leader: ["request.decide"],
};

async function small() {
  const world = await peopledWorld({
    roles: { explainer: ["explain.view"], blue: ["group.request"] },
    types: { club: CELLS },
    accounts: { root: { owner: true }, eve: { roles: ["explainer"] }, bob: {} },
    groups: { hall: { members: ["bob"] }, vault: { hidden: true, members: ["bob"], confers: ["blue"] } },
  });
  return world;
}

/** As the account's own browser would ask: by a session. */
async function browser(world: World, name: string): Promise<() => Promise<Viewer>> {
  const secret = await beginSession(world.portal, { accountId: world.id(name), how: "demo" });
  if (!secret) throw new Error("nobody was let in");
  const session = await sessionIdOf(secret);
  return () => findViewer(world.portal, { session });
}

const slug = (name: string) => `${name}-aaaaaa`;
const outsider = shape.parse({ as: "account" });
const visitor = shape.parse({ as: "visitor" });

describe("T50 looking at the portal as somebody else", () => {
  it("is for those who may explain, with a session, in groups that they see", async () => {
    const world = await small();
    const answerOf = async (name: string, input: object) =>
      (await beginViewing(await (await browser(world, name))(), shape.parse(input))).answer;
    expect(await answerOf("bob", visitor)).toBe("not-permitted");
    expect((await beginViewing(await world.as("root"), visitor)).answer).toBe("not-permitted");
    const inVault = { as: "account", group: slug("vault"), standing: "member" };
    expect(await answerOf("eve", inVault)).toBe("not-found");
    expect(await answerOf("eve", { ...inVault, group: "vault-zzzzzz" })).toBe("not-found");
    expect(await answerOf("root", inVault)).toBe("begun");
    expect(await answerOf("root", { as: "account", roles: ["nothing"] })).toBe("unknown-role");
    expect(await answerOf("root", { as: "account", roles: ["authenticated"] })).toBe("unknown-role");
    expect(await answerOf("root", { ...inVault, groupRoles: ["member"] })).toBe("unknown-role");
  });

  it("is kept with the session, in the log with who and as what, and over when they say so", async () => {
    const world = await small();
    const ask = await browser(world, "eve");
    const other = await browser(world, "eve");
    await beginViewing(
      await ask(),
      shape.parse({ ...outsider, roles: ["blue"], group: slug("hall"), standing: "member" }),
    );
    expect(await ask()).toMatchObject({ kind: "account", email: null, behind: { viewer: { name: "eve" } } });
    expect([...(await ask()).globalRoles]).toEqual(["authenticated", "blue"]);
    expect((await other()).behind).toBeUndefined();
    expect((await findViewer(world.portal, { account: world.id("eve") })).behind).toBeUndefined();
    expect((await findGroup(await ask(), slug("hall")))?.status).toMatchObject({ member: true, leads: false });
    expect(await findGroup(await ask(), slug("vault"))).toBeNull();
    expect(await findViewing(await ask())).toEqual({
      as: "account",
      roles: ["blue"],
      seat: { group: "hall", member: true, leads: false, roles: [] },
    });
    expect(await endViewing(await ask(), {})).toMatchObject({ answer: "ended" });
    expect((await ask()).behind).toBeUndefined();
    expect(await endViewing(await ask(), {})).toMatchObject({ answer: "not-viewing" });
    const lines = await world.rows(
      sql`select event, actor_id, group_id, coalesce(after, before)->>'as' as "as" from audit order by id`,
    );
    const line = { actor_id: world.id("eve"), group_id: world.id("hall"), as: "account" };
    expect(lines).toEqual([
      { event: "view.begun", ...line },
      { event: "view.ended", ...line },
    ]);
  });

  it("shows a member what the membership gives, conferred roles and leading by a leader group too", async () => {
    const world = await small();
    await world.rows(
      sql`insert into leader (group_id, leader_group_id) values (${world.id("hall")}, ${world.id("vault")})`,
    );
    const ask = await browser(world, "root");
    await beginViewing(
      await ask(),
      shape.parse({ as: "account", group: slug("vault"), standing: "member", groupRoles: ["officer"] }),
    );
    const viewer = await ask();
    expect(viewer.globalRoles.has("blue")).toBe(true);
    expect((await findGroup(viewer, slug("vault")))?.may).toMatchObject({ removeMembers: true, decideRequests: false });
    expect((await findGroup(viewer, slug("hall")))?.status).toMatchObject({ member: false, leads: true });
    await endViewing(viewer, {});
    await beginViewing(
      await ask(),
      shape.parse({ as: "account", group: slug("vault"), standing: "leads", groupRoles: ["officer"] }),
    );
    expect((await findGroup(await ask(), slug("vault")))?.may).toMatchObject({
      removeMembers: false,
      decideRequests: true,
    });
    expect((await ask()).globalRoles.has("blue")).toBe(false);
  });

  it("ends by itself after an hour, with a line in the log, and with the right to explain at once", async () => {
    const world = await small();
    const ask = await browser(world, "eve");
    await beginViewing(await ask(), visitor);
    expect((await ask()).account).toBeNull();
    await world.rows(sql`delete from account_role where account_id = ${world.id("eve")}`);
    expect((await ask()).account?.id).toBe(world.id("eve"));
    await world.rows(sql`insert into account_role (account_id, role) values (${world.id("eve")}, 'explainer')`);
    expect((await ask()).account).toBeNull();
    await runDue(world.portal);
    expect((await ask()).account).toBeNull();
    await world.rows(sql`update session set viewing_ends_at = portal_now() where viewing_as is not null`);
    expect((await ask()).account?.id).toBe(world.id("eve"));
    await runDue(world.portal);
    expect(await world.logged({ cause: true })).toEqual(["view.begun", "view.ended eve (view.time)"]);
    expect(await world.rows(sql`select 1 from session where viewing_as is not null`)).toEqual([]);
  });

  it("cannot be begun twice, nor kept from ending by signing out", async () => {
    const world = await small();
    const ask = await browser(world, "root");
    await beginViewing(await ask(), outsider);
    await expect(beginViewing(await ask(), visitor)).rejects.toMatchObject({ code: "read-only" });
    const { session } = await ask();
    await endSession(world.portal, session ?? "");
    expect((await ask()).kind).toBe("visitor");
    expect((await ask()).behind).toBeUndefined();
  });

  it("is refused by everything that writes round the gate", async () => {
    const world = await small();
    const ask = await browser(world, "root");
    await beginViewing(await ask(), visitor);
    const viewer = await ask();
    const sessions = () =>
      world.rows(sql`select count(*)::int as n, (select count(*)::int from rate_count) as tries from session`);
    const before = await sessions();
    const client = { client: "192.0.2.1", joinToken: null };
    const door = { email: "new@example.org", password: "a lantern in the fog" };
    const attempts = [
      () => signIn(viewer, door, client),
      () => signUp(viewer, { ...door, name: "New" }, client),
      () => stepIn(viewer, { account: world.id("bob") }),
      () => markNoticesRead(viewer, { upTo: world.id("bob") }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "read-only" });
    expect(await sessions()).toEqual(before);
  });

  it("does not believe a row that says more than it may", async () => {
    const world = await small();
    const broken = (text: string) =>
      world.rows(sql`insert into session (id, account_id, how, expires_at, viewing_as, viewing_ends_at)
        values ('x', ${world.id("root")}, 'demo', portal_now(), ${text}::jsonb, portal_now())`);
    for (const text of [
      '{"as":"owner","roles":[],"seat":null}',
      '{"as":"visitor"}',
      "{}",
      '{"as":"visitor","roles":1,"seat":null}',
    ])
      await expect(broken(text)).rejects.toMatchObject({ cause: { constraint: "session_viewing_shape" } });
  });
});

it("T50 the page that asks as whom offers what one sees, to those who may", async () => {
  const world = await small();
  expect(await findViewAsPage(await world.as("bob"), {})).toBeNull();
  const page = await findViewAsPage(await world.as("eve"), { group: slug("hall") });
  expect(page?.roles.map(({ name }) => name)).toEqual(["blue", "explainer"]);
  expect(page?.group).toMatchObject({ name: "hall", roles: [{ name: "officer" }] });
  expect((await findViewAsPage(await world.as("eve"), { group: slug("vault") }))?.group).toBeNull();
  expect((await findViewAsPage(await world.as("root"), { q: "vau" }))?.found?.map(({ name }) => name)).toEqual([
    "vault",
  ]);
});
