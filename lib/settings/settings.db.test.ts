import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as groupShape } from "@/lib/groups/schema";
import { changeSettings, releaseName, reserveName } from "./commands";
import { changeSettings as settingsShape } from "./schema";

const draft: WorldDraft = {
  roles: { settings: ["setting.administer"], member: ["group.request"] },
  accounts: { root: { owner: true }, sam: { roles: ["settings"] }, bob: {} },
};

const set = async (at: World, who: string, change: object) =>
  changeSettings(who === "site" ? await at.site() : await at.as(who), settingsShape.parse(change));

describe("the portal's settings", () => {
  it("change with one line for each, and count at once", async () => {
    const at = await peopledWorld(draft);
    const before = await at.rows<{ version: string }>(sql`select version from setting`);
    expect(await set(at, "sam", { autoLeave: true, signUp: "domains", signUpDomains: ["Example.ORG"] })).toMatchObject({
      answer: "changed",
      done: true,
    });
    expect((await at.as("bob")).settings).toMatchObject({
      ...{ autoLeave: true, notifyLeaders: true, signUp: "domains", signUpDomains: ["example.org"] },
    });
    expect(await at.logged()).toEqual(["setting.changed", "setting.changed", "setting.changed"]);
    expect(await at.rows(sql`select before, after from audit order by id limit 1`)).toEqual([
      { before: { autoLeave: false }, after: { autoLeave: true } },
    ]);
    expect(await at.rows(sql`select version from setting`)).not.toEqual(before);
    expect(await set(at, "sam", { autoLeave: true })).toMatchObject({ answer: "changed", done: true });
    expect(await at.logged()).toEqual([]);
  });

  it("are refused by word, and raise nobody", async () => {
    const at = await peopledWorld(draft);
    const answers = [
      await set(at, "bob", { autoLeave: true }),
      await set(at, "sam", { newAccountRole: "member" }),
      await set(at, "root", { newAccountRole: "no-such" }),
      await set(at, "site", { newAccountRole: "authenticated" }),
      await set(at, "sam", { defaultGroupType: "no-such" }),
      await reserveName(await at.as("bob"), { name: "Admin", reason: "" }),
      await releaseName(await at.as("bob"), { name: "Admin" }),
    ];
    expect(answers.map(({ answer }) => answer)).toEqual([
      ...["not-permitted", "exceeds-own", "no-such-role", "no-such-role", "no-such-type"],
      ...["not-permitted", "not-permitted"],
    ]);
    expect(await at.logged()).toEqual([]);
    expect(await set(at, "sam", { newAccountRole: "settings", defaultGroupType: "club" })).toMatchObject({
      done: true,
    });
    expect(await set(at, "root", { newAccountRole: "member" })).toMatchObject({ done: true });
    expect(await set(at, "sam", { newAccountRole: "member" })).toMatchObject({ answer: "changed", done: true });
    expect(await set(at, "sam", { newAccountRole: null, defaultGroupType: null })).toMatchObject({ done: true });
    expect((await at.as("bob")).settings).toMatchObject({ newAccountRole: null, defaultGroupType: null });
  });
});

describe("reserved names", () => {
  const make = async (at: World, name: string) =>
    (await createGroup(await at.as("root"), groupShape.parse({ type: "club", name }))).answer;

  it("are nobody's to give, however they are written", async () => {
    const at = await peopledWorld(draft);
    await reserveName(await at.as("sam"), { name: "Straße", reason: "ours" });
    for (const name of ["Straße", "STRASSE", "  strasse ", "ｓtraße"])
      expect(await make(at, name), name).toBe("reserved-name");
    expect(await make(at, "Strasser")).toBe("created");
    await releaseName(await at.as("sam"), { name: "STRASSE" });
    expect(await make(at, "Straße")).toBe("created");
    expect(await at.logged()).toEqual(
      ["group.created Strasser", "group.created Straße", "setting.changed", "setting.changed"].map(anyGroup),
    );
  });

  it("keep their reason when they are reserved once more without one, and get another that is given", async () => {
    const at = await peopledWorld(draft);
    const reasons = async (name: string, reason: string) => {
      await reserveName(await at.as("sam"), { name, reason });
      return at.rows(sql`select name, reason from reserved_name`);
    };
    expect(await reasons("Admin", "ours")).toEqual([{ name: "Admin", reason: "ours" }]);
    expect(await reasons("ADMIN", "")).toEqual([{ name: "ADMIN", reason: "ours" }]);
    expect(await reasons("admin", "still ours")).toEqual([{ name: "admin", reason: "still ours" }]);
  });

  it("are set as a list, which keeps the reasons of those that stay", async () => {
    const at = await peopledWorld(draft);
    await reserveName(await at.as("sam"), { name: "Admin", reason: "ours" });
    await at.logged();
    await set(at, "sam", { reservedNames: ["Root", "ADMIN", "admin"] });
    expect(await at.rows(sql`select name, reason from reserved_name order by name_key`)).toEqual([
      { name: "admin", reason: "ours" },
      { name: "Root", reason: "" },
    ]);
    expect(await at.logged()).toEqual(["setting.changed"]);
    await set(at, "sam", { reservedNames: ["admin", "Root"] });
    expect(await at.logged()).toEqual([]);
    await set(at, "sam", { reservedNames: [] });
    expect(await at.rows(sql`select 1 from reserved_name`)).toEqual([]);
  });
});

/** Groups made by a command have no name in the test's world. */
const anyGroup = (line: string) =>
  line.startsWith("group.created") ? expect.stringMatching(/^group\.created /) : line;
