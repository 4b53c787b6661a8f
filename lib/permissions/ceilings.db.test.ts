/** SEMANTICS §9 through the commands themselves: every single change that a lesser administrator can ask for. */
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { command } from "@/lib/gate";
import { changingGrants, grantCell, revokeCell } from "@/lib/group-types/commands/change-grants";
import { deleteGroupRole } from "@/lib/group-types/commands/group-roles";
import { findSituation } from "@/lib/groups/facts";
import { deactivateAccount } from "@/lib/people/commands/activation";
import { assignGlobalRole, unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { makeOwner, unmakeOwner } from "@/lib/people/commands/owners";
import {
  type GlobalPermission,
  GROUP_PERMISSIONS,
  type GroupPermission,
  globalPermissionsOf,
  groupPermission,
} from "@/lib/policy/catalogue";
import { setsNobodyAbove } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { changeGlobalGrants, changingGlobalGrants, grantGlobal, revokeGlobal } from "./commands/change-global-grants";
import { createGlobalRole, deleteGlobalRole } from "./commands/global-roles";

const reason = "";
const draft: WorldDraft = {
  roles: {
    keeper: ["permission.administer", "audit.view"],
    people: ["people.administer"],
    typer: ["type.administer"],
    chief: ["permission.administer", "people.administer", "type.administer"],
    boss: ["group.bypass", "setting.administer"],
    blue: ["group.request"],
  },
  types: { club: { outsider: ["group.view"], member: ["group.view"], officer: ["group.administer"] } },
  accounts: {
    root: { owner: true },
    pat: { roles: ["keeper"] },
    amy: { roles: ["people", "blue"] },
    tim: { roles: ["typer"] },
    kim: { roles: ["chief"] },
    bob: { roles: ["boss"] },
    joe: {},
  },
  groups: { hall: { confers: ["boss"], members: ["joe"] } },
};

const LESSER = ["pat", "amy", "tim", "kim"] as const;
const ROLES = ["authenticated", ...Object.keys(draft.roles ?? {})];
const RIGHTS = globalPermissionsOf([{ name: "club", label: "Club" }]).map(({ key }) => key);

const held = (viewer: Viewer): GlobalPermission[] => [...viewer.globalPermissions].sort();
const more = <T>(after: readonly T[], before: readonly T[]) => after.filter((one) => !before.includes(one));

/** What somebody may do in the hall. */
async function inHall(at: World, who: string): Promise<GroupPermission[]> {
  const viewer = await at.as(who);
  const found = await findSituation(at.portal.store.reader, viewer, { id: at.id("hall") });
  if (!found) throw new Error("no hall");
  return GROUP_PERMISSIONS.map(({ key }) => key).filter((key) => decide(viewer, found.situation, key).allowed);
}

describe("T10 T11 whoever administers, and is no owner", () => {
  it("gains no site-wide right by any one cell, and grants or takes none that they lack", async () => {
    const at = await peopledWorld(draft);
    const root = await at.as("root");
    let moved = 0;
    for (const who of ["pat", "kim"] as const) {
      const before = held(await at.as(who));
      for (const role of ROLES) {
        for (const permission of RIGHTS) {
          const cell = { role, permission, reason };
          const on = (await at.as("root")).policy.globalRoles.get(role)?.has(permission) ?? false;
          const act = on ? revokeGlobal : grantGlobal;
          const { answer } = await act(await at.as(who), cell);
          if (answer !== "changed") continue;
          moved++;
          expect(before, `${who} ${answer} ${permission}`).toContain("permission.administer");
          if (on) expect(setsNobodyAbove(permission) || before.includes(permission), permission).toBe(true);
          else expect(before, permission).toContain(permission);
          expect(more(held(await at.as(who)), before)).toEqual([]);
          await (on ? grantGlobal : revokeGlobal)(root, cell);
        }
      }
    }
    expect(moved).toBeGreaterThan(10);
  });

  it("gives only roles that they hold, and takes none from those above", async () => {
    const at = await peopledWorld(draft);
    const root = await at.as("root");
    const accounts = Object.keys(draft.accounts ?? {});
    let moved = 0;
    for (const who of ["amy", "kim"] as const) {
      const actor = await at.as(who);
      for (const name of accounts) {
        for (const role of ROLES) {
          const about = { account: at.id(name), role, reason };
          const target = await at.as(name);
          const owns = (draft.accounts?.[name]?.roles ?? []).includes(role);
          if (!owns && (await assignGlobalRole(actor, about)).answer === "changed") {
            moved++;
            expect(actor.globalRoles.has(role), `${who} gives ${role}`).toBe(true);
            await unassignGlobalRole(root, about);
          }
          if ((await unassignGlobalRole(actor, about)).answer !== "changed" || !owns) continue;
          moved++;
          const above = more(held(target), held(actor)).filter((key) => !setsNobodyAbove(key));
          expect([above, target.account?.owner], `${who} takes ${role} from ${name}`).toEqual([[], false]);
          await assignGlobalRole(root, about);
        }
      }
    }
    expect(moved).toBeGreaterThan(5);
  });

  it("ticks nothing high, and no way into a group that hands out more than they hold", async () => {
    const at = await peopledWorld(draft);
    const root = await at.as("root");
    let moved = 0;
    for (const who of ["tim", "kim"] as const) {
      const [before, rights] = [await inHall(at, who), held(await at.as(who))];
      for (const role of ["anonymous", "outsider", "outsider:typer", "member", "insider:typer", "officer", "leader"]) {
        for (const { key: permission, risk } of GROUP_PERMISSIONS) {
          const cell = { type: "club", role, permission, reason };
          const there = (await at.as("root")).policy.types.get("club")?.columns.get(role)?.permissions.has(permission);
          if (there || (await grantCell(await at.as(who), cell)).answer !== "changed") continue;
          moved++;
          expect([risk, WAYS_IN.has(permission)], `${who} ${role} ${permission}`).toEqual(["normal", false]);
          const gained = more(await inHall(at, who), before).map((key) => groupPermission(key).risk);
          expect(gained).not.toContain("high");
          expect(more(held(await at.as(who)), rights)).toEqual([]);
          await revokeCell(root, cell);
        }
      }
    }
    expect(moved).toBeGreaterThan(10);
  });

  it("deletes no role that takes from others what they do not hold, makes no owner and touches none", async () => {
    const at = await peopledWorld(draft);
    const word = async (act: Promise<{ answer: string }>) => (await act).answer;
    for (const who of LESSER) {
      const actor = await at.as(who);
      const boss = { account: at.id("bob"), reason };
      expect(["exceeds-own", "not-permitted"]).toContain(await word(deleteGlobalRole(actor, { role: "boss", reason })));
      expect(["exceeds-own", "not-permitted"]).toContain(await word(deactivateAccount(actor, boss)));
      expect(["exceeds-own", "not-permitted"]).toContain(
        await word(deactivateAccount(actor, { account: at.id("root"), reason })),
      );
      expect(["exceeds-own", "not-permitted"]).toContain(await word(makeOwner(actor, { account: at.id(who), reason })));
      expect(["exceeds-own", "not-permitted"]).toContain(
        await word(unmakeOwner(actor, { account: at.id("root"), reason })),
      );
    }
    expect(await at.logged()).toEqual([]);
  });

  it("gets no further in two steps: a role of one's own making gives nothing that one lacks", async () => {
    const at = await peopledWorld(draft);
    const before = held(await at.as("kim"));
    expect((await createGlobalRole(await at.as("kim"), { role: "mine" })).answer).toBe("created");
    // Nobody holds it yet, so nobody but an owner gives it, its maker neither.
    const own = { account: at.id("kim"), role: "mine", reason };
    expect((await assignGlobalRole(await at.as("kim"), own)).answer).toBe("exceeds-own");
    for (const permission of RIGHTS) {
      const { answer } = await grantGlobal(await at.as("kim"), { role: "mine", permission, reason });
      expect(answer, permission).toBe(before.includes(permission) ? "changed" : "exceeds-own");
    }
    expect(held(await at.as("kim"))).toEqual(before);
    expect((await deleteGroupRole(await at.as("kim"), { type: "club", role: "officer", reason })).answer).toBe(
      "deleted",
    );
  });
});

describe("T10 T11 without their ceilings", () => {
  it("the two tables would let them take everything", async () => {
    const at = await peopledWorld(draft);
    const rights = command({ ...changingGlobalGrants, answer: () => "changed" as const });
    const changes = [{ role: "keeper", permission: "group.bypass", on: true }];
    expect((await changeGlobalGrants(await at.as("pat"), { changes, reason })).answer).toBe("exceeds-own");
    await rights(await at.as("pat"), { changes, reason });
    expect(held(await at.as("pat"))).toContain("group.bypass");
    const cells = command({ ...changingGrants, answer: () => "changed" as const });
    const high = {
      type: "club",
      version: null,
      reason,
      changes: [{ role: "outsider", permission: "group.administer", on: true }],
    };
    await cells(await at.as("tim"), high);
    expect(await inHall(at, "tim")).toContain("group.delete");
  });
});

const WAYS_IN = new Set<string>(["member.add", "member.join", "member.request", "request.decide", "link.manage"]);
