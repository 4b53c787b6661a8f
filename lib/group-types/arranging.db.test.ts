import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { moveGlobalRole, renameGlobalRole } from "@/lib/permissions/commands/arrange-global-roles";
import { findGlobalTable } from "@/lib/permissions/queries/find-global-table";
import { moveGroupRole } from "./commands/move-group-role";
import { findPermissionTable } from "./queries/find-permission-table";
import { listGroupsOfType, listHolders } from "./queries/list-holders";

const draft: WorldDraft = {
  roles: { keeper: ["permission.administer"], typer: ["type.administer"], blue: [] },
  types: { club: { outsider: ["group.view"], officer: ["member.add"], clerk: [], warden: [] } },
  accounts: { root: { owner: true }, pat: { roles: ["keeper"] }, tim: { roles: ["typer"] }, joe: {}, ann: {} },
  groups: {
    hall: { members: { joe: ["officer"], tim: [] } },
    vault: { hidden: true, members: { ann: ["officer"] } },
  },
};

const orders = async (at: World) => {
  const root = await at.as("root");
  const table = await findPermissionTable(root, "club", "permissions");
  const global = await findGlobalTable(root);
  return {
    custom: table?.columns.filter(({ kind }) => kind === "custom").map(({ name }) => name),
    global: global?.columns.map(({ name }) => name),
  };
};
const version = async (at: World) =>
  (await at.rows<{ version: number }>(sql`select version from group_type where name = 'club'`))[0]?.version;

it("custom roles of a type change places, up to the end, and the table says so", async () => {
  const at = await peopledWorld(draft);
  const move = async (who: string, role: string, direction: "up" | "down", type = "club") =>
    (await moveGroupRole(await at.as(who), { type, role, direction })).answer;
  const before = (await orders(at)).custom ?? [];
  const [first = "", second = "", third = ""] = before;
  expect(await move("tim", second, "up")).toBe("changed");
  expect((await orders(at)).custom).toEqual([second, first, third]);
  expect(await version(at)).toBe(2);
  expect(await move("tim", second, "up")).toBe("changed");
  expect(await version(at)).toBe(2);
  expect(await move("tim", second, "down")).toBe("changed");
  expect((await orders(at)).custom).toEqual(before);
  const refused = [
    move("pat", first, "down"),
    move("tim", "member", "up"),
    move("tim", "none", "up"),
    move("tim", first, "up", "none"),
  ];
  expect(await Promise.all(refused)).toEqual(["not-permitted", "built-in", "not-found", "not-found"]);
  expect(await at.logged()).toEqual([`type.edited ${second}`, `type.edited ${second}`]);
});

it("global roles are called otherwise everywhere at once, and change places behind the two built-in ones", async () => {
  const at = await peopledWorld(draft);
  const pat = await at.as("pat");
  expect((await renameGlobalRole(pat, { role: "blue", label: "Azure" })).answer).toBe("changed");
  expect((await renameGlobalRole(await at.as("pat"), { role: "blue", label: "Azure" })).answer).toBe("changed");
  expect(await at.rows(sql`select distinct label from group_role where global_role = 'blue'`)).toEqual([
    { label: "Azure" },
  ]);
  expect(await at.rows(sql`select name, label from global_role where label = 'Azure'`)).toEqual([
    { name: "blue", label: "Azure" },
  ]);
  expect(await version(at)).toBe(2);
  const before = (await orders(at)).global ?? [];
  expect(before.slice(0, 2)).toEqual(["anonymous", "authenticated"]);
  const last = before.at(-1) ?? "";
  expect((await moveGlobalRole(await at.as("pat"), { role: last, direction: "up" })).answer).toBe("changed");
  const after = (await orders(at)).global ?? [];
  expect(after).toEqual([...before.slice(0, -2), last, before.at(-2)]);
  const names = async (who: string, role: string) => [
    (await renameGlobalRole(await at.as(who), { role, label: "X" })).answer,
    (await moveGlobalRole(await at.as(who), { role, direction: "up" })).answer,
  ];
  expect(await names("tim", "blue")).toEqual(["not-permitted", "not-permitted"]);
  expect(await names("pat", "authenticated")).toEqual(["built-in", "built-in"]);
  expect(await names("pat", "none")).toEqual(["not-found", "not-found"]);
  expect(await at.logged()).toEqual([`role.moved ${last}`, "role.renamed blue"]);
});

it("who loses a role, and what stands in a type's way, is named as far as the reader may know of it", async () => {
  const at = await peopledWorld({
    ...draft,
    types: { club: { ...draft.types?.club, outsider: ["group.view", "member.list"] } },
  });
  await at.rows(
    sql`insert into group_grant (type, role, kind, permission) values ('club', 'member', 'member', 'member.list')`,
  );
  const [root, tim, joe] = [await at.as("root"), await at.as("tim"), await at.as("joe")];
  const people = async (viewer: typeof root) =>
    (await listHolders(viewer, "club", "officer")).map(({ person, group }) => `${person.name} ${group.name}`);
  expect(await people(root)).toEqual(["ann vault", "joe hall"]);
  expect(await people(tim)).toEqual(["joe hall"]);
  expect(await people(joe)).toEqual([]);
  const groups = async (viewer: typeof root) => (await listGroupsOfType(viewer, "club")).map(({ name }) => name);
  expect(await groups(root)).toEqual(["hall", "vault"]);
  expect(await groups(tim)).toEqual(["hall"]);
  expect(await groups(joe)).toEqual([]);
  await at.rows(sql`delete from group_grant where permission = 'member.list'`);
  await at.rows(sql`update policy set version = version + 1`);
  expect(await people(await at.as("tim"))).toEqual([]);
});
