import { beforeAll, describe, expect, test } from "vitest";
import { everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld } from "@/db/testing/seed";
import { listLeaders } from "@/lib/leaders/queries";
import { listSeats } from "@/lib/members/seats";
import { mayRemove } from "@/lib/policy/ceilings";
import { decide, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { listMembers, type MemberList, type MemberQuery } from "./list-members";
import type { MemberLine } from "./member-lines";

describe("who is in a group", () => {
  let kit: TestPortal;
  let viewers: Viewer[];
  let everyone: readonly string[];

  beforeAll(async () => {
    kit = await testPortal();
    const world = await seedWorld(kit.clone.ownerUrl, { seed: 41, groups: 12, accounts: 60 });
    everyone = world.accounts;
    viewers = (await everyViewer(kit.portal, world)).slice(0, 14);
  });

  const wholeList = async (viewer: Viewer, slug: string, query: MemberQuery = {}) => {
    const lines: MemberLine[] = [];
    let list: MemberList | null = null;
    for (let after: string | null = null, n = 0; n === 0 || after; n++) {
      list = await listMembers(viewer, slug, { ...query, after });
      lines.push(...(list?.lines ?? []));
      after = list?.next ?? null;
    }
    return list && { ...list, lines };
  };

  test("T07: is told to those who may list members, whole and in order, and says of each what may be done", async () => {
    let told = 0;
    let removable = 0;
    for (const viewer of viewers) {
      for (const { row, situation } of await everyGroup(viewer)) {
        const list = await wholeList(viewer, row.slug);
        const may = sees(viewer, situation) && decide(viewer, situation, "member.list").allowed;
        expect(list !== null, `${viewer.name} ${row.slug}`).toBe(may);
        if (!list) continue;
        const seats = await listSeats(kit.portal.store.reader, viewer.policy, situation, everyone);
        const members = [...seats.values()].filter((seat) => seat.situation.standing.member);
        expect(new Set(list.lines.map(({ account }) => account.id))).toEqual(new Set(members.map((m) => m.accountId)));
        const since = list.lines.map((line) => line.since);
        expect(since).toEqual(since.toSorted());
        const removes =
          decide(viewer, situation, "member.remove").allowed && (!situation.group.restricted || viewer.account?.owner);
        for (const line of list.lines) {
          const target = seats.get(line.account.id);
          if (!target) throw new Error("a member who does not exist");
          expect(line.removable).toBe(Boolean(removes) && mayRemove({ viewer, situation }, target));
          expect(line.leads).toBe(target.situation.standing.leads);
          if (!line.own && !list.may.setUntil) expect(line.note).toBeNull();
          removable += line.removable ? 1 : 0;
        }
        told += list.lines.length;
      }
    }
    expect(told).toBeGreaterThan(100);
    expect(removable).toBeGreaterThan(10);
  });

  test("those in charge are told to the same people; a leader group that they do not see has no name", async () => {
    let nameless = 0;
    for (const viewer of viewers) {
      const groups = await everyGroup(viewer);
      const seen = new Set(groups.filter(({ situation }) => sees(viewer, situation)).map(({ row }) => row.slug));
      for (const { row, situation } of groups) {
        const list = await listLeaders(viewer, row.slug);
        const may = ["member.list", "leader.appoint"] as const;
        if (!sees(viewer, situation) || !may.some((one) => decide(viewer, situation, one).allowed)) {
          expect(list).toBeNull();
        }
        for (const line of list?.lines ?? []) {
          if (line.leaderGroup) expect(seen.has(line.leaderGroup.slug)).toBe(true);
          if (!line.account && !line.leaderGroup) nameless++;
        }
      }
    }
    expect(nameless).toBeGreaterThan(0);
  });

  test("is two statements", async () => {
    const owner = viewers.find((viewer) => viewer.account?.owner) as Viewer;
    const [first] = await everyGroup(owner);
    kit.statements();
    await listMembers(owner, first?.row.slug ?? "");
    expect(kit.statements()).toHaveLength(2);
  });
});
