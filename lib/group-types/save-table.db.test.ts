import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { saveTable } from "./commands/save-table";
import { type AskedSet, findChangeSet } from "./queries/find-change-set";
import { findSaved } from "./queries/find-saved";
import { listSaves } from "./queries/list-saves";
import { cellId, changeId } from "./schema-cell";
import { tableForm } from "./schema-forms";

const draft: WorldDraft = {
  roles: { blue: [], "type-keeper": ["type.administer"] },
  types: { squad: { outsider: ["group.view"], member: ["group.view", "member.list"], officer: [] } },
  accounts: { root: { owner: true }, tina: { roles: ["type-keeper"] }, bob: {} },
};
const COLUMNS = ["anonymous", "outsider", "member", "officer", "leader"];
const STORED = ["outsider group.view", "member group.view", "member member.list"];

const idOf = (cell: string) => cellId(cell.split(" ")[0] ?? "", cell.split(" ")[1] ?? "");
const ticks = async (at: World) =>
  (
    await at.rows<{ cell: string }>(
      sql`select role || ' ' || permission as cell from group_grant where type = 'squad' order by 1`,
    )
  ).map((row) => row.cell);

const base = { type: "squad", page: "permissions", reason: "so", end: "end" };

/** Looked over first, as everybody does, and then saved. */
async function send(at: World, who: string, version: number, cells: readonly string[], column = COLUMNS) {
  return reviewed(at, who, { ...base, version, column, cell: cells.map(idOf) });
}

async function reviewed(at: World, who: string, form: object) {
  const first = await saveTable(await at.as(who), tableForm.parse(form));
  if (first.data?.kind !== "review") return first;
  return saveTable(await at.as(who), tableForm.parse({ ...form, seen: first.data.seen }));
}

describe("a table that comes back", () => {
  it("saves what differs and nothing else, and says afterwards what that was", async () => {
    const at = await peopledWorld(draft);
    const outcome = await send(at, "tina", 1, [...STORED.slice(0, 2), "officer member.add"]);
    expect(outcome.data).toEqual({ kind: "saved", type: "squad", page: "permissions", role: "", version: 2 });
    expect(await ticks(at)).toEqual(["member group.view", "officer member.add", "outsider group.view"]);
    const saved = await findSaved(await at.as("tina"), "squad", 2);
    expect(saved).toMatchObject({ by: "tina", reason: "so" });
    expect(saved?.changes).toHaveLength(2);
    expect(await findSaved(await at.as("bob"), "squad", 2)).toBeNull();
  });

  it("leaves alone the columns that it does not show", async () => {
    const at = await peopledWorld(draft);
    await send(at, "tina", 1, [], ["outsider"]);
    expect(await ticks(at)).toEqual(["member group.view", "member member.list"]);
  });

  it("writes nothing where nothing differs", async () => {
    const at = await peopledWorld(draft);
    expect((await send(at, "tina", 1, STORED)).data).toMatchObject({ kind: "saved", version: null });
    expect(await at.rows(sql`select version from group_type where name = 'squad'`)).toEqual([{ version: 1 }]);
  });

  it("is refused to whoever may not administer types, whether or not the type exists", async () => {
    const at = await peopledWorld(draft);
    const form = tableForm.parse({
      type: "none",
      version: 1,
      page: "outsider",
      column: ["member"],
      cell: [],
      end: "end",
    });
    for (const answer of [await send(at, "bob", 1, []), await saveTable(await at.as("bob"), form)]) {
      expect(answer).toEqual({ answer: "not-permitted", done: false, data: null });
    }
    expect((await saveTable(await at.as("tina"), form)).answer).toBe("not-found");
    expect(await ticks(at)).toHaveLength(3);
  });

  it("names every cell that stands in the way, with the reason, and saves none", async () => {
    const at = await peopledWorld(draft);
    const impossible = send(at, "root", 1, [...STORED, "anonymous group.edit", "officer group.edit"]);
    await expect(impossible).rejects.toMatchObject({
      code: "impossible",
      fields: { "anonymous|group.edit": expect.stringMatching(/^Edit group for anonymous: There is no account/) },
    });
    const high = send(at, "tina", 1, [...STORED, "officer group.administer", "officer group.edit"]);
    await expect(high).rejects.toMatchObject({
      code: "exceeds-own",
      fields: { "officer|group.administer": expect.stringContaining("not yours to grant") },
    });
    expect(await ticks(at)).toHaveLength(3);
  });
});

describe("a table that is looked over", () => {
  const sent = { ...base, version: 1, sends: "changes" };

  it("is not saved before it was said what the very changes mean that are sent", async () => {
    const at = await peopledWorld(draft);
    const change = ["+outsider|member.list", "-member|member.list"];
    const first = await saveTable(await at.as("tina"), tableForm.parse({ ...sent, change }));
    expect(first).toMatchObject({ answer: "confirm", done: true, data: { kind: "review", reason: "so" } });
    expect(await ticks(at)).toEqual(STORED.toSorted());
    const seen = first.data?.kind === "review" ? first.data.seen : "";
    const others = { ...sent, seen, change: [...change, "+officer|member.list"] };
    expect((await saveTable(await at.as("tina"), tableForm.parse(others))).data?.kind).toBe("review");
    expect(await ticks(at)).toEqual(STORED.toSorted());
    const same = { ...sent, seen, change: change.toReversed() };
    expect((await saveTable(await at.as("tina"), tableForm.parse(same))).data?.kind).toBe("saved");
    expect(await ticks(at)).toEqual(["member group.view", "outsider group.view", "outsider member.list"]);
  });

  it("says who gains and loses, and what to think of twice", async () => {
    const groups = { hall: { type: "squad", internal: false, members: { bob: ["officer"], tina: [] } } };
    const types = { squad: { ...draft.types?.squad, officer: ["group.administer"] } };
    const at = await peopledWorld({ ...draft, types, groups });
    const change = [
      "-officer|group.administer",
      "+outsider|group.edit",
      "-member|member.list",
      "+anonymous|group.view",
    ];
    const { data } = await saveTable(await at.as("root"), tableForm.parse({ ...sent, change }));
    if (data?.kind !== "review") throw new Error("nothing to look over");
    expect(data.lines).toEqual(
      expect.arrayContaining([
        "1 person loses “Administer group” in 1 group.",
        "2 people lose “View member list” in 1 group.",
        "Visitors gain “View group” in 1 group.",
      ]),
    );
    expect(data.warnings).toContain("1 group would be left without a member who administers it.");
    const high = { ...sent, change: ["+member|group.administer"] };
    const asked = await saveTable(await at.as("root"), tableForm.parse(high));
    expect(asked.data).toMatchObject({ warnings: [expect.stringMatching(/marked high.*every member/)] });
  });

  it("sends its changes alone, and they count against the table that they were made on", async () => {
    const at = await peopledWorld(draft);
    await send(at, "root", 1, [...STORED, "outsider member.join"]);
    const change = ["+officer|member.add", "+outsider|member.join"];
    const outcome = await reviewed(at, "tina", { ...sent, change });
    expect(outcome.data).toMatchObject({
      kind: "moved",
      chosen: [{ role: "officer", permission: "member.add", on: true }],
      already: [{ role: "outsider", permission: "member.join", on: true }],
    });
    expect(await ticks(at)).not.toContain("officer member.add");
  });
});

describe("a set of changes that an address proposes", () => {
  it("is worked out against the table of now, and leaves out what one may not do", async () => {
    const at = await peopledWorld(draft);
    const found = async (who: string, asked: AskedSet) => {
      const set = await findChangeSet(await at.as(who), "squad", asked);
      return set && { changes: set.changes.map(changeId), left: set.left };
    };
    expect(await found("root", { set: "preset:join-and-post" })).toEqual({
      changes: [
        ...["+outsider|member.join", "+member|member.leave", "+member|post.view", "+member|post.create"],
        ...["+member|post.edit-own", "+member|post.delete-own"],
      ],
      left: [],
    });
    expect(await found("root", { set: "preset:private" })).toMatchObject({
      left: ["Administer members for group-admin: there is no such column here."],
    });
    expect(await found("tina", { set: "copy", from: "member", to: "officer" })).toEqual({
      changes: ["+officer|group.view", "+officer|member.list"],
      left: [],
    });
    await at.rows(sql`insert into group_grant (type, role, kind, permission) values ('squad', 'officer', 'custom', 'group.delete'),
      ('squad', 'officer', 'custom', 'member.list')`);
    await at.rows(sql`update policy set version = version + 1`);
    expect(await found("tina", { set: "redundant" })).toEqual({ changes: ["-officer|member.list"], left: [] });
    expect(await found("tina", { set: "copy", from: "officer", to: "outsider" })).toMatchObject({
      left: ["Delete group for outsider: not yours to grant."],
    });
    for (const set of ["copy", "preset:none", "revert:99", "nonsense"]) expect(await found("root", { set })).toBeNull();
    expect(await found("bob", { set: "redundant" })).toBeNull();
  });

  it("takes a save back, and the log lists saves page by page", async () => {
    const at = await peopledWorld(draft);
    await send(at, "root", 1, [...STORED.slice(0, 2), "outsider member.join"]);
    const set = await findChangeSet(await at.as("tina"), "squad", { set: "revert:2" });
    expect(set?.changes.map(changeId)).toEqual(["-outsider|member.join", "+member|member.list"]);
    for (let version = 2; version <= 23; version++) {
      const on = version % 2 === 0 ? ["officer member.add"] : [];
      await send(at, "tina", version, [...STORED.slice(0, 2), "outsider member.join", ...on]);
    }
    const first = await listSaves(await at.as("tina"), "squad", null);
    const second = await listSaves(await at.as("tina"), "squad", first?.next ?? null);
    const ids = [...(first?.saves ?? []), ...(second?.saves ?? [])].map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 23 }, (_, n) => String(24 - n)));
    expect(second).toMatchObject({
      next: null,
      saves: expect.arrayContaining([expect.objectContaining({ by: "root" })]),
    });
    expect(second?.saves.at(-1)?.changes).toHaveLength(2);
    expect(await listSaves(await at.as("bob"), "squad", null)).toBeNull();
  });
});

describe("a table made on an older one", () => {
  it("is not saved: it says what moved and what was chosen, and takes nothing of the other's back", async () => {
    const at = await peopledWorld(draft);
    await send(at, "root", 1, [...STORED.slice(0, 2), "outsider member.join"]);
    const outcome = await send(at, "tina", 1, [...STORED, "officer group.edit"]);
    expect(outcome).toMatchObject({ answer: "stale", data: { kind: "moved", version: 2, already: [] } });
    expect(outcome.data).toMatchObject({
      chosen: [{ role: "officer", permission: "group.edit", on: true }],
      moved: [
        { role: "outsider", permission: "member.join", on: true, was: false, by: "root" },
        { role: "member", permission: "member.list", on: false, was: true, by: "root" },
      ],
    });
    expect(await ticks(at)).toEqual(["member group.view", "outsider group.view", "outsider member.join"]);
  });

  it("counts a cell that moved and came back as not moved", async () => {
    const at = await peopledWorld(draft);
    await send(at, "root", 1, STORED.slice(0, 2));
    await send(at, "root", 2, STORED);
    expect((await send(at, "tina", 1, STORED)).data).toMatchObject({ kind: "moved", moved: [], chosen: [] });
  });

  it("is done already when the same was sent twice", async () => {
    const at = await peopledWorld(draft);
    const cells = [...STORED, "officer group.edit"];
    await send(at, "tina", 1, cells);
    expect((await send(at, "tina", 1, cells)).data).toMatchObject({ kind: "saved", version: 2 });
    expect(await at.rows(sql`select version from group_type where name = 'squad'`)).toEqual([{ version: 2 }]);
  });

  it("names a column that is gone", async () => {
    const at = await peopledWorld(draft);
    await at.rows(sql`delete from group_role where name = 'officer'`);
    await at.rows(sql`update group_type set version = 2 where name = 'squad'`);
    await at.rows(sql`update policy set version = version + 1`);
    const outcome = await send(at, "tina", 1, [...STORED, "officer group.edit"]);
    expect(outcome.data).toMatchObject({ kind: "moved", chosen: [], gone: { columns: ["officer"], permissions: [] } });
  });
});

it("takes no form that lost its end, and no tick outside its columns", () => {
  const form = { type: "squad", version: "1", page: "permissions", column: ["member"], cell: [], end: "end" };
  const whole = { ...form, version: 1 };
  expect(tableForm.safeParse(whole).success).toBe(true);
  expect(tableForm.safeParse({ ...whole, end: undefined }).success).toBe(false);
  expect(tableForm.safeParse({ ...whole, cell: ["outsider|group.view"] }).success).toBe(false);
  expect(tableForm.safeParse({ ...whole, cell: ["member|group.view|x"] }).success).toBe(false);
  expect(tableForm.safeParse({ ...whole, more: "x" }).success).toBe(false);
  const changes = { ...whole, sends: "changes", column: undefined };
  expect(tableForm.safeParse({ ...changes, change: ["+member|group.view"] }).success).toBe(true);
  for (const change of ["member|group.view", "*member|group.view", "+member|group.view|x", "+member"]) {
    expect(tableForm.safeParse({ ...changes, change: [change] }).success, change).toBe(false);
  }
  expect(tableForm.safeParse({ ...whole, column: [] }).success).toBe(false);
});
