import { describe, expect, it } from "vitest";
import type { Column, TypeTable } from "@/lib/policy/facts";
import { cellId } from "./schema-cell";
import { differences, type Moved, mergeInto, ticksBefore, ticksOf } from "./table-form";

const column = (name: "outsider" | "member", permissions: Column["permissions"]): [string, Column] => [
  name,
  { name, kind: name, globalRole: null, permissions },
];
const table: TypeTable = {
  type: "band",
  columns: new Map([
    column("outsider", new Set(["group.view"])),
    column("member", new Set(["group.view", "post.view"])),
  ]),
};
const withoutPosts: TypeTable = { ...table, content: new Set() };
const shown = ["outsider", "member"];
const id = cellId;
const now = [id("outsider", "group.view"), id("member", "group.view"), id("member", "post.view")];
const moved = (role: string, permission: string, was: boolean, on: boolean): Moved => ({ role, permission, was, on });

describe("the cells that differ", () => {
  it("are none where nothing was touched", () => {
    expect(differences({ column: shown, cell: now }, ticksOf(table))).toEqual([]);
  });

  it("are what was ticked and what was unticked", () => {
    const cell = [id("outsider", "group.view"), id("member", "group.view"), id("outsider", "member.join")];
    expect(differences({ column: shown, cell }, ticksOf(table))).toEqual([
      { role: "outsider", permission: "member.join", on: true },
      { role: "member", permission: "post.view", on: false },
    ]);
  });

  it("leave alone every column that the form does not show", () => {
    expect(differences({ column: ["outsider"], cell: [id("outsider", "group.view")] }, ticksOf(table))).toEqual([]);
    expect(differences({ column: ["outsider"], cell: [] }, ticksOf(table))).toHaveLength(1);
  });

  it("know nothing of rows whose content is off", () => {
    expect([...ticksOf(withoutPosts)]).toEqual(now.slice(0, 2));
  });
});

describe("a form made on an older table", () => {
  it("is compared with the table that it was made on", () => {
    const moves = [moved("member", "post.view", false, true), moved("outsider", "member.join", true, false)];
    expect(ticksBefore(ticksOf(table), moves)).toEqual(
      new Set([id("outsider", "group.view"), id("member", "group.view"), id("outsider", "member.join")]),
    );
  });

  it("never takes back what somebody else granted meanwhile", () => {
    const moves = [moved("member", "post.view", false, true)];
    const cell = [id("outsider", "group.view"), id("member", "group.view"), id("member", "member.leave")];
    expect(mergeInto(table, moves, { column: shown, cell }).chosen).toEqual([
      { role: "member", permission: "member.leave", on: true },
    ]);
    // The fault that this guards against: compared with the table of now, the other's grant would be revoked.
    expect(mergeInto(table, [], { column: shown, cell }).chosen).toHaveLength(2);
  });

  it("says what was chosen and is so already", () => {
    const moves = [moved("member", "post.view", false, true)];
    const merge = mergeInto(table, moves, { column: shown, cell: now });
    expect(merge.chosen).toEqual([]);
    expect(merge.already).toEqual([{ role: "member", permission: "post.view", on: true }]);
  });

  it("takes a cell that moved and came back for what it was", () => {
    const moves = [moved("member", "group.view", true, true)];
    expect(mergeInto(table, moves, { column: shown, cell: now })).toMatchObject({ chosen: [], already: [] });
  });

  it("names columns and rows that are gone, and drops nothing silently", () => {
    const cell = [...now, id("officer", "group.edit"), id("outsider", "post.view")];
    const { gone, chosen } = mergeInto(withoutPosts, [moved("member", "post.view", true, false)], {
      column: [...shown, "officer"],
      cell,
    });
    expect(gone).toEqual({ columns: ["officer"], permissions: ["post.view"] });
    expect(chosen).toEqual([]);
  });
});
