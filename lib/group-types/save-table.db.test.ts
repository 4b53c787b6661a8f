import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { cellId } from "./cell-id";
import { saveTable } from "./commands/save-table";
import { findSaved } from "./queries/find-saved";
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

async function send(at: World, who: string, version: number, cells: readonly string[], column = COLUMNS) {
  const form = { type: "squad", version, page: "permissions", column, cell: cells.map(idOf), reason: "so", end: "end" };
  return saveTable(await at.as(who), tableForm.parse(form));
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
});
