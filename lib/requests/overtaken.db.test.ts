import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { configureGroup as configureShape } from "@/lib/groups/schema";
import { addMember } from "@/lib/members/commands/add-member";
import { unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { decideRequest } from "./commands";

const SLUG = "scouts-aaaaaa";
const reason = "";

const club = (flags: object = {}): Promise<World> =>
  peopledWorld({
    roles: { member: ["group.request"], blue: [] },
    types: { club: { outsider: ["group.view", "member.join"], member: ["group.view"] } },
    accounts: { root: { owner: true }, kim: {}, ann: { roles: ["member", "blue"] } },
    groups: { scouts: { ...flags, pending: { ann: "join" } } },
  });

const configure = async (at: World, change: object) =>
  configureGroup(await at.as("root"), configureShape.parse({ group: SLUG, ...change }));
const approve = async (at: World) =>
  decideRequest(await at.as("root"), { group: SLUG, account: at.id("ann"), verdict: "approve", kind: "join", reason });
const lose = async (at: World, role: string) =>
  unassignGlobalRole(await at.as("root"), { account: at.id("ann"), role, reason });

/** What became of the request and of whoever made it, by itself. */
async function outcome(at: World) {
  const [row] = await at.rows<{ status: string }>(sql`select status from request`);
  return [row?.status, await at.members("scouts")];
}

describe("T67 a request that is overtaken", () => {
  it("is closed where its maker loses the right to ask, or stops being eligible, and lets nobody in then", async () => {
    const asking = await club();
    await lose(asking, "member");
    expect(await outcome(asking)).toEqual(["closed", []]);
    expect((await approve(asking)).answer).toBe("no-request");
    const kept = await club({ eligible: ["blue"] });
    await lose(kept, "blue");
    expect(await outcome(kept)).toEqual(["closed", []]);
    expect((await approve(kept)).answer).toBe("no-request");
    expect(await outcome(kept)).toEqual(["closed", []]);
  });

  it("is closed where the group becomes internal, and where its maker is in by another way", async () => {
    const shut = await club();
    expect((await configure(shut, { flags: { internal: true } })).answer).toBe("changed");
    expect(await outcome(shut)).toEqual(["closed", []]);
    const added = await club();
    await addMember(await added.as("root"), { group: SLUG, account: added.id("ann"), roles: [], until: null });
    expect(await outcome(added)).toEqual(["closed", ["ann"]]);
    expect((await approve(added)).answer).toBe("no-request");
  });

  it("is carried out where the group becomes open", async () => {
    const at = await club();
    expect((await configure(at, { flags: { open: true } })).answer).toBe("changed");
    expect((await outcome(at))[1]).toEqual(["ann"]);
    expect(await at.pending("scouts")).toEqual([]);
    expect((await approve(at)).answer).toBe("no-request");
  });

  it("stays, and lets nobody in, where the rules of the type no longer do", async () => {
    const at = await club();
    await at.rows(sql`delete from group_grant where permission = 'member.join'`);
    await at.rows(sql`update policy set version = version + 1`);
    expect((await approve(at)).answer).toBe("requester-not-permitted");
    expect(await outcome(at)).toEqual(["pending", []]);
  });

  it("stays, and can be approved, where the group is hidden meanwhile: whoever asked knows of it", async () => {
    const at = await club();
    expect((await configure(at, { flags: { hidden: true } })).answer).toBe("changed");
    expect((await approve(at)).answer).toBe("approved");
    expect(await outcome(at)).toEqual(["approved", ["ann"]]);
  });
});

describe("T13 a request", () => {
  it("is never answered by whoever made it, by whichever way they are in charge", async () => {
    const at = await peopledWorld({
      roles: { member: ["group.request"], chief: ["group.request", "group.manage"] },
      types: { club: { outsider: ["group.view", "member.join"], member: ["group.view"], leader: ["request.decide"] } },
      accounts: {
        ...{ root: { owner: true }, leads: { roles: ["member"] }, byGroup: { roles: ["member"] } },
        ...{ manages: { roles: ["chief"] }, owner: { owner: true } },
      },
      groups: {
        council: { members: ["byGroup"] },
        scouts: {
          ...{ leaders: ["leads"], leaderGroups: ["council"] },
          pending: { leads: "join", byGroup: "join", manages: "join", owner: "join" },
        },
      },
    });
    for (const who of ["leads", "byGroup", "manages", "owner"]) {
      for (const verdict of ["approve", "reject"] as const) {
        const input = { group: SLUG, account: at.id(who), verdict, kind: null, reason };
        expect((await decideRequest(await at.as(who), input)).answer, `${who} ${verdict}`).toBe("own-request");
      }
    }
    expect(await at.members("scouts")).toEqual([]);
    const other = { group: SLUG, account: at.id("leads"), verdict: "approve", kind: null, reason } as const;
    expect((await decideRequest(await at.as("byGroup"), other)).answer, "somebody else does").toBe("approved");
  });
});
