import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { meanwhile } from "@/db/testing/meanwhile";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { deleteGlobalRoleByForm } from "./commands/by-form";
import { changeGlobalGrants, grantGlobal, revokeGlobal } from "./commands/change-global-grants";
import { createGlobalRole, deleteGlobalRole } from "./commands/global-roles";
import { findRoleToll } from "./queries/find-role-toll";
import { changeGlobalGrants as grantsShape } from "./schema";
import { deleteGlobalRoleForm } from "./schema-forms";

const reason = "";
/** pat administers permissions, and holds besides what his two roles give. */
const draft: WorldDraft = {
  roles: {
    keeper: ["permission.administer", "audit.view"],
    scribe: ["audit.view", "explain.view"],
    bosses: ["people.administer"],
    five: ["directory.view", "profile.view", "group.request", "group.create:club", "group.overview"],
  },
  accounts: { root: { owner: true }, pat: { roles: ["keeper", "scribe"] }, bob: { roles: ["bosses", "five"] } },
};

const as = (at: World, who: string) => (who === "site" ? at.site() : at.as(who));
const grant = async (at: World, who: string, role: string, permission: string) =>
  (await grantGlobal(await as(at, who), { role, permission, reason })).answer;
const revoke = async (at: World, who: string, role: string, permission: string) =>
  (await revokeGlobal(await as(at, who), { role, permission, reason })).answer;
const grants = async (at: World) =>
  (await at.rows<{ cell: string }>(sql`select role || ' ' || permission as cell from global_grant`))
    .map((r) => r.cell)
    .sort();

describe("a global role", () => {
  it("brings two columns to every type, and moves their versions", async () => {
    const at = await peopledWorld({ ...draft, types: { squad: {} } });
    expect(await createGlobalRole(await at.as("pat"), { role: "blue-team" })).toMatchObject({ answer: "created" });
    const columns = await at.rows(
      sql`select type, name, kind, label from group_role where global_role = 'blue-team' order by 1, 2`,
    );
    expect(columns).toEqual(
      ["club", "squad"].flatMap((type) => [
        { type, name: "insider:blue-team", kind: "insider", label: "Blue team" },
        { type, name: "outsider:blue-team", kind: "advanced-outsider", label: "Blue team" },
      ]),
    );
    expect(await at.rows(sql`select distinct version from group_type`)).toEqual([{ version: 2 }]);
    expect(await at.logged()).toEqual(["role.created blue-team"]);
  });

  it("is refused by word", async () => {
    const at = await peopledWorld(draft);
    expect((await createGlobalRole(await at.as("bob"), { role: "x" })).answer).toBe("not-permitted");
    for (const role of ["keeper", "authenticated", "anonymous"]) {
      expect((await createGlobalRole(await at.as("root"), { role })).answer).toBe("name-taken");
    }
  });

  /** Looked at while bob alone holds it, and deleted when pat holds it too. */
  const deletedLate = async (knowing: boolean) => {
    const at = await peopledWorld(draft);
    const root = await at.as("root");
    const { seen } = await findRoleToll(root, "five");
    expect(seen).not.toBe("");
    await at.rows(sql`insert into account_role (account_id, role) values (${at.id("pat")}, 'five')`);
    const form = { role: "five", reason, ...(knowing ? { seen } : {}) };
    const { answer } = await deleteGlobalRoleByForm(root, deleteGlobalRoleForm.parse(form));
    const again = await deleteGlobalRoleByForm(root, {
      role: "five",
      reason,
      seen: (await findRoleToll(root, "five")).seen,
    });
    return [answer, again.answer];
  };

  it("is not deleted where something else would follow than was shown, until that was looked at", async () => {
    expect(await deletedLate(true)).toEqual(["stale", "deleted"]);
  });

  it("is not deleted where somebody came to hold it between the look and the write", async () => {
    const at = await peopledWorld(draft);
    const give = sql`insert into account_role (account_id, role) values (${at.id("pat")}, 'five')`;
    const root = meanwhile(await at.as("root"), () => at.rows(give));
    const { seen } = await findRoleToll(root, "five");
    const form = deleteGlobalRoleForm.parse({ role: "five", reason, seen });
    expect((await deleteGlobalRoleByForm(root, form)).answer).toBe("stale");
    expect(await at.rows(sql`select 1 from account_role where role = 'five'`)).toHaveLength(2);
  });

  it("would be, did the form not say what was shown", async () => {
    expect(await deletedLate(false)).toEqual(["deleted", "not-found"]);
  });

  it("is deleted by whoever holds every permission so taken, five excepted", async () => {
    const at = await peopledWorld(draft);
    const gone = async (who: string, role: string) =>
      (await deleteGlobalRole(await as(at, who), { role, reason })).answer;
    expect(await gone("bob", "scribe")).toBe("not-permitted");
    expect(await gone("root", "authenticated")).toBe("built-in");
    expect(await gone("site", "anonymous")).toBe("built-in");
    expect(await gone("pat", "no-such")).toBe("not-found");
    expect(await gone("pat", "bosses")).toBe("exceeds-own");
    await at.rows(sql`update setting set new_account_role = 'five'`);
    expect(await gone("pat", "five")).toBe("deleted");
    expect(await gone("root", "bosses")).toBe("deleted");
    expect((await at.as("bob")).settings.newAccountRole).toBeNull();
    expect(await at.held("bob")).toEqual([]);
    expect(await at.rows(sql`select 1 from group_role where global_role in ('five', 'bosses')`)).toEqual([]);
    expect(await at.logged()).toEqual([
      "account.role-taken bob bosses",
      "account.role-taken bob five",
      "role.deleted bosses",
      "role.deleted five",
      "setting.changed",
    ]);
    expect(await at.notices("bob")).toEqual(["account.role-taken bosses", "account.role-taken five"]);
  });
});

describe("a site-wide right", () => {
  it("is granted and revoked with a line each, and counts at once", async () => {
    const at = await peopledWorld(draft);
    expect(await grant(at, "pat", "five", "audit.view")).toBe("changed");
    expect((await at.as("bob")).globalPermissions.has("audit.view")).toBe(true);
    expect(await grant(at, "pat", "five", "audit.view")).toBe("changed");
    expect(await revoke(at, "pat", "five", "audit.view")).toBe("changed");
    expect((await at.as("bob")).globalPermissions.has("audit.view")).toBe(false);
    expect(await at.logged()).toEqual(["permission.granted audit.view five", "permission.revoked audit.view five"]);
  });

  it("is refused by word, and nothing is written", async () => {
    const at = await peopledWorld(draft);
    const before = await grants(at);
    const refused = [
      ["bob", "five", "audit.view", "not-permitted"],
      ["pat", "anonymous", "audit.view", "impossible"],
      ["site", "anonymous", "group.request", "impossible"],
      ["root", "no-such", "audit.view", "not-found"],
      ["root", "five", "group.fly", "not-found"],
      ["root", "five", "group.create:no-such", "not-found"],
      // pat does not hold it
      ["pat", "five", "people.administer", "exceeds-own"],
      ["pat", "five", "group.create:club", "changed"],
    ] as const;
    for (const [who, role, permission, word] of refused) {
      expect(await grant(at, who, role, permission), permission).toBe(word);
    }
    expect(await revoke(at, "bob", "scribe", "audit.view")).toBe("not-permitted");
    expect(await revoke(at, "pat", "bosses", "people.administer")).toBe("exceeds-own");
    expect(await revoke(at, "pat", "five", "people.administer")).toBe("changed");
    expect(await grants(at)).toEqual(before);
    expect(await at.logged()).toEqual([]);
  });

  it("added to a role of one's own needs another role that holds it", async () => {
    const at = await peopledWorld(draft);
    expect(await grant(at, "pat", "keeper", "explain.view")).toBe("changed");
    expect(await grant(at, "pat", "keeper", "setting.administer")).toBe("exceeds-own");
    expect(await grant(at, "root", "keeper", "setting.administer")).toBe("changed");
  });

  it("of the five may be taken by whoever administers permissions", async () => {
    const at = await peopledWorld(draft);
    for (const key of ["directory.view", "profile.view", "group.request", "group.create:club", "group.overview"]) {
      expect(await revoke(at, "pat", "five", key), key).toBe("changed");
    }
  });

  it("is changed with others all at once or not at all", async () => {
    const at = await peopledWorld(draft);
    const before = await grants(at);
    const changes = [
      { role: "five", permission: "audit.view", on: true },
      { role: "five", permission: "people.administer", on: true },
    ];
    const save = async (who: string) => changeGlobalGrants(await at.as(who), grantsShape.parse({ changes }));
    expect((await save("pat")).answer).toBe("exceeds-own");
    expect(await grants(at)).toEqual(before);
    expect((await save("root")).answer).toBe("changed");
    expect(await grants(at)).toHaveLength(before.length + 2);
    expect(grantsShape.safeParse({ changes: [...changes, changes[0]] }).success).toBe(false);
  });
});
