import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GlobalPermission } from "../catalogue";
import {
  holdsThere,
  mayAppointLeader,
  mayChangeRoles,
  mayGiveRoles,
  mayGrantCell,
  mayGrantGlobal,
  mayTakeGlobal,
  type Seat,
  standsAbove,
} from "../ceilings";
import { decide, decideGlobal } from "../decide";
import { linkState } from "../links";
import { ROWS } from "./oracle.test-kit";
import { RUNS } from "./scale.test-kit";
import { asking, groupKeys, TAPE, worldFrom } from "./worlds.test-kit";

const tape = fc.uint8Array({ minLength: TAPE, maxLength: TAPE });
const roles = fc.subarray(["officer", "admin"]);
const HIGH = groupKeys.filter((key) => ROWS[key]?.includes("!"));
const runs = { numRuns: RUNS };

const allowed = ({ viewer, situation }: Seat) => groupKeys.filter((key) => decide(viewer, situation, key).allowed);
const seated = (seat: Seat, given: readonly string[]): Seat => ({
  ...seat,
  situation: { ...seat.situation, standing: { ...seat.situation.standing, member: true, roles: given } },
});

/** Two accounts in one group of one type: the second stands and holds as another tape says. */
function pairFrom(bytes: Uint8Array, others: Uint8Array): { actor: Seat; target: Seat } {
  const world = worldFrom(bytes);
  const { who, standing } = worldFrom(others);
  const actor = asking(world);
  const target = asking({ ...world, who, standing });
  const account = target.viewer.account && { ...target.viewer.account, id: "another" };
  return { actor, target: { ...target, viewer: { ...target.viewer, account } } };
}

describe("whatever the world", { timeout: 300_000 }, () => {
  it("T09: nobody can do more after changing their own roles than before", () => {
    let changed = 0;
    fc.assert(
      fc.property(tape, roles, (bytes, given) => {
        const asked = asking(worldFrom(bytes));
        const actor = seated(asked, asked.situation.standing.roles);
        if (!mayChangeRoles(actor, actor, given)) return;
        changed += 1;
        const before = allowed(actor);
        expect(allowed(seated(actor, given)).filter((key) => !before.includes(key))).toEqual([]);
      }),
      runs,
    );
    expect(changed).toBeGreaterThan(RUNS / 50);
  });

  it("T10: nobody gives a role with a cell that they do not hold", () => {
    let given = 0;
    fc.assert(
      fc.property(tape, fc.constantFrom("officer", "admin"), (bytes, role) => {
        const world = worldFrom(bytes);
        const actor = asking(world);
        if (!mayGiveRoles(actor, [role])) return;
        const cells = (world.roles.custom[role] ?? []).filter((key) => ROWS[key]?.includes("M"));
        given += cells.length;
        expect(cells.filter((key) => !holdsThere(actor, key as (typeof groupKeys)[number]))).toEqual([]);
      }),
      runs,
    );
    expect(given).toBeGreaterThan(RUNS / 50);
  });

  it("T10: whoever holds what is high in a group is touched only by who holds it too", () => {
    let touched = 0;
    fc.assert(
      fc.property(tape, tape, roles, (bytes, others, given) => {
        const { actor, target } = pairFrom(bytes, others);
        const high = HIGH.filter((key) => decide(target.viewer, target.situation, key).allowed);
        const above = high.some((key) => !holdsThere(actor, key));
        expect(standsAbove(target, actor)).toBe(above);
        touched += above ? 1 : 0;
        const same = [...given].sort().join() === [...target.situation.standing.roles].sort().join();
        if (above && !same) expect(mayChangeRoles(actor, target, given)).toBe(false);
      }),
      runs,
    );
    expect(touched).toBeGreaterThan(RUNS / 50);
  });

  it("T10: nobody makes a leader, or themselves one, of more that is high than they hold", () => {
    fc.assert(
      fc.property(tape, (bytes) => {
        const actor = asking(worldFrom(bytes));
        if (!actor.viewer.account || !mayAppointLeader(actor)) return;
        const leading = { ...actor.situation, standing: { ...actor.situation.standing, leads: true } };
        const gained = HIGH.filter((key) => decide(actor.viewer, leading, key).allowed && !holdsThere(actor, key));
        // Leading lifts the flags of a hidden group, so that a high cell held there already may begin to count.
        const held = gained.filter((key) => actor.situation.table.columns.get("leader")?.permissions.has(key));
        expect(held).toEqual([]);
      }),
      runs,
    );
  });

  it("T11: whoever only administers types ticks nothing high, and no site-wide right that they lack", () => {
    const kinds = fc.constantFrom(
      "outsider",
      "advanced-outsider",
      "member",
      "insider",
      "custom",
      "leader",
      "anonymous",
    );
    fc.assert(
      fc.property(tape, kinds, fc.constantFrom(...groupKeys), fc.boolean(), (bytes, kind, permission, leads) => {
        const { viewer } = asking(worldFrom(bytes));
        const may = mayGrantCell(viewer, { kind, permission }, { confers: ["blue"], leads });
        if (!may || decideGlobal(viewer, "group.bypass").allowed) return;
        expect(decideGlobal(viewer, "type.administer").allowed).toBe(true);
        expect(HIGH).not.toContain(permission);
      }),
      runs,
    );
    fc.assert(
      fc.property(
        tape,
        fc.constantFrom<GlobalPermission>("group.bypass", "type.administer", "audit.view"),
        (bytes, key) => {
          const { viewer } = asking(worldFrom(bytes));
          expect(mayGrantGlobal(viewer, key)).toBe(decideGlobal(viewer, key).allowed);
          expect(mayTakeGlobal(viewer, [key])).toBe(decideGlobal(viewer, key).allowed);
        },
      ),
      runs,
    );
  });

  it("T33: a link lives only while its maker holds the right to manage links there", () => {
    const link = { revoked: false, paused: false, expired: false, uses: 0, maxUses: null };
    let open = 0;
    fc.assert(
      fc.property(tape, (bytes) => {
        const { viewer, situation } = asking(worldFrom(bytes));
        const makerActive = viewer.account?.active === true;
        const makerManages = decide(viewer, situation, "link.manage").allowed;
        const state = linkState({ ...link, makerActive, makerManages, internal: situation.group.internal });
        if (state !== "open") return;
        open += 1;
        expect({ makerActive, makerManages, internal: situation.group.internal }).toEqual({
          makerActive: true,
          makerManages: true,
          internal: false,
        });
      }),
      runs,
    );
    expect(open).toBeGreaterThan(RUNS / 50);
  });
});
