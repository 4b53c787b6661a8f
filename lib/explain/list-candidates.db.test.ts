/** Finding whom and what to ask about shows nobody more than the lists that they have already. */
import { beforeAll, describe, expect, test } from "vitest";
import { everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld, type World } from "@/db/testing/seed";
import { sees } from "@/lib/policy/decide";
import { siteViewer, type Viewer } from "@/lib/session/viewer";
import { listCandidates, listRoleNames } from "./queries/list-candidates";
import { listAccountsNamed, listGroupsNamed } from "./queries/list-named";

describe("whom and what one can ask about", () => {
  let kit: TestPortal;
  let world: World;
  let viewers: Viewer[];

  beforeAll(async () => {
    kit = await testPortal();
    world = await seedWorld(kit.clone.ownerUrl, { seed: 78, groups: 30, accounts: 9 });
    viewers = await everyViewer(kit.portal, world);
  });

  test("T22: groups are found by name where one sees them, and nowhere else; hidden and absent cost the same", async () => {
    const counted = { found: 0, missed: 0 };
    for (const viewer of viewers) {
      kit.statements();
      expect(await listGroupsNamed(viewer, "nothing-here-abc234")).toEqual([]);
      const absent = kit.statements();
      for (const { row, situation } of await everyGroup(viewer)) {
        kit.statements();
        const found = await listGroupsNamed(viewer, row.slug);
        expect(kit.statements()).toEqual(absent);
        expect(found.map(({ id }) => id)).toEqual(sees(viewer, situation) ? [row.id] : []);
        const named = await listGroupsNamed(viewer, row.name);
        expect(named.some(({ id }) => id === row.id)).toBe(sees(viewer, situation));
        counted[found.length > 0 ? "found" : "missed"]++;
      }
    }
    expect(counted.found).toBeGreaterThan(60);
    expect(counted.missed).toBeGreaterThan(60);
    expect(await listGroupsNamed(viewers[0] as Viewer, "")).toEqual([]);
  });

  test("people are found by those who may look at profiles; addresses and closed accounts by their administrators", async () => {
    const asker = viewers.find(({ account }) => account?.active && !account.owner) as Viewer;
    const inactive = viewers.find(({ account }) => account && !account.active) as Viewer;
    const holding = (...held: Parameters<Viewer["globalPermissions"]["has"]>): Viewer => ({
      ...asker,
      globalPermissions: new Set(held),
    });
    const other = viewers.find(({ account }) => account?.owner) as Viewer;
    const ids = async (viewer: Viewer, name: string | null) =>
      (await listCandidates(viewer, name ?? "", null)).map(({ id }) => id);
    expect(await ids(holding("explain.view"), other.name)).toEqual([]);
    expect(await ids(holding("profile.view"), other.name)).toEqual([other.account?.id]);
    expect(await ids(holding("profile.view"), inactive.name)).toEqual([]);
    expect(await ids(holding("people.administer"), inactive.name)).toEqual([inactive.account?.id]);
    expect(await listAccountsNamed(holding("profile.view"), other.name ?? "")).toEqual([]);
    expect(await listAccountsNamed(await siteViewer(kit.portal), inactive.account?.id ?? "")).toMatchObject([
      { exact: true },
    ]);
    expect(await ids(holding("people.administer"), "")).toEqual([]);
  });

  test("roles are named to those who explain other people's access", async () => {
    const asker = viewers.find(({ account }) => account?.active && !account.owner) as Viewer;
    expect(await listRoleNames({ ...asker, globalPermissions: new Set() })).toEqual([]);
    const names = await listRoleNames({ ...asker, globalPermissions: new Set(["explain.view"]) });
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining([...world.globalRoles]));
  });
});
