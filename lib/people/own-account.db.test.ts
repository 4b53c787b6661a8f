/** What one may do with one's own account: leave the portal, and take along what is stored. */
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { stillPortal } from "@/db/testing/portal";
import { findViewer } from "@/lib/session/viewer";
import { leavePortal } from "./commands/leave-portal";
import { ownDataFile } from "./own-data";
import { hashPassword } from "./password/hash";
import { findOwnEnd } from "./queries/find-own-end";

const draft: WorldDraft = {
  roles: { member: ["group.request"], blue: [] },
  types: { club: { member: ["group.view"], admin: ["group.administer"] } },
  accounts: { root: { owner: true }, amy: { roles: ["member"] }, bob: { roles: ["member"] } },
  groups: {
    guild: { members: { amy: ["admin"], bob: [] }, creator: "amy" },
    garden: { members: ["amy"], public: true },
    attic: { hidden: true, leaders: ["amy"], confers: ["blue"], members: ["amy"] },
    cellar: { pending: { amy: "join" } },
  },
  links: { way: { group: "guild", by: "amy" } },
  posts: { words: { group: "guild", by: "amy" } },
};

const go = async (
  at: World,
  who: string,
  { how = "deleted", ...rest }: { how?: "deleted" | "deactivated"; anyway?: boolean; password?: string } = {},
) => (await leavePortal(await at.as(who), { how, anyway: false, ...rest })).answer;

describe("T15 leaving the portal", () => {
  it("as the last owner is refused, and shown so before it is asked", async () => {
    const at = await peopledWorld(draft);
    expect(await findOwnEnd(await at.as("root"))).toEqual({ lastOwner: true });
    for (const how of ["deleted", "deactivated"] as const) {
      expect(await go(at, "root", { how, anyway: true })).toBe("last-owner");
    }
    expect(await at.logged()).toEqual([]);
  });

  it("by the last two owners at once lets one go, every time", async () => {
    const at = await peopledWorld({ accounts: { root: { owner: true }, olga: { owner: true } } });
    for (let round = 0; round < 6; round++) {
      await at.rows(sql`update account set owner = true, active = true`);
      const answers = await Promise.all(["root", "olga"].map((who) => go(at, who, { how: "deactivated" })));
      expect(answers.toSorted()).toEqual(["deactivated", "last-owner"]);
      expect(await at.rows(sql`select 1 from account where owner and active`)).toHaveLength(1);
    }
  });

  it("as the last administrator of a group is asked for twice; then the site owners are told", async () => {
    const at = await peopledWorld(draft);
    const own = await findOwnEnd(await at.as("amy"));
    expect(own).toMatchObject({
      lastOwner: false,
      hasPassword: false,
      end: {
        memberships: { count: 3, groups: 3 },
        withoutAdministrator: { count: 1, named: [{ name: "guild" }] },
        leaderships: { count: 1 },
        requests: { count: 1 },
        links: { count: 1 },
        roles: ["blue"],
      },
    });
    expect(await go(at, "amy")).toBe("last-admin");
    expect(await at.logged()).toEqual([]);
    expect(await go(at, "amy", { anyway: true })).toBe("deleted");
    expect(await at.notices("root")).toEqual(["group.without-administrator guild"]);
    expect(await at.members("guild")).toEqual(["bob"]);
  });

  it("needs the password where there is one", async () => {
    const at = await peopledWorld(draft);
    await at.rows(
      sql`insert into credential (account_id, password_hash) values (${at.id("bob")}, ${await hashPassword("lantern quarry mitten")})`,
    );
    for (const password of [undefined, "", "lantern quarry mittens"]) {
      expect(await go(at, "bob", { password })).toBe("wrong-password");
    }
    expect(await go(at, "bob", { password: "lantern quarry mitten", how: "deactivated" })).toBe("deactivated");
    expect(await go(at, "bob", { password: "lantern quarry mitten" })).toBe("sign-in");
    expect(await at.rows(sql`select active from account where id = ${at.id("bob")}`)).toEqual([{ active: false }]);
  });

  it("asks for the password a certain number of times only", async () => {
    const at = await peopledWorld(draft);
    await at.rows(sql`insert into credential (account_id, password_hash) values (${at.id("bob")}, 'x')`);
    await at.rows(
      sql`select rate_hit(${`password-account:${at.id("bob")}`}, 1, interval '15 minutes') from generate_series(1, 20)`,
    );
    expect(await go(at, "bob", { password: "whatever it is" })).toBe("rate-limited");
  });
});

describe("T71 T72 an account that is gone", () => {
  it("leaves nothing that could be somebody's: posts by nobody, groups, and a log with its name", async () => {
    const at = await peopledWorld(draft);
    const id = at.id("amy");
    await at.rows(
      sql`insert into session (id, account_id, how, expires_at) values ('s', ${id}, 'password', portal_now() + interval '1 day')`,
    );
    expect(await go(at, "amy", { anyway: true })).toBe("deleted");
    expect(await tablesWith(at, id)).toEqual(["audit.account_id", "audit.actor_id", "notice.actor_id"]);
    expect(await at.rows(sql`select title, author_id as by from post`)).toEqual([{ title: "words", by: null }]);
    expect(await at.rows(sql`select revoked_at is not null as revoked, maker_id as by from join_link`)).toEqual([
      { revoked: true, by: null },
    ]);
    expect(await at.rows(sql`select creator_id as by from groups where name = 'guild'`)).toEqual([{ by: null }]);
    expect(
      await at.rows(sql`select account_name as name, actor_name as by from audit where event = 'account.deleted'`),
    ).toEqual([{ name: "amy", by: "amy" }]);
  });

  it("has no heir: whoever comes with the same name and address is in nothing and holds nothing", async () => {
    const at = await peopledWorld(draft);
    const address = "amy@example.org";
    await at.rows(
      sql`update account set email = ${address}, email_key = ${address}, email_proven_at = portal_now() where id = ${at.id("amy")}`,
    );
    expect(await go(at, "amy", { anyway: true })).toBe("deleted");
    const heir = randomUUID();
    await at.rows(sql`insert into account (id, name, name_key, email, email_key, email_proven_at)
      values (${heir}, 'amy', 'amy', ${address}, ${address}, portal_now())`);
    expect(heir).not.toBe(at.id("amy"));
    at.ids.set("heir", heir);
    const viewer = await at.as("heir");
    expect([...viewer.globalRoles]).toEqual(["authenticated"]);
    expect(await tablesWith(at, heir)).toEqual(["account.id"]);
    const file = await ownDataFile(viewer);
    expect(file).toMatchObject({ text: expect.stringContaining('"posts": []') });
    expect(JSON.stringify(file)).not.toContain(at.id("amy"));
  });

  it("gave its id to nobody: ids are random, and no table hands them out again", async () => {
    const at = await peopledWorld(draft);
    const [row] = await at.rows<{ made: string }>(
      sql`select column_default as made from information_schema.columns where table_name = 'account' and column_name = 'id'`,
    );
    expect(row?.made).toBe("gen_random_uuid()");
  });
});

/** Columns of ids that hold this one, wherever they are. */
async function tablesWith(at: World, id: string): Promise<string[]> {
  const columns = await at.rows<{ table: string; column: string }>(sql`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE'`);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await at.rows(
      sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id} limit 1`,
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}

describe("one's own data", () => {
  const dataOf = async (at: World, who: string) => {
    const file = await ownDataFile(await at.as(who));
    if (typeof file === "string") throw new Error(file);
    return { text: file.text, data: JSON.parse(file.text) };
  };

  it("holds what is stored about oneself, and names a group only while one sees it", async () => {
    const at = await peopledWorld(draft);
    const { data } = await dataOf(at, "amy");
    expect(data.account.name).toBe("amy");
    expect(data.memberships.map(({ group }: { group: { name: string } }) => group.name).toSorted()).toEqual([
      "attic",
      "garden",
      "guild",
    ]);
    expect(data.requests).toMatchObject([{ kind: "join", status: "pending" }]);
    expect(data.posts).toMatchObject([{ title: "words", group: { name: "guild" } }]);
    expect(data.roles).toMatchObject([
      { role: "blue", how: "by a group" },
      { role: "member", how: "given" },
    ]);
    await at.rows(sql`delete from membership where account_id = ${at.id("amy")}`);
    await at.rows(sql`delete from leader`);
    await at.rows(sql`update groups set hidden = true`);
    const after = await dataOf(at, "amy");
    expect(after.data.posts).toMatchObject([{ title: "words", group: null }]);
    for (const name of ["guild", "attic", "garden"]) expect(after.text).not.toContain(name);
  });

  it("tells what the log says of oneself without naming others, and no secret", async () => {
    const at = await peopledWorld(draft);
    const hash = await hashPassword("lantern quarry mitten");
    await at.rows(sql`insert into credential (account_id, password_hash) values (${at.id("bob")}, ${hash})`);
    await at.rows(sql`insert into session (id, account_id, how, expires_at)
      values ('digest-of-a-session', ${at.id("bob")}, 'password', portal_now() + interval '1 day')`);
    expect(await go(at, "amy", { anyway: true, how: "deactivated" })).toBe("deactivated");
    await at.rows(sql`insert into audit (event, account_id, account_name, actor_id, actor_name, group_id, request_id)
      values ('member.added', ${at.id("bob")}, 'bob', ${at.id("amy")}, 'amy', ${at.id("attic")}, ${randomUUID()})`);
    const { text, data } = await dataOf(at, "bob");
    expect(data.groupsOverTime).toMatchObject([{ event: "member.added", by: "somebody else", group: null }]);
    expect(data.sessions).toHaveLength(1);
    for (const secret of [hash, "digest-of-a-session", at.id("way"), "attic", "amy"])
      expect(text).not.toContain(secret);
  });

  it("reads the log in chunks, each line once and in order", async () => {
    const at = await peopledWorld(draft);
    await at.rows(sql`insert into audit (event, account_id, subject_id, request_id, role)
      select 'account.role-given', ${at.id("bob")}, gen_random_uuid(), gen_random_uuid(), 'r' || n from generate_series(1, 2500) n`);
    const { data } = await dataOf(at, "bob");
    const roles = data.log.map(({ role }: { role: string }) => role);
    expect(roles).toEqual(Array.from({ length: 2_500 }, (_, n) => `r${n + 1}`));
  });

  it("T74 is given so many times an hour, and to visitors never", async () => {
    const at = await peopledWorld(draft);
    const answers = [];
    const bob = await findViewer(await stillPortal(at.clone.appUrl), { account: at.id("bob") });
    for (let n = 0; n < 12; n++) answers.push(typeof (await ownDataFile(bob)));
    expect(answers.filter((answer) => answer === "string")).toHaveLength(2);
    expect(await ownDataFile(await findViewer(at.portal, null))).toBe("not-found");
  });
});
