import { beforeAll, describe, expect, test } from "vitest";
import { type Everything, everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld } from "@/db/testing/seed";
import { fold } from "@/lib/fold";
import { decide, sees } from "@/lib/policy/decide";
import { type SeesReach, seesReach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { CAN, type Can } from "./can";
import { COUNTED, type LineRow } from "./line";
import { countFacets } from "./queries/count-facets";
import { type DirectoryQuery, directoryStatement, listDirectory } from "./queries/list-directory";
import { verbFor } from "./verb";

describe.each([11, 12])("a random world (%i)", (seed) => {
  let kit: TestPortal;
  let viewers: Viewer[];
  const all = new Map<Viewer, Everything[]>();

  beforeAll(async () => {
    kit = await testPortal();
    const world = await seedWorld(kit.clone.ownerUrl, { seed, accounts: 22, groups: 100 });
    // A visitor, an owner, an inactive account, and every other one of the rest.
    viewers = (await everyViewer(kit.portal, world)).filter((_, n) => n < 4 || n % 2 === 0);
    for (const viewer of viewers) all.set(viewer, await everyGroup(viewer));
  });

  const visible = (viewer: Viewer) => (all.get(viewer) ?? []).filter(({ situation }) => sees(viewer, situation));
  const can = (viewer: Viewer, { situation }: Everything, wish: Can) => {
    if (wish === "member") return viewer.account !== null && situation.standing.member;
    if (wish === "manage") return decide(viewer, situation, "request.decide").allowed;
    return verbFor(viewer, situation, viewer.settings).kind === wish;
  };
  const slugs = (groups: Everything[]) => groups.map(({ row }) => row.slug);

  test("T16 T22: the directory shows exactly the groups that the policy says are seen, in order", async () => {
    let shown = 0;
    for (const viewer of viewers) {
      const listed = await walk(viewer, {});
      expect(listed).toEqual(slugs(viewer.account?.active === false ? [] : visible(viewer)));
      shown += listed.length;
    }
    expect(shown).toBeGreaterThan(200);
  });

  test("narrowed by type and by what one can do it shows exactly those", async () => {
    for (const viewer of viewers) {
      for (const wish of [...CAN, null]) {
        for (const type of ["type-0", null]) {
          const expected = visible(viewer).filter(
            (one) => (!wish || can(viewer, one, wish)) && (!type || one.row.type === type),
          );
          expect(await walk(viewer, { can: wish, type }), `${wish} ${type}`).toEqual(slugs(expected));
        }
      }
    }
  });

  test("T22: the facets count what the lists show", async () => {
    for (const viewer of viewers) {
      if (viewer.account?.active === false) continue;
      const seen = visible(viewer);
      const facets = await countFacets(viewer, {});
      expect(facets.can.map(({ count }) => count)).toEqual(
        CAN.map((wish) => seen.filter((one) => can(viewer, one, wish)).length),
      );
      expect(Object.fromEntries(facets.types.map(({ name, count }) => [name, count]))).toEqual(tally(seen));
      expect(facets.types.every(({ count, more }) => count <= COUNTED && !more)).toBe(true);
      const narrowed = await countFacets(viewer, { type: "type-1", can: "manage" });
      const managed = seen.filter((one) => can(viewer, one, "manage"));
      expect(Object.fromEntries(narrowed.types.map(({ name, count }) => [name, count]))).toEqual(tally(managed));
      expect(narrowed.can.map(({ count }) => count)).toEqual(
        CAN.map((wish) => seen.filter((one) => one.row.type === "type-1" && can(viewer, one, wish)).length),
      );
    }
  });

  test.each(["scouts", "SCÓUTS", "ring", "ar", "a", "lodz mine", "zwolf for", "blue", "scoutz", "%", "nothing at all"])(
    "T22: a search for %s finds only what is seen, and counts what it finds",
    async (q) => {
      for (const viewer of viewers) {
        const seen = new Set(slugs(visible(viewer)));
        const found = await walk(viewer, { q });
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((slug) => !seen.has(slug))).toEqual([]);
        const facets = await countFacets(viewer, { q });
        expect(facets.types.reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
      }
    },
  );

  test("a search finds names that begin with it, then what contains it, then what holds its words", async () => {
    const owner = viewers.find((one) => one.account?.owner) as Viewer;
    const all = (await everyGroup(owner)).map(({ row }) => row);
    const keyed = all.map((row) => ({
      slug: row.slug,
      name: row.nameKey,
      text: fold(`${row.name} ${row.description}`),
    }));
    const tierOf = ({ name, text }: { name: string; text: string }) => {
      if (name.startsWith("mine")) return 0;
      return text.includes("mine") ? 1 : 3;
    };
    const found = await walk(owner, { q: "MÍNE" });
    const expected = [0, 1].flatMap((tier) => keyed.filter((one) => tierOf(one) === tier).map(({ slug }) => slug));
    expect(found).toEqual(expected);
    const words = (await lines(owner, { q: "for scouts" })).map(({ slug }) => slug);
    const holding = keyed.filter(({ text }) => /\bfor/.test(text) && /\bscouts/.test(text)).map(({ slug }) => slug);
    expect(words.toSorted()).toEqual(holding.toSorted());
    expect(words.length).toBeGreaterThan(0);
  });

  test("a search that finds nothing offers names that resemble it, and only then", async () => {
    const owner = viewers.find((one) => one.account?.owner) as Viewer;
    const resembling = await lines(owner, { q: "scoutz" });
    expect(resembling.length).toBeGreaterThan(0);
    expect(resembling.every(({ name }) => /scouts/i.test(name))).toBe(true);
    const exact = await lines(owner, { q: "scout" });
    expect(exact.some(({ name, line }) => !/scout/i.test(`${name} ${line}`))).toBe(false);
  });

  test("without the predicate the comparison goes red: it can fail", async () => {
    const everything: SeesReach = { nothing: false, everything: true, manage: false, own: true, types: new Map() };
    const visitor = viewers[0] as Viewer;
    const rows = await kit.portal.store.reader.rows<LineRow>(directoryStatement(visitor, {}, everything));
    expect(rows.map(({ slug }) => slug)).not.toEqual(slugs(visible(visitor)).slice(0, rows.length));
    const forgetful = viewers.filter((viewer) => viewer.account?.active && seesReach(viewer, viewer.policy).own);
    const differing = [];
    for (const viewer of forgetful) {
      const reached = { ...seesReach(viewer, viewer.policy), own: false };
      const found = await kit.portal.store.reader.rows<LineRow>(directoryStatement(viewer, {}, reached));
      const expected = slugs(visible(viewer)).slice(0, 25);
      if (JSON.stringify(found.map(({ slug }) => slug)) !== JSON.stringify(expected)) differing.push(viewer);
    }
    expect(differing.length).toBeGreaterThan(0);
  });

  test("without the right to look, a visitor is asked to sign in and an account is led to its own groups", async () => {
    const closed = (viewer: Viewer): Viewer => ({ ...viewer, globalPermissions: new Set() });
    const [visitor, owner, inactive, ordinary] = viewers as [Viewer, Viewer, Viewer, Viewer];
    expect(await listDirectory(closed(visitor), { q: "s" })).toEqual({ kind: "sign-in" });
    expect(await listDirectory(closed(ordinary), {})).toEqual({ kind: "mine" });
    expect(await listDirectory(inactive, {})).toEqual({ kind: "sign-in" });
    expect(await listDirectory(closed(owner), {})).toHaveProperty("kind", "list");
    expect(await countFacets(closed(ordinary), {})).toEqual({ types: [], can: [] });
  });

  test.each(["", "x", "e30", "WzAsImEiLCJ4Il0", "%00", "9".repeat(3_000)])(
    "T74: %s is the first page",
    async (after) => {
      const visitor = viewers[0] as Viewer;
      expect(await listDirectory(visitor, { after })).toEqual(await listDirectory(visitor, {}));
    },
  );

  test("the list and the facets are one statement each", async () => {
    const viewer = viewers[0] as Viewer;
    kit.statements();
    await listDirectory(viewer, { q: "scouts", can: "join", type: "type-0" });
    expect(kit.statements()).toHaveLength(1);
    await countFacets(viewer, { q: "scouts", can: "join", type: "type-0" });
    expect(kit.statements()).toHaveLength(1);
  });
});

function tally(groups: Everything[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { row } of groups) counts[row.type] = (counts[row.type] ?? 0) + 1;
  return counts;
}

/** The slugs of all pages. */
async function walk(viewer: Viewer, query: DirectoryQuery): Promise<string[]> {
  return (await lines(viewer, query)).map(({ slug }) => slug);
}

async function lines(viewer: Viewer, query: DirectoryQuery) {
  const found = [];
  for (let after: string | null = null, n = 0; n === 0 || after; n++) {
    const page = await listDirectory(viewer, { ...query, after });
    if (page.kind !== "list") return [];
    found.push(...page.lines);
    after = page.next;
  }
  return found;
}
