import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld } from "@/db/testing/seed";
import { decide, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { lookingAs } from "@/lib/session/viewing-as";
import { withRefused } from "./meaning";
import { listMyRequests } from "./my-requests";
import { countWaiting, listGroupRequests, listInbox } from "./queries";

describe.each([61, 62])("requests in a random world (%i)", (seed) => {
  let kit: TestPortal;
  let viewers: Viewer[];

  beforeAll(async () => {
    kit = await testPortal();
    const world = await seedWorld(kit.clone.ownerUrl, { seed, groups: 50, accounts: 24 });
    viewers = await everyViewer(kit.portal, world);
  });

  const pending = () =>
    kit.portal.store.reader.rows<{ id: string; slug: string; account: string }>(sql`
      select r.id, g.slug, r.account_id as account from request r join groups g on g.id = r.group_id
      where r.status = 'pending' order by r.created_at, r.id`);

  const mayReview = async (viewer: Viewer) => {
    const groups = await everyGroup(viewer);
    const those = groups.filter(
      ({ situation }) =>
        sees(viewer, situation) &&
        decide(viewer, situation, "request.decide").allowed &&
        (!situation.group.restricted || viewer.account?.owner),
    );
    return new Set(those.map(({ row }) => row.slug));
  };

  test("the inbox holds what one may decide, oldest first, and the viewer knows how many there are", async () => {
    let held = 0;
    const all = await pending();
    for (const viewer of viewers) {
      const groups = viewer.account?.active ? await mayReview(viewer) : new Set();
      const expected = all.filter(({ slug, account }) => groups.has(slug) && account !== viewer.account?.id);
      const lines = [];
      for (let after: string | null = null, n = 0; n === 0 || after; n++) {
        const page = await listInbox(viewer, { after });
        lines.push(...page.lines.map(({ id }) => id));
        after = page.next;
      }
      expect(lines, viewer.name ?? "visitor").toEqual(expected.map(({ id }) => id));
      expect(viewer.waiting, viewer.name ?? "visitor").toBe(Math.min(100, expected.length));
      held += expected.length;
    }
    expect(held).toBeGreaterThan(30);
  });

  test("whoever only looks as somebody else is told as many as the list holds", async () => {
    const owner = viewers.find((viewer) => viewer.account?.owner);
    if (!owner) throw new Error("nobody owns this world");
    let told = 0;
    for (const { situation } of (await everyGroup(owner)).slice(0, 20)) {
      const seat = { group: situation.group.id, member: true, roles: [...situation.table.columns.keys()], leads: true };
      const chosen = { as: "account", roles: [], seat } as const;
      const looking = lookingAs(owner, { chosen, endsAt: "2099-01-01T00:00:00.000Z", confers: [] });
      const listed = await listInbox(looking, {}, 100);
      expect(await countWaiting(looking)).toBe(listed.lines.length);
      expect(looking.waiting).toBe(0);
      told += listed.lines.length;
    }
    expect(told).toBeGreaterThan(5);
    expect(await countWaiting(owner)).toBe(owner.waiting);
  });

  test("a group's own list is there for those who hold the permission, restricted or not", async () => {
    for (const viewer of viewers.slice(0, 8)) {
      for (const { row, situation } of await everyGroup(viewer)) {
        const list = await listGroupRequests(viewer, row.slug);
        expect(list !== null).toBe(sees(viewer, situation) && decide(viewer, situation, "request.decide").allowed);
      }
    }
  });

  test("whoever may not come in as things are is marked alike in the inbox and in the group's own list", async () => {
    const answers = new Set<string | null>();
    for (const viewer of viewers) {
      const { lines } = await listInbox(viewer);
      for (const line of await withRefused(viewer, lines)) {
        const own = (await listGroupRequests(viewer, line.group.slug))?.lines.find(({ id }) => id === line.id);
        expect(line.refused, line.id).toBe(own?.refused);
        if (line.kind === "leave") expect(line.refused).toBeNull();
        answers.add(line.refused);
      }
    }
    // Those who may come in, and at least four ways in which one may not.
    expect(answers.size).toBeGreaterThanOrEqual(5);
    expect(answers).toContain(null);
  });

  test("T26: of one's own past requests only those groups are named that one sees now", async () => {
    for (const viewer of viewers) {
      const seen = (await everyGroup(viewer)).filter(({ situation }) => sees(viewer, situation));
      const slugs = new Set(seen.map(({ row }) => row.slug));
      const told = JSON.stringify(await listMyRequests(viewer));
      for (const { row } of await everyGroup(viewer)) {
        if (!slugs.has(row.slug)) expect(told).not.toContain(row.slug);
      }
    }
  });
});
