import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Everything, everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld } from "@/db/testing/seed";
import { GROUP_PERMISSIONS } from "@/lib/policy/catalogue";
import { decide, sees } from "@/lib/policy/decide";
import { seesReach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { reachesGroup, seesGroup } from "./visible";

describe.each([21, 22])("conditions in SQL and the policy say the same (world %i)", (seed) => {
  let kit: TestPortal;
  let viewers: Viewer[];
  const all = new Map<Viewer, Everything[]>();

  beforeAll(async () => {
    kit = await testPortal();
    const world = await seedWorld(kit.clone.ownerUrl, { seed, groups: 150, accounts: 24 });
    viewers = await everyViewer(kit.portal, world);
    for (const viewer of viewers) all.set(viewer, await everyGroup(viewer));
  });

  const idsWhere = (viewer: Viewer, holds: (one: Everything) => boolean) =>
    (all.get(viewer) ?? []).filter(holds).map(({ row }) => row.id);
  const rowsWhere = async (condition: ReturnType<typeof seesGroup>) => {
    const rows = await kit.portal.store.reader.rows<{ id: string }>(
      sql`select g.id from groups g where ${condition} order by g.name_key, g.id`,
    );
    return rows.map(({ id }) => id);
  };

  test("T16: who sees which group", async () => {
    for (const viewer of viewers) {
      expect(await rowsWhere(seesGroup(viewer))).toEqual(idsWhere(viewer, ({ situation }) => sees(viewer, situation)));
    }
  });

  test.each(GROUP_PERMISSIONS.map(({ key }) => key))("who holds %s where", async (permission) => {
    let reached = 0;
    for (const viewer of viewers) {
      const allowed = idsWhere(viewer, ({ situation }) => decide(viewer, situation, permission).allowed);
      expect(await rowsWhere(reachesGroup(viewer, permission)), viewer.name ?? "visitor").toEqual(allowed);
      reached += allowed.length;
    }
    expect(reached).toBeGreaterThan(0);
  });

  test("each part of the condition is missed when it is taken out", async () => {
    const without: Record<string, number> = { own: 0, manage: 0, everything: 0, types: 0 };
    for (const viewer of viewers) {
      const whole = seesReach(viewer, viewer.policy);
      const expected = JSON.stringify(await rowsWhere(seesGroup(viewer, whole)));
      const parts = { own: false, manage: false, everything: false, types: new Map() };
      for (const [part, none] of Object.entries(parts)) {
        const left = JSON.stringify(await rowsWhere(seesGroup(viewer, { ...whole, [part]: none })));
        if (left !== expected) without[part] = (without[part] ?? 0) + 1;
      }
    }
    expect(Object.values(without).every((missed) => missed > 0)).toBe(true);
  });
});
