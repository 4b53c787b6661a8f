import { expect, it } from "vitest";
import { cellId as id } from "@/lib/group-types/schema-cell";
import type { GlobalPermission } from "@/lib/policy/catalogue";
import type { Policy } from "@/lib/policy/facts";
import { mergeGlobal } from "./table-form";

const policy: Policy = {
  version: 1,
  types: new Map(),
  globalRoles: new Map<string, ReadonlySet<GlobalPermission>>([
    ["authenticated", new Set(["directory.view"])],
    ["member", new Set(["group.request", "group.bypass"])],
  ]),
};
const column = ["authenticated", "member"];
const shown = [id("authenticated", "directory.view"), id("member", "group.request")];
/** `group.bypass` stands without a box: this person may not take it. */
const hasBox = ({ permission }: { permission: string }) => permission !== "group.bypass";

it("finds nothing in a form that comes back as it was made", () => {
  const merge = mergeGlobal(policy, { column, cell: shown, was: shown.join(" ") }, hasBox);
  expect(merge).toEqual({ moved: [], chosen: [], already: [], gone: { columns: [], permissions: [] } });
});

it("counts as chosen only what differs from what the form showed", () => {
  const cell = [id("member", "group.request"), id("member", "profile.view")];
  expect(mergeGlobal(policy, { column, cell, was: shown.join(" ") }, hasBox).chosen).toEqual([
    { role: "member", permission: "profile.view", on: true },
    { role: "authenticated", permission: "directory.view", on: false },
  ]);
});

it("tells what others did from what was chosen", () => {
  const was = id("authenticated", "profile.view");
  const merge = mergeGlobal(policy, { column, cell: [was, id("member", "group.request")], was }, hasBox);
  expect(merge.moved).toEqual([
    { role: "authenticated", permission: "directory.view", on: true },
    { role: "member", permission: "group.request", on: true },
    { role: "authenticated", permission: "profile.view", on: false },
  ]);
  expect(merge.already).toEqual([{ role: "member", permission: "group.request", on: true }]);
  expect(merge.chosen).toEqual([]);
});

it("names roles that are gone, and counts no column that the form lacks", () => {
  const merge = mergeGlobal(
    policy,
    { column: ["member", "blue"], cell: [shown[1] ?? ""], was: shown[1] ?? "" },
    hasBox,
  );
  expect(merge).toEqual({ moved: [], chosen: [], already: [], gone: { columns: ["blue"], permissions: [] } });
});
