import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { createGroup } from "@/lib/groups/commands/create-group";
import { findSituation } from "@/lib/groups/facts";
import { createGroup as groupShape } from "@/lib/groups/schema";
import { addMember } from "@/lib/members/commands/add-member";
import { joinGroup } from "@/lib/members/commands/join-group";
import { mayCreate } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import { createGroupType } from "./commands/create-group-type";
import { deleteGroupType } from "./commands/delete-group-type";
import { editGroupType } from "./commands/edit-group-type";
import { createGroupRole, deleteGroupRole, renameGroupRole } from "./commands/group-roles";
import { cellsOf, PRESETS } from "./presets";
import { createGroupType as typeShape } from "./schema";

const reason = "";
const draft: WorldDraft = {
  roles: { "site-admin": [], member: ["group.request"], "type-keeper": ["type.administer"], staff: ["group.bypass"] },
  accounts: {
    root: { owner: true },
    tina: { roles: ["type-keeper"] },
    bea: { roles: ["type-keeper", "staff"] },
    alice: { roles: ["member"] },
    sue: { roles: ["site-admin", "member"] },
    bob: {},
  },
};

async function create(at: World, who: string, input: object) {
  const viewer = who === "site" ? await at.site() : await at.as(who);
  return createGroupType(viewer, typeShape.parse({ name: "squad", label: "Squad", ...input }));
}

const columns = async (at: World, type = "squad") =>
  (await at.rows<{ name: string }>(sql`select name from group_role where type = ${type} order by position, name`)).map(
    (r) => r.name,
  );
const cells = async (at: World, type = "squad") =>
  (await at.rows<{ cell: string }>(sql`select role || ' ' || permission as cell from group_grant where type = ${type}`))
    .map((r) => r.cell)
    .sort();
const version = async (at: World, type: string) =>
  (await at.rows<{ version: number }>(sql`select version from group_type where name = ${type}`))[0]?.version;

describe("a new type", () => {
  it("from nothing has its built-in columns and two for every global role, all of them empty", async () => {
    const at = await peopledWorld(draft);
    expect(await create(at, "tina", {})).toMatchObject({ answer: "created", done: true });
    expect((await columns(at)).sort()).toEqual(
      [
        ...["anonymous", "outsider", "member", "leader"],
        ...["member", "site-admin", "staff", "type-keeper"].flatMap((role) => [`outsider:${role}`, `insider:${role}`]),
      ].sort(),
    );
    expect(await cells(at)).toEqual([]);
    const [row] = await at.rows(sql`select internal, hidden, open, public, published, creator_is_member as creator,
      version, array(select content from group_type_content where type = name) as content from group_type where name = 'squad'`);
    expect(row).toEqual({
      ...{ internal: true, hidden: false, open: false, public: false, published: true },
      ...{ creator: false, version: 1, content: ["post"] },
    });
    expect(await at.logged()).toEqual(["type.created"]);
    expect((await at.as("bob")).policy.types.has("squad")).toBe(true);
  });

  it.each(PRESETS.map((preset) => [preset.key, preset] as const))(
    "from the preset %s has its cells",
    async (key, preset) => {
      const at = await peopledWorld(draft);
      expect(await create(at, "root", { start: { from: "preset", preset: key } })).toMatchObject({ answer: "created" });
      expect(await cells(at)).toEqual(
        cellsOf(preset)
          .map(({ role, permission }) => `${role} ${permission}`)
          .sort(),
      );
      const [row] = await at.rows(sql`select preset from group_type where name = 'squad'`);
      expect(row).toEqual({ preset: key });
      const opened = await at.rows(sql`select role from global_grant where permission = 'group.create:squad'`);
      expect(opened).toEqual(preset.opensCreation ? [{ role: "authenticated" }] : []);
      expect(await at.logged()).toEqual(
        preset.opensCreation
          ? ["permission.granted group.create:squad authenticated", "type.created"]
          : ["type.created"],
      );
    },
  );

  it("from a copy is like it, creators and beginnings included", async () => {
    const at = await peopledWorld(draft);
    await create(at, "root", { start: { from: "preset", preset: "private" } });
    await create(at, "root", { name: "troop", start: { from: "copy", type: "squad" } });
    expect(await cells(at, "troop")).toEqual(await cells(at));
    expect(await columns(at, "troop")).toEqual(await columns(at));
    const rows = await at.rows(sql`select internal, hidden, open, public, published, creator_is_member,
      array(select role from group_type_creator_role where type = name) as roles from group_type where name in ('squad', 'troop')`);
    expect(rows[0]).toEqual(rows[1]);
    expect(rows[0]).toMatchObject({ hidden: true, creator_is_member: true, roles: ["group-admin"] });
  });

  it("from a whole table is that table", async () => {
    const at = await peopledWorld(draft);
    const table = {
      anonymous: ["group.view"],
      officer: ["member.add"],
      "outsider:member": ["member.join"],
      member: [],
    };
    const start = { from: "table", cells: table, labels: { officer: "Officer of the day" } };
    expect(await create(at, "site", { start, creator: { member: true, roles: ["officer"] } })).toMatchObject({
      done: true,
    });
    expect(await cells(at)).toEqual(["anonymous group.view", "officer member.add", "outsider:member member.join"]);
    expect(await at.rows(sql`select label from group_role where name = 'officer'`)).toEqual([
      { label: "Officer of the day" },
    ]);
  });

  it("is refused by word, and nothing is written", async () => {
    const refused = [
      ["bob", {}, "not-permitted"],
      ["tina", { name: "club" }, "name-taken"],
      ["tina", { start: { from: "preset", preset: "no-such" } }, "no-such-start"],
      ["tina", { start: { from: "copy", type: "no-such" } }, "no-such-start"],
      ["root", { start: { from: "preset", preset: "site-admins", globalRole: "no-such" } }, "no-such-role"],
      ["root", { creator: { member: true, roles: ["no-such"] } }, "no-such-role"],
      ["root", { content: ["pictures"] }, "no-such-content"],
      ["root", { start: { from: "table", cells: { member: ["group.fly"] } } }, "no-such-permission"],
      ["root", { start: { from: "table", cells: { "outsider:no-such": ["group.view"] } } }, "no-such-role"],
      ["root", { start: { from: "table", cells: { anonymous: ["member.join"] } } }, "impossible"],
      ["site", { start: { from: "table", cells: { leader: ["member.leave"] } } }, "impossible"],
      ["root", { content: [], start: { from: "table", cells: { member: ["post.view"] } } }, "impossible"],
      ["tina", { start: { from: "preset", preset: "private" } }, "exceeds-own"],
      ["tina", { start: { from: "table", cells: { outsider: ["group.configure"] } } }, "exceeds-own"],
      ["tina", { start: { from: "preset", preset: "create-groups" } }, "exceeds-own"],
      ["bea", { start: { from: "preset", preset: "create-groups" } }, "exceeds-own"],
    ] as const;
    const at = await peopledWorld(draft);
    const before = await at.rows(sql`select version from policy`);
    for (const [who, input, word] of refused) {
      const outcome = await create(at, who, input);
      expect(outcome, JSON.stringify(input)).toEqual({ answer: word, done: false, data: null });
    }
    expect(await at.rows(sql`select name from group_type`)).toEqual([{ name: "club" }]);
    expect(await at.rows(sql`select version from policy`)).toEqual(before);
    expect(await at.logged()).toEqual([]);
  });

  it("may hold what is marked high when a holder of group.bypass makes it", async () => {
    const at = await peopledWorld(draft);
    expect(await create(at, "bea", { start: { from: "preset", preset: "private" } })).toMatchObject({
      answer: "created",
    });
  });

  it("is made once when two people make it at once", async () => {
    const at = await peopledWorld(draft);
    const both = await Promise.all([create(at, "root", {}), create(at, "tina", {})]);
    expect(both.map(({ answer }) => answer).sort()).toEqual(["created", "name-taken"]);
  });
});

describe("the four use cases", () => {
  async function withGroup(preset: string, by: string) {
    const at = await peopledWorld(draft);
    await create(at, "root", { start: { from: "preset", preset } });
    const made = await createGroup(await at.as(by), groupShape.parse({ type: "squad", name: "Hall" }));
    const slug = made.data?.slug ?? "";
    const may = async (who: string, permission: Parameters<typeof decide>[2]) => {
      const viewer = await at.as(who);
      const found = await findSituation(at.portal.store.reader, viewer, { slug });
      return found ? decide(viewer, found.situation, permission).allowed : null;
    };
    return { at, made, slug, may };
  }

  it("people may create groups, and administer what they made", async () => {
    const { at, made, may } = await withGroup("create-groups", "bob");
    expect(made.answer).toBe("created");
    expect(mayCreate(await at.as("alice"), "squad")).toBe(true);
    expect(await may("bob", "group.configure")).toBe(true);
    expect(await may("alice", "group.configure")).toBe(false);
  });

  it("join and post", async () => {
    const { at, slug, may } = await withGroup("join-and-post", "root");
    expect(await may("alice", "post.create")).toBe(false);
    expect(await joinGroup(await at.as("alice"), { group: slug, note: "" })).toMatchObject({ answer: "joined" });
    for (const key of ["post.view", "post.create", "post.edit-own", "post.delete-own", "member.leave"] as const) {
      expect(await may("alice", key)).toBe(true);
    }
    expect(await may("alice", "post.edit-any")).toBe(false);
  });

  it("private: outsiders know nothing, the creator is the first admin, and admins add people", async () => {
    const { at, slug, may } = await withGroup("private", "root");
    expect(await may("alice", "group.view")).toBe(false);
    expect(await at.rows(sql`select role from membership_role`)).toEqual([{ role: "group-admin" }]);
    expect(await joinGroup(await at.as("alice"), { group: slug, note: "" })).toMatchObject({ answer: "not-found" });
    await addMember(await at.as("root"), { group: slug, account: at.id("alice"), roles: [], until: null });
    expect(await may("alice", "member.list")).toBe(true);
    expect(await may("alice", "member.add")).toBe(false);
  });

  it("site admins administer every group from outside, until they join", async () => {
    const { at, slug, may } = await withGroup("site-admins", "root");
    expect(await may("sue", "group.configure")).toBe(true);
    expect(await may("alice", "group.configure")).toBe(false);
    await addMember(await at.as("root"), { group: slug, account: at.id("sue"), roles: [], until: null });
    expect(await may("sue", "group.configure")).toBe(false);
  });
});

describe("editing a type", () => {
  const world = () =>
    peopledWorld({ ...draft, types: { squad: { member: ["post.view", "group.view"], officer: ["post.create"] } } });
  const edit = async (at: World, who: string, change: object) =>
    editGroupType(await at.as(who), { type: "squad", ...change });

  it("logs what differs, once, and moves the version", async () => {
    const at = await world();
    const defaults = { internal: false, hidden: true, open: true, public: false, published: true };
    const change = { version: 1, label: "Band", creator: { member: true, roles: ["officer"] }, defaults };
    expect(await edit(at, "tina", change)).toEqual({ answer: "changed", done: true, data: { version: 2 } });
    const [line] = await at.rows(sql`select event, type, before, after from audit`);
    expect(line).toEqual({
      ...{ event: "type.edited", type: "squad" },
      before: {
        label: "squad",
        creator: { member: false, roles: [] },
        defaults: { internal: true, hidden: false, open: false, public: false, published: true },
      },
      after: { label: "Band", creator: { member: true, roles: ["officer"] }, defaults },
    });
    expect(await edit(at, "tina", { ...change, version: 2 })).toEqual({ answer: "changed", done: true, data: null });
    expect(await version(at, "squad")).toBe(2);
  });

  it("without a content type takes its cells along, one line each", async () => {
    const at = await world();
    await edit(at, "tina", { content: [] });
    expect(await cells(at)).toEqual(["member group.view"]);
    expect(await at.logged()).toEqual([
      "permission.revoked post.create officer",
      "permission.revoked post.view member",
      "type.edited",
    ]);
  });

  it("is refused by word", async () => {
    const refused = [
      ["bob", { label: "Band" }, "not-permitted"],
      ["tina", { type: "no-such" }, "not-found"],
      ["tina", { version: 2, label: "Band" }, "stale"],
      ["tina", { content: ["pictures"] }, "no-such-content"],
      ["tina", { creator: { member: true, roles: ["member"] } }, "no-such-role"],
    ] as const;
    const at = await world();
    for (const [who, change, word] of refused) {
      expect(await edit(at, who, change), word).toEqual({ answer: word, done: false, data: null });
    }
    expect(await at.logged()).toEqual([]);
  });
});

describe("deleting a type", () => {
  it("is refused while a group of it is left, and takes the right to create its groups along", async () => {
    const at = await peopledWorld({
      ...draft,
      roles: { ...draft.roles, member: ["group.request", "group.create:squad"] },
      types: { squad: { member: ["group.view"], officer: ["member.add"] } },
      groups: { hall: { type: "squad" } },
    });
    await at.rows(sql`update setting set default_group_type = 'squad'`);
    const gone = async (who: string) => deleteGroupType(await at.as(who), { type: "squad", reason });
    expect(await gone("bob")).toMatchObject({ answer: "not-permitted" });
    expect(await gone("tina")).toMatchObject({ answer: "has-groups", done: false });
    await at.rows(sql`delete from groups`);
    expect(await gone("tina")).toMatchObject({ answer: "deleted", done: true });
    expect(await gone("tina")).toMatchObject({ answer: "not-found" });
    expect(await at.rows(sql`select 1 from group_role where type = 'squad'`)).toEqual([]);
    expect((await at.as("alice")).globalPermissions.has("group.create:squad")).toBe(false);
    expect((await at.as("alice")).settings.defaultGroupType).toBeNull();
    expect(await at.logged()).toEqual([
      "permission.revoked group.create:squad member",
      "setting.changed",
      "type.deleted",
    ]);
  });
});

describe("custom roles of a type", () => {
  const world = () =>
    peopledWorld({
      ...draft,
      types: { squad: { member: ["group.view"], officer: ["member.add", "group.administer"] } },
      groups: { hall: { type: "squad", members: { alice: ["officer"], bob: [] } } },
    });

  it("are made, named anew, and deleted with everybody who holds them being told", async () => {
    const at = await world();
    const tina = await at.as("tina");
    expect(await createGroupRole(tina, { type: "squad", role: "chief-scout" })).toMatchObject({ answer: "created" });
    expect(await at.rows(sql`select label, kind from group_role where name = 'chief-scout'`)).toEqual([
      { label: "Chief scout", kind: "custom" },
    ]);
    expect(await renameGroupRole(tina, { type: "squad", role: "officer", label: "Captain" })).toMatchObject({
      done: true,
    });
    await at.rows(sql`insert into group_type_creator_role (type, role) values ('squad', 'officer')`);
    await at.logged();
    expect(await deleteGroupRole(tina, { type: "squad", role: "officer", reason })).toMatchObject({
      answer: "deleted",
    });
    expect(await cells(at)).toEqual(["member group.view"]);
    expect(await at.rows(sql`select 1 from membership_role union select 1 from group_type_creator_role`)).toEqual([]);
    expect(await at.members("hall")).toEqual(["alice", "bob"]);
    expect(await at.logged()).toEqual(["member.roles-changed alice hall officer", "role.deleted officer"]);
    expect(await at.notices("alice")).toEqual(["member.roles-changed hall officer"]);
    expect(await at.notices("bob")).toEqual([]);
    expect(await version(at, "squad")).toBe(4);
  });

  it("are refused by word", async () => {
    const at = await world();
    const [tina, bob] = [await at.as("tina"), await at.as("bob")];
    const type = "squad";
    const answers = [
      await createGroupRole(bob, { type, role: "x" }),
      await createGroupRole(tina, { type: "no-such", role: "x" }),
      await createGroupRole(tina, { type, role: "officer" }),
      await createGroupRole(tina, { type, role: "leader" }),
      await renameGroupRole(bob, { type, role: "officer", label: "X" }),
      await renameGroupRole(tina, { type, role: "member", label: "X" }),
      await renameGroupRole(tina, { type, role: "no-such", label: "X" }),
      await deleteGroupRole(bob, { type, role: "officer", reason }),
      await deleteGroupRole(tina, { type, role: "member", reason }),
      await deleteGroupRole(tina, { type, role: "no-such", reason }),
    ];
    expect(answers.map(({ answer }) => answer)).toEqual([
      ...["not-permitted", "not-found", "name-taken", "name-taken"],
      ...["not-permitted", "built-in", "not-found"],
      ...["not-permitted", "built-in", "not-found"],
    ]);
    expect(await at.logged()).toEqual([]);
  });
});
