import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type WorldDraft } from "@/db/testing/peopled-world";
import { fold } from "@/lib/fold";
import { createByForm } from "@/lib/groups/commands/create-by-form";
import { editByForm } from "@/lib/groups/commands/edit-by-form";
import { createGroupForm } from "@/lib/groups/schema";
import { Refusal } from "@/lib/refusal";
import { changeSettingsByForm } from "./change-by-form";
import { releaseName, reserveName } from "./commands";
import { findSettings, listReservedNames } from "./queries";
import { type SettingsForm, settingsForm } from "./schema";

const draft: WorldDraft = {
  roles: { settings: ["setting.administer"], member: ["group.request"] },
  types: { club: { outsider: ["group.view"] } },
  accounts: { root: { owner: true }, sam: { roles: ["settings"] }, bob: {} },
  groups: { council: {}, unseen: { hidden: true }, accented: {}, other: {} },
};

async function form(at: Awaited<ReturnType<typeof peopledWorld>>, who: string, change: Partial<SettingsForm>) {
  const viewer = await at.as(who);
  const { was = "" } = (await findSettings(viewer)) ?? {};
  const values = { autoLeave: false, notifyLeaders: true, signUp: "open", signUpDomains: "", newAccountRole: null };
  return changeSettingsByForm(viewer, settingsForm.parse({ ...values, defaultGroupType: null, was, ...change }));
}

const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(() => null).catch((reason: unknown) => reason);
  if (!(error instanceof Refusal)) throw new Error("it was not refused");
  return error;
};

describe("the form of the settings", () => {
  it("is shown to those alone who may", async () => {
    const at = await peopledWorld(draft);
    expect(await findSettings(await at.as("bob"))).toBeNull();
    expect(await listReservedNames(await at.as("bob"))).toBeNull();
    expect(await findSettings(await at.as("sam"))).toMatchObject({
      roles: [
        { name: "member", mayGive: false },
        { name: "settings", mayGive: true },
      ],
    });
  });

  it("is taken whole, with its domains as people type them", async () => {
    const at = await peopledWorld(draft);
    const saved = await form(at, "sam", {
      signUp: "domains",
      signUpDomains: "Example.org, @two.example\nexample.ORG",
      autoLeave: true,
    });
    expect(saved).toMatchObject({ answer: "changed", done: true });
    expect((await at.as("bob")).settings).toMatchObject({
      autoLeave: true,
      signUp: "domains",
      signUpDomains: ["example.org", "two.example"],
    });
  });

  it("says at which field it is wrong", async () => {
    const at = await peopledWorld(draft);
    expect((await refusal(form(at, "sam", { signUpDomains: "example.org nonsense" }))).fields).toEqual({
      signUpDomains: "“nonsense” is no domain. A domain looks like example.org.",
    });
    expect((await refusal(form(at, "sam", { newAccountRole: "member" }))).fields).toHaveProperty("newAccountRole");
    expect((await refusal(form(at, "sam", { defaultGroupType: "no-such" }))).fields).toHaveProperty("defaultGroupType");
    expect(() =>
      settingsForm.parse({
        autoLeave: true,
        notifyLeaders: true,
        signUp: "domains",
        signUpDomains: "",
        newAccountRole: null,
        defaultGroupType: null,
        was: "",
      }),
    ).toThrow();
    expect(await at.logged()).toEqual([]);
  });

  it("does not overwrite what somebody else changed meanwhile", async () => {
    const at = await peopledWorld(draft);
    const { was = "" } = (await findSettings(await at.as("sam"))) ?? {};
    await form(at, "root", { autoLeave: true });
    expect(await form(at, "sam", { was })).toMatchObject({ answer: "stale", done: false });
    expect((await at.as("bob")).settings.autoLeave).toBe(true);
  });
});

describe("the list of reserved names", () => {
  it("T16 names of the groups that bear one those that its reader sees, and counts the others", async () => {
    const at = await peopledWorld(draft);
    for (const [from, name] of [
      ["unseen", "COUNCIL"],
      ["accented", "Couñcil"],
    ])
      await at.rows(sql`update groups set name = ${name}, name_key = ${fold(name ?? "")} where name = ${from}`);
    await reserveName(await at.as("sam"), { name: "council", reason: "The council is elected." });
    const mine = await listReservedNames(await at.as("sam"));
    expect(mine?.lines).toMatchObject([{ name: "council", borne: [{ name: "council" }], others: 1, more: false }]);
    const all = await listReservedNames(await at.as("root"));
    expect(all?.lines[0]?.borne.map(({ name }) => name).sort()).toEqual(["COUNCIL", "council"]);
  });

  it("T17 is asked by both forms, which say why at the field of the name, however it is written", async () => {
    const at = await peopledWorld(draft);
    await reserveName(await at.as("sam"), { name: "Admin", reason: "Only we are that." });
    const [group] = await at.rows<{ slug: string }>(sql`select slug from groups where name = 'other'`);
    const root = await at.as("root");
    const rest = {
      description: "",
      picture: "hall",
      colour: "moss",
      finds: "everybody",
      enters: "once",
      who: "everybody",
    };
    for (const name of ["Admin", "ADMIN", "  ａｄｍｉｎ ", "admin"]) {
      const flags = { public: false, published: true, restricted: false, quietJoinPage: false };
      const made = createGroupForm.parse({
        ...rest,
        ...flags,
        type: "club",
        name,
        eligibleRoles: [],
        confers: [],
        has: [],
      });
      const at1 = await refusal(createByForm(root, made));
      expect([at1.code, at1.fields]).toEqual([
        "reserved-name",
        { name: "This name is kept for something else: Only we are that." },
      ]);
      const renamed = await refusal(editByForm(root, { group: group?.slug ?? "", name: made.name }));
      expect(renamed.fields).toHaveProperty("name");
    }
    await releaseName(await at.as("sam"), { name: "admin" });
    expect((await editByForm(root, { group: group?.slug ?? "", name: "Admin" })).answer).toBe("changed");
  });
});
