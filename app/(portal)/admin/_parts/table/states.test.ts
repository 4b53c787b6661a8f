import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { broughtBy, cellOf, neededFor } from "@/lib/group-types/cells";
import { baseOf } from "@/lib/group-types/change-sets";
import type { TableCell } from "@/lib/group-types/queries/find-permission-table";
import { GROUP_PERMISSIONS, type GroupPermission, possibleIn } from "@/lib/policy/catalogue";
import { gives } from "@/lib/policy/columns";
import type { Column, ColumnKind, PolicyViewer } from "@/lib/policy/facts";
import { fits, wantedIn } from "./filter";
import { Matrix } from "./matrix";
import { notesIn } from "./notes";
import { RoleList } from "./role-list";
import { stateOf, storedTicks, wordsFor } from "./states";
import { TableStore } from "./store";
import { boxId, rowsOf, type TableView, viewOfType } from "./view";

const KINDS: readonly (readonly [string, ColumnKind])[] = [
  ["anonymous", "anonymous"],
  ["outsider", "outsider"],
  ["member", "member"],
  ["officer", "custom"],
  ["leader", "leader"],
  ["outsider:blue", "advanced-outsider"],
  ["insider:blue", "insider"],
];

const viewer = (power: boolean): PolicyViewer => ({
  account: { id: "a", active: true, owner: power },
  globalRoles: new Set(["authenticated"]),
  globalPermissions: new Set(["type.administer"]),
});

/** A table as the page is given it, made of random ticks. */
function tableOf(ticks: readonly (readonly [string, GroupPermission])[], power: boolean) {
  const columns = KINDS.map(
    ([name, kind]): Column => ({
      ...{ name, kind, globalRole: name.includes(":") ? "blue" : null },
      permissions: new Set(ticks.filter(([column]) => column === name).map(([, key]) => key)),
    }),
  );
  const use = { confers: [], leads: false };
  const view = viewOfType({
    ...{ type: { name: "band", label: "Band" }, version: 1, elsewhere: {} },
    columns: columns.map(({ name, kind, globalRole }) => ({
      ...{ name, kind, globalRole, label: name, band: "inside", frozen: false, base: baseOf(kind) },
      twin: kind === "advanced-outsider" ? "insider:blue" : null,
    })),
    sections: [
      {
        label: "All",
        rows: GROUP_PERMISSIONS.map((row) => ({
          ...{ key: row.key, label: row.label, help: row.help, risk: row.risk, via: broughtBy(row.key) },
          cells: columns.map(
            (column): TableCell => ({
              ...cellOf(viewer(power), use, column, row),
              needs: neededFor(column.kind, row.key),
            }),
          ),
        })),
      },
    ],
  });
  return { columns: new Map(columns.map((column) => [column.name, column])), view };
}

const possible = KINDS.flatMap(([name, kind]) =>
  GROUP_PERMISSIONS.filter(({ key }) => possibleIn(kind, key) === true).map(({ key }) => [name, key] as const),
);
const world = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...possible), { maxLength: 40, selector: ([a, b]) => `${a} ${b}` }),
    fc.boolean(),
  )
  .map(([ticks, power]) => tableOf(ticks, power));

const cellsOf = (view: TableView) =>
  rowsOf(view).flatMap((row) =>
    view.columns.flatMap((column, at) => {
      const cell = row.cells[at];
      return cell ? [{ row, column, cell }] : [];
    }),
  );

describe("what a cell says", () => {
  it("is what the policy holds: held by the column or its base exactly where it says on, implied or redundant", () => {
    fc.assert(
      fc.property(world, ({ columns, view }) => {
        const ticks = storedTicks(view);
        for (const { row, column, cell } of cellsOf(view)) {
          const { word, through } = stateOf(view, ticks, column, row, cell);
          const own = columns.get(column.name);
          const base = column.base === null ? undefined : columns.get(column.base);
          const key = row.key as GroupPermission;
          const has = (one: Column | undefined) =>
            one !== undefined && (gives(one, key) || gives(one, "group.administer"));
          if (word === "impossible") {
            expect(possibleIn(own?.kind ?? "member", key)).not.toBe(true);
            continue;
          }
          const held = has(own) || has(base);
          expect(
            ["on", "implied", "redundant", "ineffective", "locked-on"].includes(word),
            `${boxId(column.name, key)} ${word}`,
          ).toBe(held);
          const ticked = own?.permissions.has(key) ?? false;
          expect(["on", "redundant", "ineffective"].includes(word)).toBe(ticked);
          const besides = new Set(own?.permissions);
          besides.delete(key);
          const without = own && { ...own, permissions: besides };
          expect(through !== null).toBe(has(without) || has(base));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("is the same in the matrix and by role, cell by cell, whatever is chosen and not saved", () => {
    const chosen = fc.array(fc.constantFrom(...possible), { maxLength: 6 });
    fc.assert(
      fc.property(world, chosen, ({ view }, toggled) => {
        const stored = storedTicks(view);
        const store = new TableStore(
          view,
          toggled.map(([role, permission]) => ({ role, permission, on: !stored.has(boxId(role, permission)) })),
        );
        const shown = { view, ticks: store.ticks, stored, notes: notesIn(view), wanted: wantedIn("") };
        const matrix = marksIn(
          renderToStaticMarkup(createElement(Matrix, { ...shown, caption: "", columns: view.columns })),
        );
        const lists = view.columns.map((column) => renderToStaticMarkup(createElement(RoleList, { ...shown, column })));
        const byRole = new Map(lists.flatMap((list) => [...marksIn(list)]));
        expect(matrix.size).toBe(view.columns.length * rowsOf(view).length);
        expect(byRole).toEqual(matrix);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it("offers what it needs, and to keep what is lost on joining", () => {
    const { view } = tableOf(
      [
        ["outsider", "member.join"],
        ["outsider:blue", "group.view"],
      ],
      true,
    );
    const ticks = storedTicks(view);
    const said = (role: string, permission: string) => {
      const one = cellsOf(view).find(({ row, column }) => column.name === role && row.key === permission);
      if (!one) throw new Error("no such cell");
      const state = stateOf(view, ticks, one.column, one.row, one.cell);
      return { word: state.word, ...wordsFor(view, one.column, one.row, one.cell, state) };
    };
    expect(said("outsider", "member.join")).toMatchObject({
      word: "ineffective",
      offers: [{ id: "outsider|group.view" }],
    });
    expect(said("outsider:blue", "group.view").offers).toEqual([
      { id: "insider:blue|group.view", label: "Keep it also when a member" },
    ]);
    expect(said("outsider:blue", "member.join").word).toBe("implied");
  });

  it("is locked where one may not grant what is marked high, and never hides that it is ticked", () => {
    const { view } = tableOf([["member", "group.delete"]], false);
    const word = (role: string) => {
      const one = cellsOf(view).find(({ row, column }) => column.name === role && row.key === "group.delete");
      return one && stateOf(view, storedTicks(view), one.column, one.row, one.cell).word;
    };
    expect([word("outsider"), word("member")]).toEqual(["locked", "on"]);
  });
});

/** What each cell of a page says of itself: its state, its sign, and whether its box is ticked. */
function marksIn(html: string): Map<string, string> {
  const cells = html.matchAll(/<(td|li)[^>]*data-cell="([^"]+)"([^>]*)>(.*?)<\/\1>/gs);
  return new Map(
    [...cells].map(([, , id = "", attributes = "", inside = ""]) => {
      const [state] = attributes.match(/data-state="[^"]*"/) ?? [];
      const [sign] = attributes.match(/data-sign="[^"]*"/) ?? [];
      const [box] = inside.match(/<input[^>]*>/) ?? [];
      return [id, `${state} ${sign} ${box ? box.includes("checked") : "no box"}`];
    }),
  );
}

describe("which rows are looked for", () => {
  const { view } = tableOf([["member", "group.administer"]], true);
  const stored = storedTicks(view);
  const found = (text: string, ticks = stored) =>
    view.sections.flatMap(({ label, rows }) =>
      rows.filter((row) => fits(wantedIn(text), { view, ticks, stored }, label, row)).map(({ key }) => key),
    );

  it("is told by words over label, key and section, and by what a row has in it", () => {
    expect(found("")).toHaveLength(GROUP_PERMISSIONS.length);
    expect(found("JOIN group")).toEqual(["member.join"]);
    expect(found("is:risky post")).toEqual(["post.edit-any", "post.delete-any"]);
    expect(found("is:implied")).toContain("group.view");
    expect(found("is:impossible")).toContain("member.join");
    expect(found("is:changed")).toEqual([]);
    expect(found("is:changed", new Set([...stored, "outsider|group.view"]))).toEqual(["group.view"]);
    expect(found("is:nothing")).toEqual([]);
  });
});

describe("what is chosen", () => {
  const { view } = tableOf([["member", "group.view"]], true);
  const [a, b] = ["outsider|group.view", "member|group.view"];

  it("is counted, taken back step by step, and done again", () => {
    const store = new TableStore(view, []);
    store.set([a, b], true);
    store.set([b], false);
    store.set(["outsider|group.delete"], true);
    expect(store.snapshot()).toMatchObject({ granted: 2, revoked: 1, risky: 1, canUndo: true, canRedo: false });
    store.undo();
    store.undo();
    expect(store.snapshot().changes).toEqual([{ role: "outsider", permission: "group.view", on: true }]);
    store.redo();
    expect(store.snapshot()).toMatchObject({ granted: 1, revoked: 1 });
    store.discard();
    expect(store.snapshot().changes).toEqual([]);
    store.undo();
    expect(store.snapshot()).toMatchObject({ granted: 1, revoked: 1 });
  });

  it("is no step where nothing turns, and a new step forgets what was taken back", () => {
    const store = new TableStore(view, []);
    store.set([b], true);
    expect(store.snapshot().canUndo).toBe(false);
    store.set([a], true);
    store.undo();
    store.set([b], false);
    expect(store.snapshot()).toMatchObject({ canRedo: false, revoked: 1, granted: 0 });
  });

  it("tells which cells turned", () => {
    const store = new TableStore(view, []);
    const told: (readonly string[])[] = [];
    const stop = store.subscribe((ids) => told.push(ids));
    store.set([a, b], true);
    store.undo();
    stop();
    store.set([a], true);
    expect(told).toEqual([[a], [a]]);
  });
});
