import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { findSituation } from "@/lib/groups/facts";
import { type GroupPermission, groupPermission, possibleIn } from "@/lib/policy/catalogue";
import { isAdministrator } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import type { TypeTable } from "@/lib/policy/facts";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { type CellChange, cellId } from "../schema-cell";
import { findEffect } from "./find-effect";
import { changedTable } from "./flips";

const draft: WorldDraft = {
  roles: { blue: [], red: [], warden: ["group.manage"], above: ["group.bypass"], keeper: ["type.administer"] },
  types: {
    squad: {
      outsider: ["group.view"],
      member: ["group.view", "member.leave"],
      officer: ["group.administer"],
      "outsider:blue": [],
      "insider:red": [],
    },
    other: { outsider: [] },
  },
  accounts: {
    root: { owner: true },
    tina: { roles: ["keeper"] },
    ann: { roles: ["blue"] },
    ben: { roles: ["blue", "red"] },
    cleo: { roles: ["warden"] },
    dora: { roles: ["above"] },
    eve: {},
    zed: { active: false },
  },
  groups: {
    open: { type: "squad", internal: false, members: { ann: ["officer"], ben: [] }, creator: "eve" },
    draft: { type: "squad", internal: false, published: false, members: ["ben"], creator: "eve" },
    secret: { type: "squad", internal: false, hidden: true, members: ["ann", "cleo", "zed"], pending: { eve: "join" } },
    shut: { type: "squad", internal: true, members: { ben: ["officer"] }, leaders: ["tina"] },
    blues: { type: "squad", internal: false, eligible: ["blue"], confers: ["red"], members: ["eve"] },
    led: { type: "squad", internal: false, leaderGroups: ["open"] },
    apart: { type: "other", internal: false, members: ["ann"] },
  },
};

const COLUMNS = ["anonymous", "outsider", "member", "leader", "officer", "outsider:blue", "insider:red"];
const KINDS = ["anonymous", "outsider", "member", "leader", "custom", "advanced-outsider", "insider"] as const;
const PERMISSIONS: readonly GroupPermission[] = [
  ...(["group.administer", "group.view", "group.view-unpublished", "group.view-own-unpublished"] as const),
  ...(["member.list", "member.join", "member.leave", "request.decide", "post.view", "post.create"] as const),
];

/** Everybody and every group, one by one: slow, and as plain as can be. */
async function counted(at: World, changes: readonly CellChange[]) {
  const people = await at.rows<{ id: string }>(sql`select id from account where active`);
  const groups = await at.rows<{ id: string }>(sql`select id from groups where type = 'squad'`);
  const turns = new Map<string, { people: Set<string>; groups: Set<string>; visitors: Set<string> }>();
  const administered = { before: new Set<string>(), after: new Set<string>() };
  const asked = [...new Set(changes.map(({ permission }) => permission as GroupPermission))];
  for (const person of [null, ...people.map(({ id }) => id)]) {
    const viewer = await findViewer(at.portal, person ? { account: person } : null);
    for (const { id } of groups) {
      const found = await findSituation(at.portal.store.reader, viewer, { id });
      if (!found) throw new Error("the group is gone");
      const after = { ...found.situation, table: changedTable(found.situation.table, changes) };
      if (isAdministrator({ viewer, situation: found.situation })) administered.before.add(id);
      if (isAdministrator({ viewer, situation: after })) administered.after.add(id);
      for (const permission of asked) {
        const now = decide(viewer, found.situation, permission).allowed;
        const later = decide(viewer, after, permission).allowed;
        if (now === later) continue;
        const key = `${permission} ${later ? "gains" : "loses"}`;
        const turn = turns.get(key) ?? { people: new Set(), groups: new Set(), visitors: new Set() };
        turns.set(key, turn);
        if (person) turn.people.add(person);
        (person ? turn.groups : turn.visitors).add(id);
      }
    }
  }
  const sizes = [...turns].map(([key, one]) => [key, one.people.size, one.groups.size, one.visitors.size] as const);
  return {
    turns: sizes.toSorted(),
    orphaned: [...administered.before].filter((id) => !administered.after.has(id)).length,
  };
}

async function found(viewer: Viewer, changes: readonly CellChange[]) {
  const { turns, withoutAdministrator } = await findEffect(viewer, "squad", changes);
  const sizes = turns.map(
    (one) => [`${one.permission} ${one.gains ? "gains" : "loses"}`, one.people, one.groups, one.visitors] as const,
  );
  return { turns: sizes.toSorted(), orphaned: withoutAdministrator };
}

const ids = COLUMNS.flatMap((role, at) =>
  PERMISSIONS.filter((key) => possibleIn(KINDS[at] ?? "member", key) === true).map((key) => cellId(role, key)),
);

const toggled = (table: TypeTable, id: string): CellChange => {
  const [role = "", permission = ""] = id.split("|");
  return { role, permission, on: !table.columns.get(role)?.permissions.has(permission as GroupPermission) };
};

describe("what a change of a table would mean", () => {
  it("is what everybody and every group, asked one by one, would answer", async () => {
    const at = await peopledWorld(draft);
    const tina = await at.as("tina");
    const table = tina.policy.types.get("squad");
    if (!table) throw new Error("no type");
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 5 }), async (cells) => {
        const changes = cells.map((id) => toggled(table, id));
        expect(await found(tina, changes)).toEqual(await counted(at, changes));
      }),
      { numRuns: 25 },
    );
  });

  it("says of whoever asks that they are among those who lose", async () => {
    const at = await peopledWorld(draft);
    const leave = { role: "member", permission: "member.leave", on: false };
    const selves = async (name: string) =>
      (await findEffect(await at.as(name), "squad", [leave])).turns.map(({ self }) => self);
    expect([await selves("ann"), await selves("tina")]).toEqual([[true], [false]]);
  });

  it("asks as many statements whatever the number of people and groups", async () => {
    const at = await peopledWorld(draft);
    const tina = await at.as("tina");
    const changes = [{ role: "outsider", permission: "member.list", on: true }];
    const before = at.told.length;
    await findEffect(tina, "squad", changes);
    expect(at.told.slice(before).filter((text) => /^with/i.test(text.trim()))).toHaveLength(2);
    expect(groupPermission("member.list").label).toBe("View member list");
  });
});
