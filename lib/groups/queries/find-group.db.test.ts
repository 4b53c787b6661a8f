import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { insertRows } from "@/db/testing/seed";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { findGroup } from "./find-group";
import { listMyGroups } from "./list-my-groups";

const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
const PEOPLE = {
  ...{ owner: id(1), chief: id(2), member: id(3), outsider: id(4), steward: id(5), asker: id(6), councillor: id(7) },
} as const;
const COLUMNS: Record<string, string[]> = {
  anonymous: ["group.view"],
  outsider: ["group.view", "member.join", "post.view"],
  member: ["group.view", "member.list", "member.leave", "member.edit-own"],
  leader: ["request.decide"],
  chief: ["group.administer"],
};

describe("a group's page", () => {
  let kit: TestPortal;
  let viewers: Record<keyof typeof PEOPLE, Viewer>;

  beforeAll(async () => {
    kit = await testPortal();
    await makeWorld(kit.clone.ownerUrl);
    const found = Object.entries(PEOPLE).map(async ([name, account]) => [
      name,
      await findViewer(kit.portal, { account }),
    ]);
    viewers = Object.fromEntries(await Promise.all(found));
  });

  test("T23: says to an outsider what they may know, what they may do, and what joining brings and takes", async () => {
    const page = await findGroup(viewers.outsider, "guild-abc234");
    expect(page).toEqual({
      ...{ slug: "guild-abc234", name: "Guild", picture: "hall", colour: "moss", published: true },
      ...{ type: { name: "club", label: "Club" }, line: "First line.", description: "First line.\nSecond line." },
      ...{ members: null, status: { member: false, leads: false, pending: null }, verb: { kind: "join" } },
      sentence: "Any account joins at once; the directory shows this group.",
      flags: { internal: false, hidden: false, open: true, public: true, restricted: false, published: true },
      ...{ eligible: [], confers: ["Blue"], leaders: null, waiting: 0, request: null, membership: null },
      may: expect.objectContaining({
        view: true,
        edit: false,
        listMembers: false,
        viewPosts: true,
        decideRequests: false,
      }),
      joining: { gains: ["View member list", "Edit own membership"], losses: ["View posts"] },
      leaving: null,
    });
  });

  test("T23: no version, id of the group, creator or search key is handed on", async () => {
    const page = await findGroup(viewers.owner, "guild-abc234");
    const told = JSON.stringify(page);
    expect(told).not.toContain(id(100));
    expect(Object.keys(page ?? {})).not.toEqual(expect.arrayContaining(["version"]));
    for (const secret of ["nameKey", "search", "creator", "version", "internalForced"])
      expect(told).not.toContain(secret);
  });

  test("tells a member of their membership, and of those in charge, but of no leader group that they do not see", async () => {
    const page = await findGroup(viewers.member, "guild-abc234");
    expect(page?.membership).toMatchObject({ title: "Cook", note: "mine", roles: [], until: null });
    expect(page?.members).toEqual({ count: 2, more: false });
    expect(page?.leaders).toEqual({ people: [{ id: PEOPLE.steward, name: "steward" }], groups: [] });
    expect(page?.verb).toEqual({ kind: "member-leave" });
    expect(page?.leaving).toMatchObject({ losses: expect.arrayContaining(["View member list"]), roles: ["Blue"] });
    expect((await findGroup(viewers.owner, "guild-abc234"))?.leaders?.groups).toEqual([
      { slug: "council-abc234", name: "Council" },
    ]);
  });

  test("does not offer the last administrator to leave while others remain, in one statement more", async () => {
    kit.statements();
    const page = await findGroup(viewers.chief, "guild-abc234");
    expect(kit.statements()).toHaveLength(2);
    expect(page?.verb).toEqual({ kind: "why-not", word: "last-admin" });
    expect(page?.membership?.roles).toEqual(["Chief"]);
    kit.statements();
    await findGroup(viewers.member, "guild-abc234");
    expect(kit.statements()).toHaveLength(1);
  });

  test("counts what waits for whoever may decide it, and for nobody else", async () => {
    expect((await findGroup(viewers.steward, "guild-abc234"))?.waiting).toBe(1);
    expect((await findGroup(viewers.member, "guild-abc234"))?.waiting).toBe(0);
  });

  test("keeps the body of a page from those who only know that the group exists", async () => {
    const page = await findGroup(viewers.steward, "draft-abc234");
    expect(page).toMatchObject({ name: "Draft", description: null, may: { view: false } });
  });

  test("my groups: what one is in or leads, internal ones as managed, in one statement", async () => {
    kit.statements();
    const page = await listMyGroups(viewers.councillor);
    expect(kit.statements()).toHaveLength(1);
    expect(page.lines.map(({ name, verb, status }) => [name, verb.kind, status.leads])).toEqual([
      ["Council", "managed", false],
      ["Guild", "join", true],
    ]);
    expect((await listMyGroups(viewers.member)).lines.map(({ name, verb }) => [name, verb.kind])).toEqual([
      ["Guild", "member-leave"],
    ]);
    const led = await listMyGroups(viewers.steward);
    expect(led.lines.map(({ name, since, status }) => [name, since, status.leads])).toEqual([
      ["Draft", null, true],
      ["Guild", null, true],
    ]);
    expect(await listMyGroups({ ...viewers.member, account: null })).toEqual({ lines: [], next: null });
  });
});

/** A guild that anybody joins, a draft, and an internal council whose members lead the guild. */
async function makeWorld(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const insert = (table: string, rows: object[]) => insertRows(client, table, rows);
  const at = "2026-01-01T00:00:00Z";
  await insert("global_role", [{ name: "blue", label: "Blue", built_in: false, position: 2, created_at: at }]);
  await client.query("insert into group_type (name, label) values ('club', 'Club')");
  await client.query("insert into group_type_content values ('club', 'post')");
  const kindOf = (name: string) => (name === "chief" ? "custom" : name);
  for (const [name, permissions] of Object.entries(COLUMNS)) {
    const label = name === "chief" ? "Chief" : name;
    await insert("group_role", [{ type: "club", name, kind: kindOf(name), label, position: 0, created_at: at }]);
    await insert(
      "group_grant",
      permissions.map((permission) => ({ type: "club", role: name, kind: kindOf(name), permission })),
    );
  }
  for (const [name, account] of Object.entries(PEOPLE)) {
    await client.query("insert into account (id, name, name_key, owner) values ($1, $2, $2, $3)", [
      ...[account, name, name === "owner"],
    ]);
  }
  const group = (n: number, name: string, flags: string, description: string) =>
    client.query(
      `insert into groups (id, slug, type, name, name_key, description, search_key, internal, open, public, published)
        values ($1, $2, 'club', $3, $4, $5, $4, ${flags})`,
      [id(n), `${name.toLowerCase()}-abc234`, name, name.toLowerCase(), description],
    );
  await group(100, "Guild", "false, true, true, true", "First line.\nSecond line.");
  await group(101, "Draft", "false, true, true, false", "Secret draft.");
  await group(102, "Council", "true, true, true, true", "");
  await insert("group_conferred_role", [{ group_id: id(100), role: "blue" }]);
  const joined = { how: "joined", since: at, title: "", note: "" };
  await insert("membership", [
    { ...joined, group_id: id(100), account_id: PEOPLE.chief },
    { ...joined, group_id: id(100), account_id: PEOPLE.member, title: "Cook", note: "mine" },
    { ...joined, group_id: id(102), account_id: PEOPLE.councillor },
  ]);
  await client.query(
    "insert into membership_role (group_id, account_id, type, role) values ($1, $2, 'club', 'chief')",
    [...[id(100), PEOPLE.chief]],
  );
  await client.query(
    `insert into leader (group_id, account_id, leader_group_id) values ($1, $3, null), ($2, $3, null), ($1, null, $4)`,
    [id(100), id(101), PEOPLE.steward, id(102)],
  );
  await client.query("insert into request (group_id, account_id, kind) values ($1, $2, 'join')", [
    ...[id(100), PEOPLE.asker],
  ]);
  await client.query("update policy set version = version + 1");
  await client.end();
}
