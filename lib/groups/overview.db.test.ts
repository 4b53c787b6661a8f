import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { seedCrowd } from "@/db/testing/crowd";
import { type Everything, everyGroup, everyViewer } from "@/db/testing/everything";
import { peopledWorld, type WorldDraft } from "@/db/testing/peopled-world";
import { planOf } from "@/db/testing/plan";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld } from "@/db/testing/seed";
import type { Plan } from "@/lib/consequences/plan";
import { listLeaders } from "@/lib/leaders/queries";
import { findToll } from "@/lib/permissions/toll";
import { decideGlobal, sees } from "@/lib/policy/decide";
import { seesReach } from "@/lib/policy/reach";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { changeFrom, type GroupsChange } from "./change-of";
import { type Narrowing, OVERVIEW_FILTERS } from "./overview-filters";
import { countConsequences } from "./queries/count-consequences";
import {
  listOverview,
  listOverviewAddresses,
  MOST_CHOSEN,
  OVERVIEW_PAGE,
  type OverviewLine,
  type OverviewQuery,
  overviewStatement,
} from "./queries/list-overview";
import { previewChanges } from "./queries/preview-changes";

const emptyPlan = Object.fromEntries(
  [
    ...["closed", "carriedOut", "rolesEnded", "rolesBegun", "madeInternal", "withoutAdministrator"],
    ...["leadershipsEnded", "linksRevoked", "leadersFlagged"],
  ].map((list) => [list, []]),
);

const ALL: OverviewQuery = { narrowing: {} };

/** Through every page of it. */
async function every(viewer: Viewer, query: OverviewQuery): Promise<OverviewLine[]> {
  const lines: OverviewLine[] = [];
  for (let after: string | null = null, pages = 0; pages < 100; pages++) {
    const page = await listOverview(viewer, { ...query, after });
    if (!page) throw new Error("not for this viewer");
    lines.push(...page.lines);
    if (!page.next) return lines;
    after = page.next;
  }
  throw new Error("without end");
}

const mayLook = (viewer: Viewer): Viewer => {
  const globalPermissions = new Set([...viewer.globalPermissions, "group.overview" as const]);
  return { ...viewer, globalPermissions };
};

describe("the list of all groups", () => {
  let kit: TestPortal;
  let viewers: Viewer[];
  const all = new Map<Viewer, Everything[]>();

  beforeAll(async () => {
    kit = await testPortal();
    const world = await seedWorld(kit.clone.ownerUrl, { seed: 31, groups: 150, accounts: 24 });
    const everybody = await everyViewer(kit.portal, world);
    viewers = everybody.filter(({ account }) => account?.active).map(mayLook);
    for (const viewer of viewers) all.set(viewer, await everyGroup(viewer));
  });

  const seen = (viewer: Viewer, fits: (one: Everything) => boolean) =>
    (all.get(viewer) ?? []).filter((one) => sees(viewer, one.situation) && fits(one)).map(({ row }) => row.slug);
  const slugs = (lines: readonly { slug: string }[]) => lines.map(({ slug }) => slug);

  test("T16: lists what its reader sees, and nothing else", async () => {
    for (const viewer of viewers) {
      expect(slugs(await every(viewer, ALL))).toEqual(seen(viewer, () => true));
      expect(await listOverviewAddresses(viewer, ALL)).toEqual(seen(viewer, () => true));
    }
  });

  test.each([
    ["internal", (one: Everything) => one.situation.group.internal],
    ["hidden", (one: Everything) => one.situation.group.hidden],
    ["open", (one: Everything) => one.situation.group.open],
    ["public", (one: Everything) => one.situation.group.public],
    ["restricted", (one: Everything) => one.situation.group.restricted],
    ["published", (one: Everything) => one.situation.group.published],
    ["eligible", (one: Everything) => one.situation.group.eligibleRoles.length > 0],
    ["confers", (one: Everything) => one.situation.group.confers.length > 0],
    ["forced", (one: Everything) => one.row.internalForced],
  ] as const)("T16: narrowed to “%s” or its opposite, it is what its reader sees of those", async (filter, holds) => {
    for (const viewer of viewers) {
      for (const wanted of [true, false]) {
        const lines = await every(viewer, { narrowing: { [filter]: wanted } });
        expect(slugs(lines)).toEqual(seen(viewer, (one) => holds(one) === wanted));
      }
    }
  });

  test("T16: narrowed to a role, it is those that its reader sees of the groups that have to do with it", async () => {
    const roles = new Set(
      (all.get(viewers[0] as Viewer) ?? []).flatMap(({ situation: { group } }) => [
        ...group.eligibleRoles,
        ...group.confers,
      ]),
    );
    expect(roles.size).toBeGreaterThan(0);
    for (const viewer of viewers) {
      for (const role of [...roles, "no-such-role"]) {
        const has = ({ situation: { group } }: Everything) =>
          group.eligibleRoles.includes(role) || group.confers.includes(role);
        expect(slugs(await every(viewer, { narrowing: {}, role }))).toEqual(seen(viewer, has));
      }
    }
  });

  test("T16: what deleting a role would do names only groups that its reader sees", async () => {
    let named = 0;
    for (const viewer of viewers) {
      const pairs = (all.get(viewer) ?? []).map(({ row }) => ({
        groupId: row.id,
        accountId: viewer.account?.id ?? "",
      }));
      const plan = { ...emptyPlan, pruned: pairs } as unknown as Plan;
      const toll = await findToll(viewer, plan);
      const known = (all.get(viewer) ?? []).filter((one) => sees(viewer, one.situation)).map(({ row }) => row.name);
      expect(toll?.removed?.groups).toBe(pairs.length);
      expect(toll?.removed?.named).toEqual(known.slice(0, 5));
      named += toll?.removed?.named.length ?? 0;
      const { elsewhere } = await countConsequences(viewer, [], plan);
      expect(elsewhere).toMatchObject({
        groups: known.length,
        named: known.slice(0, 5),
        unseen: known.length < pairs.length,
      });
    }
    expect(named).toBeGreaterThan(0);
  });

  test("T16: with the predicate out of the way the list gives itself away: the comparison can fail", async () => {
    let betrayed = 0;
    for (const viewer of viewers) {
      const everything = { ...seesReach(viewer, viewer.policy), everything: true };
      const rows = await kit.portal.store.reader.rows<{ slug: string }>(overviewStatement(viewer, ALL, everything));
      const known = new Set(seen(viewer, () => true));
      if (rows.some(({ slug }) => !known.has(slug))) betrayed++;
    }
    expect(betrayed).toBeGreaterThan(0);
  });

  test("nobody has it without the right to it", async () => {
    for (const viewer of viewers.filter(({ account }) => !account?.owner)) {
      const without = {
        ...viewer,
        globalPermissions: new Set([...viewer.globalPermissions].filter((p) => p !== "group.overview")),
      };
      expect(decideGlobal(without, "group.overview").allowed).toBe(false);
      expect(await listOverview(without, ALL)).toBeNull();
      expect(await listOverviewAddresses(without, ALL)).toBeNull();
    }
  });
});

const draft: WorldDraft = {
  roles: { overseer: ["group.overview"], blue: [] },
  types: { club: { outsider: ["group.view"], boss: ["group.administer"] } },
  accounts: {
    root: { owner: true },
    ada: { roles: ["overseer"] },
    bob: { roles: ["blue"] },
    cid: {},
    off: { active: false },
  },
  groups: {
    alone: { members: ["cid"] },
    run: { members: { cid: ["boss"] } },
    abandoned: { members: { off: ["boss"], cid: [] } },
    kept: { eligible: ["blue"], leaders: ["cid"] },
    well: { eligible: ["blue"], leaders: ["bob", "root"], pending: { bob: "join" } },
  },
};

describe("what a filter asks beyond the flags", () => {
  const names = async (viewer: Viewer, narrowing: Narrowing) =>
    (await every(viewer, { narrowing })).map(({ name }) => name);

  test("who administers it, and whether those in charge are eligible", async () => {
    const at = await peopledWorld(draft);
    const root = await at.as("root");
    expect(await names(root, { administered: false })).toEqual(["abandoned", "alone", "kept", "well"]);
    expect(await names(root, { administered: true })).toEqual(["run"]);
    expect(await names(root, { leaders: false })).toEqual(["kept"]);
    expect((await every(root, { narrowing: { leaders: false } }))[0]).toMatchObject({
      leaders: { count: 1, leftOut: 1 },
    });
  });

  test("a leader who is eligible again is not counted as left out any more", async () => {
    const at = await peopledWorld(draft);
    await at.rows(sql`insert into account_role (account_id, role) values (${at.id("cid")}, 'blue')`);
    expect(await names(await at.as("root"), { leaders: false })).toEqual([]);
  });

  describe("people who lead because a group does", () => {
    const council: WorldDraft = {
      ...draft,
      types: {
        ...draft.types,
        board: { outsider: ["group.view"], "outsider:overseer": ["member.list"] },
        closed: {},
        lodge: { outsider: ["group.view"], "outsider:overseer": ["member.list"] },
      },
      groups: {
        elders: { type: "board", members: ["bob", "cid", "off"] },
        blues: { type: "board", members: ["bob"] },
        cabal: { type: "closed", members: ["cid"] },
        twice: { type: "lodge", eligible: ["blue"], leaders: ["cid"], leaderGroups: ["elders"] },
        fine: { type: "lodge", eligible: ["blue"], leaders: ["bob"], leaderGroups: ["blues"] },
        anyone: { type: "lodge", leaderGroups: ["elders"] },
        veiled: { type: "lodge", eligible: ["blue"], leaderGroups: ["cabal"] },
        unlisted: { type: "club", eligible: ["blue"], leaderGroups: ["elders"] },
      },
    };
    const shown = async (viewer: Viewer) =>
      Object.fromEntries((await every(viewer, ALL)).map(({ name, leaders }) => [name, leaders?.leftOut]));

    test("are counted once each, and found, as the group's own list of leaders marks them", async () => {
      const at = await peopledWorld(council);
      const root = await at.as("root");
      const none = { anyone: 0, blues: 0, cabal: 0, elders: 0, fine: 0 };
      // Of elders two hold no blue, and one of them leads by name besides.
      expect(await shown(root)).toEqual({ ...none, twice: 2, unlisted: 2, veiled: 1 });
      expect(await names(root, { leaders: false })).toEqual(["twice", "unlisted", "veiled"]);
      expect(await names(root, { leaders: true })).toEqual(["anyone", "blues", "cabal", "elders", "fine"]);
      for (const { slug, name, leaders } of await every(root, ALL)) {
        const lines = (await listLeaders(root, slug))?.lines ?? [];
        const marked = lines.some(({ leftOut, leaderGroup }) => leftOut || (leaderGroup?.leftOut ?? 0) > 0);
        expect([name, (leaders?.leftOut ?? 0) > 0]).toEqual([name, marked]);
      }
      await at.rows(sql`insert into account_role (account_id, role) values
        (${at.id("cid")}, 'blue'), (${at.id("off")}, 'blue')`);
      expect(await names(await at.as("root"), { leaders: false })).toEqual([]);
    });

    test("T16 are neither counted nor found where their reader may not know of them", async () => {
      const at = await peopledWorld(council);
      await at.rows(sql`insert into account_role (account_id, role) values (${at.id("ada")}, 'blue')`);
      const ada = await at.as("ada");
      // She does not see who is in cabal, and may not know who leads a club: neither filter tells.
      expect(await shown(ada)).toMatchObject({ twice: 2, veiled: 0, unlisted: undefined });
      expect(await names(ada, { leaders: false })).toEqual(["twice"]);
      expect(await names(ada, { leaders: true })).toContain("veiled");
      expect(await names(ada, { leaders: true })).toContain("unlisted");
    });

    test.each([
      ["who leads", "member.list", "unlisted"],
      ["who is in a leader group", "group.view", "veiled"],
    ] as const)("T16 are told to whoever may know %s from then on", async (_what, permission, betrayed) => {
      const at = await peopledWorld(council);
      await at.rows(sql`insert into account_role (account_id, role) values (${at.id("ada")}, 'blue')`);
      const type = betrayed === "unlisted" ? "club" : "closed";
      const cells = permission === "group.view" ? ["group.view", "member.list"] : [permission];
      expect(await names(await at.as("ada"), { leaders: false })).not.toContain(betrayed);
      for (const cell of cells) {
        await at.rows(sql`insert into group_grant (type, role, kind, permission)
          values (${type}, 'outsider:overseer', 'advanced-outsider', ${cell})`);
      }
      await at.rows(sql`update policy set version = version + 1`);
      expect(await names(await at.as("ada"), { leaders: false })).toContain(betrayed);
    });
  });

  test("numbers of people are told to those alone who may know them", async () => {
    const at = await peopledWorld(draft);
    const lines = await every(await at.as("ada"), ALL);
    expect(lines.map(({ name }) => name)).toEqual(["abandoned", "alone", "run"]);
    for (const line of lines) expect(line).toMatchObject({ members: null, leaders: null, pending: null });
    const well = (await every(await at.as("root"), ALL)).find(({ name }) => name === "well");
    expect(well).toMatchObject({ members: { count: 0 }, leaders: { count: 2, leftOut: 0 }, pending: { count: 1 } });
  });
});

describe("a portal with 10,000 groups", () => {
  let kit: TestPortal;
  const viewers: Viewer[] = [];

  beforeAll(async () => {
    kit = await testPortal();
    const crowd = await seedCrowd(kit.clone.ownerUrl, { groups: 10_000, accounts: 3_000 });
    for (const name of ["owner", "manager", "member"] as const) {
      viewers.push(mayLook(await findViewer(kit.portal, { account: crowd[name] })));
    }
    // Groups of a few, and one of everybody, in charge of groups that are kept for a role.
    await kit.portal.store.writer.rows(sql`insert into leader (group_id, leader_group_id)
      select g.id, o.id from (select id, row_number() over (order by id) as n from groups) g
        join (select id, row_number() over (order by id) as n from groups) o on o.n = case g.n % 100 when 2 then 1 when 7 then g.n - 1 end
      where g.n % 100 in (2, 7) and g.id <> o.id`);
  }, 120_000);

  const cases: [string, OverviewQuery][] = [
    ["as it is", ALL],
    ["of one type", { narrowing: {}, type: "type-2" }],
    ...OVERVIEW_FILTERS.flatMap((filter): [string, OverviewQuery][] => [
      [`${filter}: yes`, { narrowing: { [filter]: true } }],
      [`${filter}: no`, { narrowing: { [filter]: false } }],
    ]),
    ["what hardly any is", { narrowing: { forced: true, restricted: true, hidden: true } }],
  ];

  test.each(cases)("a page %s looks through a thousand groups at most", async (_name, query) => {
    for (const viewer of viewers) {
      const { scanned, rows } = await planOf(kit.portal.store.reader, overviewStatement(viewer, query));
      expect(
        scanned.filter((one) => ["groups", "group_listing", "membership", "leader", "request"].includes(one)),
      ).toEqual([]);
      expect(rows.groups ?? 0).toBeLessThanOrEqual(1_001 * 8);
      expect(rows.group_listing ?? 0).toBeLessThanOrEqual(1_001 * 16);
    }
  });

  test("where nothing fits, looking further comes to an end, and never names what was not seen", async () => {
    for (const viewer of viewers) {
      expect(await every(viewer, { narrowing: { forced: true } })).toEqual([]);
      const page = await listOverview(viewer, { narrowing: { forced: true } });
      expect(page).toMatchObject({ stopped: true, lines: [] });
    }
    expect((await listOverview(viewers[0] as Viewer, ALL))?.lines.length).toBe(OVERVIEW_PAGE);
  });

  test("what a change to a thousand would bring about is looked at in as many statements as one", async () => {
    const owner = viewers[0] as Viewer;
    const all = (await listOverviewAddresses(owner, { narrowing: { public: false, open: false } })) ?? [];
    expect(all).toHaveLength(MOST_CHOSEN);
    const counts: number[] = [];
    for (const slugs of [all.slice(0, 1), all]) {
      for (const change of ["keep-for:blue", "open-on", "internal-on", "delete"]) {
        kit.statements();
        const preview = await previewChanges(owner, slugs, changeFrom(change) as GroupsChange);
        expect(preview?.rows).toHaveLength(slugs.length);
        counts.push(kit.statements().length);
      }
    }
    for (const count of counts) expect(count).toBeLessThanOrEqual(40);
  }, 120_000);
});
