import { describe, expect, it } from "vitest";
import type { FormAnswer } from "@/app/_ui/form";
import { cellOfRole, cellOfType } from "./cell";
import { reasonsIn } from "./reasons";
import { baseFor, storedTicks, ticksFor } from "./ticks";
import type { TableView } from "./view";

const box = (on: boolean) => ({ state: "box", on, through: null, note: null }) as const;
const column = (name: string) => ({ name, label: name, title: name, band: "Inside", frozen: false });
const view: TableView = {
  columns: [column("member"), column("officer")],
  sections: [
    {
      label: "Group",
      rows: [
        { key: "group.view", label: "View group", help: "", high: false, cells: [box(true), box(false)] },
        { key: "group.edit", label: "Edit group", help: "", high: false, cells: [box(false), box(true)] },
      ],
    },
  ],
};
const STORED = ["member|group.view", "officer|group.edit"];
const refused = (typed: Record<string, string | string[]>): FormAnswer => ({
  ok: false,
  code: "x",
  message: "",
  typed,
});

describe("what is ticked", () => {
  it("is what is stored, until the form came back", () => {
    expect([...storedTicks(view)]).toEqual(STORED);
    expect([...ticksFor(view, null)]).toEqual(STORED);
  });

  it("is what was sent where the form was refused, even where nothing was ticked", () => {
    expect([...ticksFor(view, refused({ cell: ["officer|group.view"] }))]).toEqual(["officer|group.view"]);
    expect([...ticksFor(view, refused({ version: "3" }))]).toEqual([]);
  });

  it("is the table of now with what was chosen, where it moved meanwhile", () => {
    const chosen = [
      { role: "officer", permission: "group.view", on: true },
      { role: "member", permission: "group.view", on: false },
    ];
    const answer: FormAnswer = { ok: true, data: { kind: "moved", version: 4, chosen, moved: [], already: [] } };
    expect(ticksFor(view, answer)).toEqual(new Set(["officer|group.edit", "officer|group.view"]));
    // The ticks stand on the table of now, so its version goes with them.
    expect(baseFor("version", "4", answer)).toBe("4");
  });

  it("never goes on with another version than it was made on", () => {
    expect(baseFor("version", "9", refused({ version: "3", cell: [] }))).toBe("3");
    const asking: FormAnswer = {
      ok: true,
      data: { kind: "asking", cell: ["a|b.c"], was: "d|e.f", lines: [], seen: "1" },
    };
    expect(baseFor("was", "now", asking)).toBe("d|e.f");
    expect([...ticksFor(view, asking)]).toEqual(["a|b.c"]);
  });
});

describe("what a cell says", () => {
  const possible = { through: null, mayGrant: true, lostOnJoining: false } as const;

  it("tells every state from the others", () => {
    const seen = (cell: Parameters<typeof cellOfType>[0]) => cellOfType(cell, "normal", false);
    expect(seen({ state: "impossible", reason: "no" })).toEqual({ state: "impossible", why: "no" });
    expect(seen({ ...possible, state: "on" })).toMatchObject({ state: "box", on: true, through: null });
    expect(seen({ ...possible, state: "off" })).toMatchObject({ state: "box", on: false, through: null });
    const through = { column: "Member" };
    expect(seen({ ...possible, state: "off", through })).toMatchObject({ on: false, through: expect.any(String) });
    expect(seen({ ...possible, state: "on", through })).toMatchObject({ on: true, through: expect.any(String) });
    expect(seen({ ...possible, state: "off", through, mayGrant: false })).toMatchObject({
      state: "locked",
      implied: true,
    });
    expect(cellOfType({ ...possible, state: "on" }, "normal", true)).toMatchObject({ state: "frozen", on: true });
  });

  it("leaves a tick that one may not grant to be taken away", () => {
    expect(cellOfType({ ...possible, state: "on", mayGrant: false }, "high", false)).toMatchObject({ state: "box" });
  });

  it("locks a site-wide tick that one may not take", () => {
    const cell = { state: "on", through: null, mayGrant: false, mayRevoke: false } as const;
    expect(cellOfRole(cell)).toMatchObject({ state: "locked", on: true });
    expect(cellOfRole({ ...cell, mayRevoke: true })).toMatchObject({ state: "box", on: true });
  });

  it("writes each reason once", () => {
    const impossible = { state: "impossible", why: "There is no account." } as const;
    const [section] = view.sections;
    const row = section?.rows[0];
    if (!section || !row) throw new Error("no row");
    const rows = [{ ...row, cells: [impossible, impossible] }];
    expect([...reasonsIn({ ...view, sections: [{ ...section, rows }] })]).toEqual([["There is no account.", "why-1"]]);
  });
});
