import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Crowd, seedCrowd } from "@/db/testing/crowd";
import { planOf } from "@/db/testing/plan";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { facetsStatement } from "./queries/count-facets";
import { type DirectoryQuery, directoryStatement, listDirectory } from "./queries/list-directory";
import { seesGroup } from "./visible";

const LARGE = ["groups", "group_listing", "membership", "leader", "request"];

describe("the directory of a portal with 10,000 groups", () => {
  let kit: TestPortal;
  let crowd: Crowd;
  const viewers: Record<string, Viewer> = {};

  beforeAll(async () => {
    kit = await testPortal();
    crowd = await seedCrowd(kit.clone.ownerUrl, { groups: 10_000, accounts: 3_000 });
    viewers.visitor = await findViewer(kit.portal, null);
    for (const name of ["owner", "manager", "member", "recluse"] as const) {
      viewers[name] = await findViewer(kit.portal, { account: crowd[name] });
    }
    // Sees nothing as an outsider of any type: what is left is their own.
    viewers.recluse = withoutSight(viewers.recluse as Viewer);
  }, 120_000);

  const plan = (viewer: Viewer, query: DirectoryQuery) =>
    planOf(kit.portal.store.reader, directoryStatement(viewer, query));
  const halfway = async (viewer: Viewer) => {
    const page = await listDirectory(viewer, { q: null });
    return page.kind === "list" ? page.next : null;
  };

  test.each(["visitor", "member", "recluse", "manager", "owner"])(
    "T74: a page for the %s reads a page",
    async (name) => {
      const viewer = viewers[name] as Viewer;
      for (const after of [null, await halfway(viewer)]) {
        const { scanned, rows } = await plan(viewer, { after });
        expect(scanned.filter((relation) => LARGE.includes(relation))).toEqual([]);
        // Types, states of publication and roles make a handful of scans; none hands on more than a page.
        expect(rows.group_listing ?? 0).toBeLessThanOrEqual(25 * 16);
        expect(rows.groups ?? 0).toBeLessThanOrEqual(100);
        expect(rows.membership ?? 0).toBeLessThanOrEqual(25 * 1001);
      }
    },
  );

  test.each(["join", "ask", "member", "manage"] as const)("narrowed to “%s” it is as cheap", async (can) => {
    for (const name of ["visitor", "member", "recluse"]) {
      const { scanned, rows } = await plan(viewers[name] as Viewer, { can });
      expect(scanned.filter((relation) => LARGE.includes(relation))).toEqual([]);
      expect(rows.group_listing ?? 0).toBeLessThanOrEqual(25 * 32);
      expect(rows.groups ?? 0).toBeLessThanOrEqual(1_000);
    }
  });

  test("a search by the beginning of a name reads a page as long as that fills it", async () => {
    for (const name of ["visitor", "member", "owner"]) {
      const { scanned, rows } = await plan(viewers[name] as Viewer, { q: "amber" });
      expect(scanned.filter((relation) => LARGE.includes(relation))).toEqual([]);
      expect(rows.groups ?? 0).toBeLessThanOrEqual(100);
    }
  });

  test("facets stop at what they show", async () => {
    for (const name of ["visitor", "member", "recluse", "owner"]) {
      const statement = facetsStatement(viewers[name] as Viewer, {});
      const { scanned, rows } = await planOf(kit.portal.store.reader, statement);
      expect(scanned.filter((relation) => LARGE.includes(relation))).toEqual([]);
      expect(rows.group_listing ?? 0).toBeLessThanOrEqual(1001 * 32);
    }
  });

  test("a statement that goes about it plainly is found to read it all: the bounds can be missed", async () => {
    const plain = sql`select g.id from groups g where ${seesGroup(viewers.member as Viewer)} order by g.created_at limit 25`;
    const { scanned, rows } = await planOf(kit.portal.store.reader, plain);
    expect(scanned).toContain("groups");
    expect(rows.groups ?? 0).toBeGreaterThanOrEqual(10_000);
  });
});

function withoutSight(viewer: Viewer): Viewer {
  const types = [...viewer.policy.types].map(([name, table]) => {
    const columns = [...table.columns].filter(([, { kind }]) => kind !== "outsider" && kind !== "advanced-outsider");
    return [name, { ...table, columns: new Map(columns) }] as const;
  });
  return { ...viewer, policy: { ...viewer.policy, types: new Map(types) } };
}
