/** What a membership held, and what stood in it, is in the log once it is gone or changed: nothing else remembers it. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { deactivateAccount } from "@/lib/people/commands/activation";
import { decideRequest } from "@/lib/requests/commands";
import { editOwnMembership } from "./commands/edit-own-membership";
import { leaveGroup } from "./commands/leave-group";
import { removeMember } from "./commands/remove-member";
import { endDueMemberships } from "./due";

const group = "scouts-aaaaaa";
const UNTIL = "2150-01-02T03:04:05.000Z";
const HELD = { roles: ["chief", "scribe"], until: UNTIL };
const reason = "";

/** Ann holds two roles in scouts, until a day; bob is in and nothing besides; kim decides there. */
async function club(flags: object = {}): Promise<World> {
  const at = await peopledWorld({
    types: {
      club: {
        outsider: ["group.view"],
        member: ["group.view", "member.leave", "member.edit-own"],
        leader: ["request.decide"],
        ...{ chief: [], scribe: [] },
      },
    },
    accounts: { root: { owner: true }, kim: {}, ann: {}, bob: {} },
    groups: {
      scouts: {
        ...{ type: "club", internal: false, leaders: ["kim"], members: { ann: ["scribe", "chief"], bob: [] } },
        ...flags,
      },
    },
  });
  await at.rows(sql`update membership set until = ${UNTIL}::timestamptz where account_id = ${at.id("ann")}`);
  return at;
}

interface Line {
  who: string;
  event: string;
  before: unknown;
  after: unknown;
}

const lines = async (at: World, event: string): Promise<unknown[][]> =>
  (
    await at.rows<Line>(sql`select account_name as who, event, before, after from audit
      where event = ${event} order by account_name`)
  ).map(({ who, before, after }) => [who, before, after]);

describe("a membership that ends is remembered with its roles and its end", () => {
  it("of whoever leaves", async () => {
    const at = await club({ open: true });
    expect((await leaveGroup(await at.as("ann"), { group, note: "" })).answer).toBe("left");
    expect((await leaveGroup(await at.as("bob"), { group, note: "" })).answer).toBe("left");
    expect(await lines(at, "member.left")).toEqual([
      ["ann", HELD, null],
      ["bob", { roles: [], until: null }, null],
    ]);
  });

  it("of whoever is let go", async () => {
    const at = await club({ pending: { ann: "leave" } });
    const input = { group, account: at.id("ann"), kind: "leave", verdict: "approve", reason } as const;
    expect((await decideRequest(await at.as("kim"), input)).answer).toBe("approved");
    expect(await lines(at, "member.left")).toEqual([["ann", HELD, null]]);
  });

  it("of whoever is removed", async () => {
    const at = await club();
    expect((await removeMember(await at.as("root"), { group, account: at.id("ann"), reason })).answer).toBe("removed");
    expect(await lines(at, "member.removed")).toEqual([["ann", HELD, null]]);
  });

  it("of whoever falls out of it by itself, where there was anything but being in", async () => {
    const at = await club();
    for (const who of ["ann", "bob"])
      expect((await deactivateAccount(await at.as("root"), { account: at.id(who), reason })).answer).toBe("changed");
    expect(await lines(at, "member.pruned")).toEqual([
      ["ann", HELD, null],
      ["bob", null, null],
    ]);
  });

  it("with an end alone, and with roles alone", async () => {
    const at = await club();
    await at.rows(sql`delete from membership_role`);
    await at.rows(sql`insert into membership_role (group_id, account_id, type, role)
      values (${at.id("scouts")}, ${at.id("bob")}, 'club', 'chief')`);
    for (const who of ["ann", "bob"]) await deactivateAccount(await at.as("root"), { account: at.id(who), reason });
    expect(await lines(at, "member.pruned")).toEqual([
      ["ann", { roles: [], until: UNTIL }, null],
      ["bob", { roles: ["chief"], until: null }, null],
    ]);
  });

  it("of a group that is deleted", async () => {
    const at = await club();
    expect((await deleteGroup(await at.as("root"), { group })).answer).toBe("deleted");
    expect(await lines(at, "member.pruned")).toEqual([
      ["ann", HELD, null],
      ["bob", null, null],
    ]);
  });

  it("whose time has passed", async () => {
    const at = await club();
    const past = "2020-01-02T03:04:05.000Z";
    await at.rows(sql`update membership set until = ${past}::timestamptz where account_id = ${at.id("ann")}`);
    expect(await endDueMemberships(at.portal)).toBe(1);
    expect(await lines(at, "member.pruned")).toEqual([["ann", { ...HELD, until: past }, null]]);
  });
});

describe("one's own title and note", () => {
  const edit = async (at: World, title: string, note: string) =>
    (await editOwnMembership(await at.as("ann"), { group, title, note })).answer;

  it("are remembered as they were, and nothing is said of what stays as it is", async () => {
    const at = await club();
    expect(await edit(at, "Treasurer", "")).toBe("changed");
    expect(await edit(at, "Treasurer", "")).toBe("changed");
    expect(await edit(at, "Treasurer", "On Mondays")).toBe("changed");
    const said = await at.rows<Line>(sql`select before, after from audit where event = 'member.edited' order by id`);
    expect(said).toEqual([
      { before: { title: "", note: "" }, after: { title: "Treasurer", note: "" } },
      { before: { title: "Treasurer", note: "" }, after: { title: "Treasurer", note: "On Mondays" } },
    ]);
  });

  it("are said truly also where two are written at once", async () => {
    const at = await club();
    expect(await Promise.all(["One", "Two", "Three"].map((title) => edit(at, title, "")))).toEqual(
      Array.from({ length: 3 }, () => "changed"),
    );
    const said = await at.rows<{ before: { title: string }; after: { title: string } }>(
      sql`select before, after from audit where event = 'member.edited' order by id`,
    );
    expect(said).toHaveLength(3);
    const chain = new Map(said.map(({ before, after }) => [before.title, after.title]));
    const seen = [chain.get("")];
    for (let n = 0; n < 2; n++) seen.push(chain.get(seen.at(-1) ?? "none"));
    expect(seen.toSorted(), "each begins where another ended").toEqual(["One", "Three", "Two"]);
  });
});
