import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Everything, everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld, type World } from "@/db/testing/seed";
import { listLinks } from "@/lib/join-links/queries";
import { listLeaders } from "@/lib/leaders/queries";
import { listMembers } from "@/lib/members/queries/list-members";
import { listNotices } from "@/lib/notices/queries";
import { listFound } from "@/lib/palette/queries";
import { findPerson } from "@/lib/people/queries/find-person";
import { sees } from "@/lib/policy/decide";
import { listMyRequests } from "@/lib/requests/my-requests";
import { listGroupRequests, listInbox } from "@/lib/requests/queries";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { countFacets } from "./queries/count-facets";
import { findGroup } from "./queries/find-group";
import { listDirectory } from "./queries/list-directory";
import { listMyGroups } from "./queries/list-my-groups";

const ABSENT = [
  "nothing-here-abc234",
  "",
  "x",
  "scouts",
  "..",
  "a".repeat(5_000),
  "sc\u0000outs-abc234",
  "\ud800-abc234",
  "<b>-abc234",
  "scouts-abc234\n",
];

const READS: Record<string, (viewer: Viewer, slug: string) => Promise<unknown>> = {
  findGroup,
  listMembers,
  listLeaders,
  listGroupRequests,
  listLinks,
};

describe("a group that one does not see is a group that is not there", () => {
  let kit: TestPortal;
  let world: World;
  let viewers: Viewer[];
  const all = new Map<Viewer, Everything[]>();

  beforeAll(async () => {
    kit = await testPortal();
    world = await seedWorld(kit.clone.ownerUrl, { seed: 31, groups: 50, accounts: 9 });
    viewers = await everyViewer(kit.portal, world);
    for (const viewer of viewers) all.set(viewer, await everyGroup(viewer));
  });

  const asked = async (viewer: Viewer, slug: string, name: string) => {
    kit.statements();
    const answer = await READS[name]?.(viewer, slug);
    return { answer, statements: kit.statements() };
  };

  test.each(Object.keys(READS))("T18 T21: %s answers the same, by the same statements", async (name) => {
    let hidden = 0;
    for (const viewer of viewers) {
      const absent = await asked(viewer, "nothing-here-abc234", name);
      expect(absent.answer).toBeNull();
      if (viewer === viewers[0] || viewer === viewers[1])
        for (const slug of ABSENT) expect(await asked(viewer, slug, name)).toEqual(absent);
      for (const { row, situation } of all.get(viewer) ?? []) {
        if (sees(viewer, situation)) continue;
        expect(await asked(viewer, row.slug, name)).toEqual(absent);
        hidden++;
      }
    }
    expect(hidden).toBeGreaterThan(50);
  });

  test.each(Object.keys(READS))(
    "T18: with the predicate out of the way %s gives itself away: the comparison can fail",
    async (name) => {
      let told = 0;
      for (const viewer of viewers.filter((one) => one.account?.active)) {
        const knowing: Viewer = { ...viewer, globalPermissions: new Set(["group.bypass"]) };
        const absent = await asked(knowing, "nothing-here-abc234", name);
        for (const { row, situation } of all.get(viewer) ?? []) {
          if (sees(viewer, situation)) continue;
          const { answer } = await asked(knowing, row.slug, name);
          if (answer !== absent.answer) told++;
        }
      }
      expect(told).toBeGreaterThan(20);
    },
  );

  test("T18: the page is there for whoever sees the group, in one statement but for its administrators", async () => {
    let pages = 0;
    for (const viewer of viewers.slice(0, 6)) {
      for (const { row, situation } of all.get(viewer) ?? []) {
        const { answer, statements } = await asked(viewer, row.slug, "findGroup");
        expect(answer !== null).toBe(sees(viewer, situation));
        expect(statements.length).toBeLessThanOrEqual(2);
        if (answer !== null && statements.length === 1) pages++;
      }
    }
    expect(pages).toBeGreaterThan(50);
  });

  test("T22: adding groups that somebody does not see changes nothing that they are shown", async () => {
    const visitor = viewers[0] as Viewer;
    const outsider = viewers.find((one) => one.account?.active && !reachesBeyond(one)) as Viewer;
    const everythingShown = async (viewer: Viewer) => JSON.stringify(await shownTo(viewer, world));
    const before = [await everythingShown(visitor), await everythingShown(outsider)];
    await addUnseenGroups(kit, world);
    expect([await everythingShown(visitor), await everythingShown(outsider)]).toEqual(before);
    const owner = await findViewer(kit.portal, { account: world.accounts[0] as string });
    expect(await everythingShown(owner)).toContain("canary");
    await addUnseenGroups(kit, world, false);
    expect([await everythingShown(visitor), await everythingShown(outsider)]).not.toEqual(before);
  });
});

function reachesBeyond(viewer: Viewer): boolean {
  return (
    viewer.account?.owner === true ||
    ["group.bypass", "group.manage"].some((key) => viewer.globalPermissions.has(key as never))
  );
}

/** Everything that lists, searches or counts groups for one viewer. */
async function shownTo(viewer: Viewer, world: World): Promise<unknown[]> {
  return Promise.all([
    listDirectory(viewer, {}),
    listDirectory(viewer, { q: "canary" }),
    listDirectory(viewer, { q: "s" }),
    listDirectory(viewer, { can: "join" }),
    countFacets(viewer, {}),
    countFacets(viewer, { q: "canary" }),
    listMyGroups(viewer),
    listMyRequests(viewer),
    listInbox(viewer),
    listNotices(viewer),
    listFound(viewer, ""),
    listFound(viewer, "canary"),
    listFound(viewer, "s"),
    ...world.accounts.map((id) => findPerson(viewer, id)),
  ]);
}

let added = 0;

/** Copies of seen groups with their listings, everybody in them; hidden from outsiders unless told otherwise. */
async function addUnseenGroups(kit: TestPortal, world: World, unseen = true): Promise<void> {
  await kit.portal.store.writer.rows(sql`
    with made as (insert into groups (slug, type, name, name_key, description, search_key, internal, hidden, open, public, published)
      select 'canary-' || n || '-' || lpad((n + ${added})::text, 6, '0'), (array['type-0', 'type-1', 'type-2', 'type-3'])[1 + n % 4],
        'canary', 'canary', 'scouts', 'canary scouts', ${unseen} and n % 2 = 0, ${unseen} and n % 2 = 1, true, true, true
      from generate_series(1, 40) n returning id)
    insert into membership (group_id, account_id, how) select id, ${world.accounts[0]}::uuid, 'added' from made`);
  added += 1_000;
}
