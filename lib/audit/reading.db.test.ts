import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Everything, everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld, type World } from "@/db/testing/seed";
import { decide, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { narrowed } from "./filters";
import { type LogRow, lineOf } from "./line";
import { findEntry, findGroupEntry } from "./queries/find-entry";
import { findSealState } from "./queries/find-seal-state";
import { listGroupLog, listLog, logStatement } from "./queries/list-log";

const GONE = "00000000-0000-4000-8000-00000000dead";
const ABSENT = "00000000-0000-4000-8000-00000000beef";
const SIZE = 5_000;

let kit: TestPortal;
let world: World;
let viewers: Viewer[];
const all = new Map<Viewer, Everything[]>();

/** The same person, with the right to read the log besides. */
const reading = (viewer: Viewer): Viewer => ({
  ...viewer,
  globalPermissions: new Set([...viewer.globalPermissions, "audit.view"]),
});
const seesAll = ({ account, globalPermissions }: Viewer) =>
  account?.owner === true || globalPermissions.has("group.bypass");
const groupsOf = (lines: readonly { group: { id: string } | null }[]) =>
  [...new Set(lines.map(({ group }) => group?.id ?? ""))].sort();

describe("the log as its readers see it", () => {
  beforeAll(async () => {
    kit = await testPortal();
    world = await seedWorld(kit.clone.ownerUrl, { seed: 31, groups: 50, accounts: 9 });
    const write = kit.portal.store.writer;
    await write.rows(sql`insert into audit (event, actor_id, actor_name, account_id, account_name, group_id, group_name, request_id)
      select e, ${world.accounts[1]}::uuid, 'Actor', ${world.accounts[2]}::uuid, 'Person', g.id, 'canary ' || g.name, gen_random_uuid()
      from groups g, unnest(array['member.removed', 'member.added']) e`);
    await write.rows(sql`insert into audit (event, account_id, account_name, group_id, group_name, request_id) values
      ('group.deleted', null, null, ${GONE}, 'canary gone', gen_random_uuid()),
      ('account.renamed', ${world.accounts[2]}, 'Person', null, null, gen_random_uuid())`);
    viewers = (await everyViewer(kit.portal, world)).filter((one) => one.account?.active);
    for (const viewer of viewers) all.set(viewer, await everyGroup(viewer));
  });

  const seenBy = (viewer: Viewer) =>
    (all.get(viewer) ?? []).filter(({ situation }) => sees(viewer, situation)).map(({ row }) => row.id);

  test("T78: holds the groups that its reader sees now, all of them and no other, and what is about none", async () => {
    let hidden = 0;
    for (const viewer of viewers) {
      expect((await listLog(viewer, {})) === null).toBe(
        !viewer.account?.owner && !viewer.globalPermissions.has("audit.view"),
      );
      const page = await listLog(reading(viewer), {}, { size: SIZE });
      expect(page?.next).toBeNull();
      const seen = seenBy(viewer);
      expect(groupsOf(page?.lines ?? [])).toEqual(["", ...seen, ...(seesAll(viewer) ? [GONE] : [])].sort());
      hidden += (all.get(viewer)?.length ?? 0) - seen.length;
    }
    expect(hidden).toBeGreaterThan(50);
  });

  test("T78: with the predicate out of the way it names groups that its reader does not see: the comparison can fail", async () => {
    const everywhere = {
      join: sql`left join lateral (select g.slug, g.type from groups g where g.id = a.group_id) shown on true`,
      where: sql`true`,
    };
    let told = 0;
    for (const viewer of viewers.filter((one) => !seesAll(one))) {
      const rows = await kit.portal.store.reader.rows<LogRow>(
        logStatement(viewer, narrowed({}), null, SIZE, everywhere),
      );
      const seen = new Set(["", ...seenBy(viewer)]);
      told += groupsOf(rows.map(lineOf)).filter((id) => !seen.has(id)).length;
    }
    expect(told).toBeGreaterThan(50);
  });

  test("T78: whoever asks for a group that they do not see gets what they would of none, by the same statements", async () => {
    for (const viewer of viewers.map(reading)) {
      const asked = async (group: string) => {
        kit.statements();
        const page = await listLog(viewer, { group });
        return { page, statements: kit.statements() };
      };
      const absent = await asked(ABSENT);
      expect(absent.page?.lines).toEqual([]);
      const seen = new Set(seesAll(viewer) ? [GONE] : []);
      for (const { row } of all.values().next().value ?? [])
        if (sees(viewer, situationOf(viewer, row.id))) seen.add(row.id);
      for (const group of [GONE, ...world.groups]) {
        if (!seen.has(group)) expect(await asked(group)).toEqual(absent);
      }
    }
  });

  const situationOf = (viewer: Viewer, id: string) => {
    const [, every] = [...all].find(([one]) => one.account?.id === viewer.account?.id) ?? [];
    const found = every?.find(({ row }) => row.id === id);
    if (!found) throw new Error("no such group");
    return found.situation;
  };

  test("T78: a group's own log is for whoever may read it there; for all others there is none", async () => {
    const counts = { open: 0, closed: 0 };
    for (const viewer of viewers) {
      for (const { row, situation } of all.get(viewer) ?? []) {
        const page = await listGroupLog(viewer, row.slug, {});
        const may = sees(viewer, situation) && decide(viewer, situation, "audit.view").allowed;
        expect(page !== null, `${viewer.name} ${row.slug}`).toBe(may);
        if (page) expect(groupsOf(page.lines)).toEqual([row.id]);
        counts[may ? "open" : "closed"]++;
      }
    }
    expect(counts.open).toBeGreaterThan(20);
    expect(counts.closed).toBeGreaterThan(50);
  });

  test("T78: an entry is as hidden as its group, and of another group's log it is none", async () => {
    const lines = (await listLog(reading(viewers.find(seesAll) as Viewer), {}, { size: SIZE }))?.lines ?? [];
    for (const viewer of viewers) {
      const seen = new Set(["", ...seenBy(viewer), ...(seesAll(viewer) ? [GONE] : [])]);
      for (const { id, group } of lines.filter(({ event }) => event !== "member.added")) {
        const entry = await findEntry(reading(viewer), String(id));
        expect(entry !== null).toBe(seen.has(group?.id ?? ""));
      }
    }
    const owner = viewers.find(seesAll) as Viewer;
    const [first, second] = all.get(owner) ?? [];
    const line = lines.find(({ group }) => group?.id === first?.row.id);
    expect(await findGroupEntry(owner, first?.row.slug ?? "", String(line?.id))).not.toBeNull();
    expect(await findGroupEntry(owner, second?.row.slug ?? "", String(line?.id))).toBeNull();
    for (const id of ["", "0", "-1", "1e3", "99999999999999999999", "1;drop", "\0"])
      expect(await findEntry(owner, id)).toBeNull();
  });

  test("T78: how busy the log is as a whole is told to those who read all of it", async () => {
    for (const viewer of viewers.map(reading)) {
      const state = await findSealState(viewer);
      expect(state === null).toBe(!seesAll(viewer));
      if (state) expect(state).toEqual({ at: null, number: 0, digest: null, waiting: 102 });
    }
  });

  test("T74: pages follow one another without a gap or a double, and a cursor that is none begins at the first", async () => {
    const owner = viewers.find(seesAll) as Viewer;
    const whole = (await listLog(owner, {}, { size: SIZE }))?.lines.map(({ id }) => id);
    const paged: number[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listLog>> = await listLog(owner, {}, { after, size: 7 });
      paged.push(...(page?.lines ?? []).map(({ id }) => id));
      after = page?.next ?? null;
    } while (after);
    expect(paged).toEqual(whole);
    for (const nonsense of ["x", "WzFd", "WyJhIiwiYiJd", "-1", "a".repeat(3_000)])
      expect((await listLog(owner, {}, { after: nonsense, size: 7 }))?.lines.map(({ id }) => id)).toEqual(
        whole?.slice(0, 7),
      );
  });

  test("T54: whatever is typed into a filter or a cursor reaches the database beside the statement, never in it", async () => {
    const owner = viewers.find(seesAll) as Viewer;
    const canaries = [
      "zqcanary",
      "zqcanary'; drop table audit; --",
      '"zqcanary"',
      "1) or zqcanary(1",
      "zq\u0000canary",
      "\ud800zqcanary",
    ];
    const keys = ["event", "group", "person", "actor", "type", "cause", "request", "from", "to"] as const;
    kit.statements();
    for (const canary of canaries) {
      for (const key of keys) expect(await listLog(owner, { [key]: canary })).not.toBeNull();
      const query = Object.fromEntries(keys.map((key) => [key, canary]));
      await listLog(owner, query, { after: btoa(JSON.stringify([canary, canary]).replaceAll(/[^\x20-\x7e]/g, "")) });
      await listLog(owner, { from: "2026-01-01", to: "2026-12-31", event: canary });
      await findEntry(owner, canary);
      await listGroupLog(owner, canary, query);
    }
    const told = kit.statements();
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((statement) => /zq.?canary/i.test(statement))).toEqual([]);
    // What was asked did get there, as a value: the same statement answers what is there.
    expect((await listLog(owner, { event: "group.deleted" }))?.lines).toHaveLength(1);
  });
});
