import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { meanwhile } from "@/db/testing/meanwhile";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import type { AskedSet } from "@/lib/group-types/queries/find-change-set";
import { changeId } from "@/lib/group-types/schema-cell";
import { changeGlobalGrants } from "./commands/change-global-grants";
import { saveGlobalTable } from "./commands/save-global-table";
import { findGlobalSet, listGlobalSaves } from "./queries/find-global-set";
import { findSavedGlobal } from "./queries/find-saved-global";
import { globalTableForm } from "./schema-forms";

const draft: WorldDraft = {
  roles: { member: ["group.request"], keeper: ["permission.administer", "profile.view"] },
  types: { squad: { outsider: [], member: ["group.view"] } },
  accounts: { root: { owner: true }, pat: { roles: ["keeper"] }, ann: { roles: ["member"] }, bob: {} },
  groups: { hall: { type: "squad", members: ["ann"] } },
};
const COLUMNS = ["member"];
const WAS = ["member|group.request"];

async function send(at: World, who: string, cell: readonly string[], rest: { was?: string[]; seen?: string } = {}) {
  const { was = WAS, seen = "" } = rest;
  const form = { column: COLUMNS, cell: [...cell], was: was.join(" "), seen, reason: "so", end: "end" };
  return saveGlobalTable(await at.as(who), globalTableForm.parse(form));
}

/** Looked over first, as everybody does, and then saved. */
async function sendReviewed(at: World, who: string, cell: readonly string[]) {
  const { data } = await send(at, who, cell);
  return send(at, who, cell, { seen: data?.kind === "review" ? data.seen : "" });
}

const held = async (at: World) =>
  (await at.rows<{ p: string }>(sql`select permission as p from global_grant where role = 'member' order by 1`)).map(
    (row) => row.p,
  );
const members = async (at: World) => (await at.rows(sql`select 1 from membership`)).length;

describe("the table of site-wide rights", () => {
  it("saves what differs, and says afterwards what that was", async () => {
    const at = await peopledWorld(draft);
    const outcome = await sendReviewed(at, "pat", [...WAS, "member|profile.view"]);
    expect(outcome).toMatchObject({ answer: "changed", done: true, data: { kind: "saved" } });
    expect(await held(at)).toEqual(["group.request", "profile.view"]);
    const request = outcome.data?.kind === "saved" ? (outcome.data.request ?? "") : "";
    expect(await findSavedGlobal(await at.as("pat"), request)).toMatchObject({
      by: "pat",
      changes: [{ role: "member", permission: "profile.view", on: true }],
    });
    expect(await findSavedGlobal(await at.as("bob"), request)).toBeNull();
  });

  it("says first whom it would remove, and goes through when it comes back knowing that", async () => {
    const at = await peopledWorld(draft);
    const asked = await send(at, "root", []);
    expect(asked).toMatchObject({ answer: "confirm", data: { kind: "review", was: WAS.join(" ") } });
    expect(asked.data).toMatchObject({
      lines: ["1 person would be removed from 1 group: hall.", "1 person would lose “Request non-public groups”."],
    });
    expect([await held(at), await members(at)]).toEqual([["group.request"], 1]);
    const seen = asked.data?.kind === "review" ? asked.data.seen : "";
    expect((await send(at, "root", [], { seen })).answer).toBe("changed");
    expect([await held(at), await members(at)]).toEqual([[], 0]);
  });

  it("is looked at once more where somebody came in between the look and the save", async () => {
    const at = await peopledWorld({ ...draft, accounts: { ...draft.accounts, bob: { roles: ["member"] } } });
    const asked = await send(at, "root", []);
    const seen = asked.data?.kind === "review" ? asked.data.seen : "";
    const enter = sql`insert into membership (group_id, account_id, how) values (${at.id("hall")}, ${at.id("bob")}, 'added')`;
    const root = meanwhile(await at.as("root"), () => at.rows(enter));
    const form = { column: COLUMNS, cell: [], was: WAS.join(" "), seen, reason: "so", end: "end" };
    const again = await saveGlobalTable(root, globalTableForm.parse(form));
    expect(again).toMatchObject({ answer: "confirm", data: { kind: "review" } });
    expect(again.data?.kind === "review" && again.data.lines[0]).toBe("2 people would be removed from 1 group: hall.");
    expect([await held(at), await members(at)]).toEqual([["group.request"], 2]);
  });

  it("is looked at once more where the rules moved in between, and counts by the new ones", async () => {
    const roles = { ...draft.roles, spare: ["group.request"] };
    const at = await peopledWorld({
      ...draft,
      roles,
      accounts: { ...draft.accounts, ann: { roles: ["member", "spare"] } },
    });
    const asked = await send(at, "root", []);
    const seen = asked.data?.kind === "review" ? asked.data.seen : "";
    const other = await at.as("root");
    const taken = { changes: [{ role: "spare", permission: "group.request", on: false }], reason: "" };
    const root = meanwhile(await at.as("root"), () => changeGlobalGrants(other, taken));
    const form = { column: COLUMNS, cell: [], was: WAS.join(" "), seen, reason: "so", end: "end" };
    const again = await saveGlobalTable(root, globalTableForm.parse(form));
    expect(again).toMatchObject({ answer: "confirm", data: { kind: "review" } });
    expect(again.data?.kind === "review" && again.data.lines[0]).toBe("1 person would be removed from 1 group: hall.");
    expect([await held(at), await members(at)]).toEqual([["group.request"], 1]);
    const told = again.data?.kind === "review" ? again.data.seen : "";
    expect((await send(at, "root", [], { seen: told })).answer).toBe("changed");
    expect([await held(at), await members(at)]).toEqual([[], 0]);
  });

  it("is not saved over what somebody else did meanwhile", async () => {
    const at = await peopledWorld(draft);
    await sendReviewed(at, "root", [...WAS, "member|profile.view"]);
    const outcome = await send(at, "pat", [...WAS, "member|directory.view"]);
    expect(outcome).toMatchObject({
      answer: "stale",
      data: { moved: [{ permission: "profile.view", on: true }], chosen: [{ permission: "directory.view", on: true }] },
    });
    expect(await held(at)).toEqual(["group.request", "profile.view"]);
  });

  it("names every cell that is not one's to change, and changes none", async () => {
    const at = await peopledWorld(draft);
    const outcome = send(at, "pat", [...WAS, "member|profile.view", "member|group.bypass"]);
    await expect(outcome).rejects.toMatchObject({
      code: "exceeds-own",
      fields: { "member|group.bypass": expect.stringContaining("only what you hold yourself") },
    });
    expect(await held(at)).toEqual(["group.request"]);
    expect((await send(at, "bob", [])).answer).toBe("not-permitted");
    expect((await send(at, "ann", [])).answer).toBe("not-permitted");
  });

  it("sends its changes alone, says who gains and loses, and warns of losing one's own", async () => {
    const at = await peopledWorld(draft);
    const sent = {
      sends: "changes",
      was: `${WAS} keeper|permission.administer keeper|profile.view`,
      reason: "so",
      end: "end",
    };
    const change = ["-keeper|permission.administer", "+member|profile.view"];
    const asked = await saveGlobalTable(await at.as("pat"), globalTableForm.parse({ ...sent, change }));
    expect(asked.data).toMatchObject({
      kind: "review",
      lines: ["1 person would lose “Administer permissions”.", "1 person would gain “View people's profiles”."],
      warnings: ["You yourself would lose “Administer permissions”."],
    });
    expect(await held(at)).toEqual(["group.request"]);
    const wide = { ...sent, change: ["+authenticated|group.bypass"] };
    const warned = await saveGlobalTable(await at.as("root"), globalTableForm.parse(wide));
    expect(warned.data).toMatchObject({ warnings: [expect.stringMatching(/marked high.*every account/)] });
  });

  it("proposes a use case, a copy, what is redundant, and a save taken back", async () => {
    const at = await peopledWorld(draft);
    const found = async (who: string, asked: AskedSet, of?: string) =>
      (await findGlobalSet(await at.as(who), asked, of))?.changes.map(changeId);
    expect(await found("root", { set: "preset:create-groups" }, "squad")).toEqual([
      "+authenticated|group.create:squad",
    ]);
    expect(await found("root", { set: "preset:create-groups" }, "none")).toBeUndefined();
    expect(await found("pat", { set: "copy", from: "keeper", to: "member" })).toEqual([
      ...["+member|permission.administer", "+member|profile.view"],
      "-member|group.request",
    ]);
    await sendReviewed(at, "root", []);
    const saves = await listGlobalSaves(await at.as("pat"), null);
    const [save] = saves?.saves ?? [];
    expect(save).toMatchObject({ by: "root", reason: "so" });
    expect(await found("root", { set: `revert:${save?.id}` })).toEqual(["+member|group.request"]);
    expect(await found("bob", { set: "redundant" })).toBeUndefined();
    expect(await listGlobalSaves(await at.as("bob"), null)).toBeNull();
  });
});

it("takes no whole table without its columns", () => {
  const form = { cell: [], was: "", end: "end" };
  expect(globalTableForm.safeParse(form).success).toBe(false);
  expect(globalTableForm.safeParse({ ...form, column: ["member"] }).success).toBe(true);
  expect(globalTableForm.safeParse({ ...form, sends: "changes" }).success).toBe(true);
});
