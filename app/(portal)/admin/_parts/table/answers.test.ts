import { describe, expect, it } from "vitest";
import type { FormAnswer } from "@/app/_ui/form";
import { changeId } from "@/lib/group-types/schema-cell";
import { baseFor, chosenIn, movedIn, reviewIn } from "./answers";
import type { TableView } from "./view";

const box = (on: boolean, lock: string | null = null) => ({ kind: "box", on, lock, needs: [] }) as const;
const column = (name: string) => ({
  ...{ name, label: name, title: name, band: "Inside", frozen: false, base: null, twin: null },
});
const view: TableView = {
  columns: [column("member"), column("officer")],
  sections: [
    {
      label: "Group",
      rows: [
        { key: "group.view", label: "View group", help: "", high: false, via: [], cells: [box(true), box(false)] },
        {
          key: "group.edit",
          label: "Edit group",
          help: "",
          high: false,
          via: [],
          cells: [box(false), box(true, "no")],
        },
      ],
    },
  ],
  elsewhere: {},
};
const refused = (typed: Record<string, string | string[]>): FormAnswer => ({
  ok: false,
  code: "x",
  message: "",
  typed,
});
const chosen = (answer: FormAnswer | null, proposed: Parameters<typeof chosenIn>[2] = []) =>
  chosenIn(view, answer, proposed).map(changeId);

describe("what is chosen when the form is shown", () => {
  it("is what the address proposes, until the form came back", () => {
    const proposed = [{ role: "officer", permission: "group.view", on: true }];
    expect(chosen(null)).toEqual([]);
    expect(chosen(null, proposed)).toEqual(["+officer|group.view"]);
    expect(chosen(refused({ sends: "changes" }), proposed)).toEqual([]);
  });

  it("is what was sent where the form was refused, as changes or as the boxes of the columns that it showed", () => {
    expect(chosen(refused({ sends: "changes", change: ["-member|group.view"] }))).toEqual(["-member|group.view"]);
    const table = { sends: "table", column: ["member"], cell: ["member|group.edit"] };
    expect(chosen(refused(table))).toEqual(["-member|group.view", "+member|group.edit"]);
    // A tick that one may not take has no box to send: its absence says nothing.
    expect(chosen(refused({ sends: "table", column: ["officer"], cell: [] }))).toEqual([]);
  });

  it("is what was looked over, and what is left of it where somebody was faster", () => {
    const changes = [{ role: "officer", permission: "group.view", on: true }];
    const review: FormAnswer = {
      ok: true,
      data: { kind: "review", changes, lines: [], warnings: [], seen: "s", reason: "", was: "a|b.c" },
    };
    expect([chosen(review), reviewIn(review)?.seen, movedIn(review)]).toEqual([["+officer|group.view"], "s", null]);
    const moved: FormAnswer = {
      ok: true,
      data: { kind: "moved", version: 4, chosen: changes, moved: [], already: [] },
    };
    expect([chosen(moved), reviewIn(moved)]).toEqual([["+officer|group.view"], null]);
    expect(chosen({ ok: true, data: { kind: "saved" } }, changes)).toEqual([]);
  });
});

describe("what it is compared with", () => {
  it("is the table that it was made on, and never a newer one than was seen", () => {
    expect(baseFor("version", "9", refused({ version: "3" }))).toBe("3");
    expect(baseFor("version", "9", null)).toBe("9");
    const review: FormAnswer = {
      ok: true,
      data: { kind: "review", changes: [], lines: [], warnings: [], seen: "", reason: "", was: "a|b.c" },
    };
    expect(baseFor("was", "now", review)).toBe("a|b.c");
    const moved: FormAnswer = { ok: true, data: { kind: "moved", version: 4, chosen: [], moved: [], already: [] } };
    // The choices stand on the table of now, so its version goes with them.
    expect(baseFor("version", "4", moved)).toBe("4");
  });
});
