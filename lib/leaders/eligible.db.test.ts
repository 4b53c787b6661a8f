import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type WorldDraft } from "@/db/testing/peopled-world";
import { findTies } from "@/lib/people/queries/list-memberships";
import { appointLeader } from "./commands";
import { listLeaders } from "./queries";

const draft: WorldDraft = {
  roles: { blue: [], gold: [] },
  types: {
    club: {
      outsider: ["group.view"],
      leader: ["group.edit", "request.decide", "leader.appoint"],
      member: ["member.list"],
    },
    board: { member: ["member.list"] },
  },
  accounts: { root: { owner: true }, ann: { roles: ["blue"] }, bob: {}, cid: {} },
  groups: {
    elders: { type: "board", members: ["ann", "cid"] },
    nest: { eligible: ["blue"], leaders: ["ann", "bob", "root"], leaderGroups: ["elders"] },
  },
};

const slugOf = async (at: Awaited<ReturnType<typeof peopledWorld>>, name: string) =>
  (await at.rows<{ slug: string }>(sql`select slug from groups where name = ${name}`))[0]?.slug ?? "";

describe("who is in charge", () => {
  it("is marked while they are not eligible, and no longer", async () => {
    const at = await peopledWorld(draft);
    const list = async (who: string) => (await listLeaders(await at.as(who), await slugOf(at, "nest")))?.lines ?? [];
    const marked = async () => (await list("root")).filter(({ leftOut }) => leftOut).map(({ account }) => account?.id);
    // The page about a person asks the same question.
    const own = async (who: string) =>
      (await findTies(await at.as("root"), at.id(who)))?.leads.map(({ name, leftOut }) => [name, leftOut]);
    expect(await marked()).toEqual([at.id("bob")]);
    expect([await own("ann"), await own("bob")]).toEqual([[["nest", false]], [["nest", true]]]);
    await at.rows(sql`insert into account_role (account_id, role) values (${at.id("bob")}, 'blue')`);
    expect(await marked()).toEqual([]);
    expect(await own("bob")).toEqual([["nest", false]]);
    await at.rows(sql`delete from account_role where role = 'blue'`);
    expect(await marked()).toEqual([at.id("ann"), at.id("bob")]);
    // Everybody with an account: the role that all of them hold can be listed too.
    await at.rows(sql`insert into group_eligible_role (group_id, role) values (${at.id("nest")}, 'authenticated')`);
    expect(await marked()).toEqual([]);
  });

  it("counts the members of a leader group, and those of them who are not eligible, for whom may list them", async () => {
    const at = await peopledWorld(draft);
    const slug = await slugOf(at, "nest");
    const of = async (who: string) =>
      (await listLeaders(await at.as(who), slug))?.lines.find(({ account }) => !account)?.leaderGroup;
    expect(await of("root")).toMatchObject({ name: "elders", members: { count: 2, more: false }, leftOut: 1 });
    expect(await of("ann"), "a member of both").toMatchObject({ name: "elders", members: { count: 2 } });
    expect(await of("bob"), "who does not see it").toBeNull();
    expect(await of("cid")).toMatchObject({ members: { count: 2 } });
  });

  it("says what leading brings, since when, and by whom", async () => {
    const at = await peopledWorld(draft);
    const slug = await slugOf(at, "elders");
    const root = await at.as("root");
    expect((await appointLeader(root, { group: slug, account: at.id("bob"), leaderGroup: null })).answer).toBe(
      "changed",
    );
    const lines = (await listLeaders(root, slug))?.lines;
    expect(lines).toMatchObject([
      { account: { name: "bob" }, by: { name: "root" }, leftOut: false, leftOutSince: null },
    ]);
    const nest = await listLeaders(root, await slugOf(at, "nest"));
    expect(nest?.brings).toEqual({
      labels: ["Edit group", "Approve and reject requests", "Appoint leaders"],
      everything: false,
    });
    expect(nest?.eligible).toEqual(["blue"]);
  });
});
