import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Everything, everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld } from "@/db/testing/seed";
import { listDirectory } from "@/lib/groups/queries/list-directory";
import { listMyGroups } from "@/lib/groups/queries/list-my-groups";
import { reachesGroup, seesGroup } from "@/lib/groups/visible";
import { GROUP_PERMISSIONS } from "@/lib/policy/catalogue";
import { decide, decideGlobal, sees, showsNothing } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { lookingAs, type Seat, type ViewingAs } from "@/lib/session/viewing-as";

let kit: TestPortal;
const views: { asker: Viewer; viewer: Viewer }[] = [];
const all = new Map<Viewer, Everything[]>();

const explaining = (viewer: Viewer): Viewer => ({
  ...viewer,
  globalPermissions: new Set([...viewer.globalPermissions, "explain.view" as const]),
});

const look = (asker: Viewer, chosen: ViewingAs): Viewer =>
  lookingAs(asker, { chosen, endsAt: "2090-01-01T00:00:00.000Z", confers: [] });

/** A visitor, an outsider, every role, and in a handful of groups every way to stand there. */
function choices(asker: Viewer, groups: readonly Everything[]): ViewingAs[] {
  const roles = [...asker.policy.globalRoles.keys()].filter((role) => role !== "anonymous" && role !== "authenticated");
  const seats: Seat[] = groups.flatMap(({ row, situation }) => {
    const custom = [...situation.table.columns.values()]
      .filter(({ kind }) => kind === "custom")
      .map(({ name }) => name);
    const seat = { group: row.id, member: true, leads: false, roles: [] };
    return [seat, { ...seat, roles: custom }, { ...seat, member: false, leads: true }];
  });
  return [
    { as: "visitor", roles: [], seat: null },
    { as: "account", roles: [], seat: null },
    ...roles.map((role): ViewingAs => ({ as: "account", roles: [role], seat: null })),
    ...seats.map((seat, n): ViewingAs => ({ as: "account", roles: roles.slice(n % 2, n % 3), seat })),
  ];
}

beforeAll(async () => {
  kit = await testPortal();
  const world = await seedWorld(kit.clone.ownerUrl, { seed: 23, groups: 90, accounts: 12 });
  const askers = (await everyViewer(kit.portal, world)).filter(({ account }) => account?.active).map(explaining);
  for (const asker of askers) {
    const groups = await everyGroup(asker);
    all.set(asker, groups);
    const near = groups.filter(({ situation }) => sees(asker, situation)).slice(0, 3);
    const far = groups.filter(({ situation }) => !sees(asker, situation)).slice(0, 2);
    for (const chosen of choices(asker, [...near, ...far])) {
      const viewer = look(asker, chosen);
      views.push({ asker, viewer });
      all.set(viewer, await everyGroup(viewer));
    }
  }
});

const idsWhere = (viewer: Viewer, holds: (one: Everything) => boolean) =>
  (all.get(viewer) ?? []).filter(holds).map(({ row }) => row.id);
const rowsWhere = async (condition: ReturnType<typeof seesGroup>) => {
  const rows = await kit.portal.store.reader.rows<{ id: string }>(
    sql`select g.id from groups g where ${condition} order by g.name_key, g.id`,
  );
  return rows.map(({ id }) => id);
};
const within = (some: readonly string[], more: readonly string[]) => some.every((id) => more.includes(id));

describe("whoever looks as somebody else", () => {
  test("T50 sees no group that they do not see themselves, and lists say what the policy says", async () => {
    let seen = 0;
    for (const { asker, viewer } of views) {
      const shown = await rowsWhere(seesGroup(viewer));
      expect(shown).toEqual(idsWhere(viewer, ({ situation }) => sees(viewer, situation)));
      expect(within(shown, await rowsWhere(seesGroup(asker)))).toBe(true);
      seen += shown.length;
    }
    expect(seen).toBeGreaterThan(0);
  });

  test.each(GROUP_PERMISSIONS.map(({ key }) => key))(
    "T50 reads no more by %s than by their own",
    async (permission) => {
      for (const { asker, viewer } of views.filter((_, n) => n % 3 === 0)) {
        const allowed = idsWhere(viewer, ({ situation }) => decide(viewer, situation, permission).allowed);
        expect(await rowsWhere(reachesGroup(viewer, permission))).toEqual(allowed);
        const own = idsWhere(asker, ({ situation }) => decide(asker, situation, permission).allowed);
        if (!showsNothing(permission)) expect(within(allowed, own)).toBe(true);
      }
    },
  );

  test("T50 finds in the directory and under their groups what they see and no more", async () => {
    let listed = 0;
    for (const { asker, viewer } of views.filter((_, n) => n % 4 === 0)) {
      const slugs = (who: Viewer) =>
        (all.get(who) ?? []).filter(({ situation }) => sees(who, situation)).map(({ row }) => row.slug);
      const mine = (await listMyGroups(viewer)).lines.map(({ slug }) => slug);
      expect(within(mine, slugs(asker))).toBe(true);
      const found: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await listDirectory(viewer, { after });
        if (page.kind !== "list") break;
        found.push(...page.lines.map(({ slug }) => slug));
        after = page.next;
        if (!after) break;
      }
      if (decideGlobal(viewer, "directory.view").allowed) expect(found).toEqual(slugs(viewer));
      listed += found.length + mine.length;
    }
    expect(listed).toBeGreaterThan(0);
  });

  test("T50 holds no site-wide right that they do not hold, but the one that only names the way in", () => {
    for (const { asker, viewer } of views) {
      const more = [...viewer.globalPermissions].filter((permission) => !decideGlobal(asker, permission).allowed);
      expect(more.filter((permission) => permission !== "group.request")).toEqual([]);
      expect(viewer.account?.owner ?? false).toBe(false);
    }
  });

  test("would see more without themselves behind", async () => {
    let more = 0;
    for (const { asker, viewer } of views) {
      if (!viewer.behind || asker.account?.owner) continue;
      const owner = { ...asker, account: { id: asker.account?.id ?? "", active: true, owner: true } };
      const unbound: Viewer = { ...viewer, behind: { ...viewer.behind, viewer: owner } };
      if ((await rowsWhere(seesGroup(unbound))).length > (await rowsWhere(seesGroup(viewer))).length) more++;
    }
    expect(more).toBeGreaterThan(0);
  });
});
