/** However a request ended, its end says what was wished, and what was written to it stands beside it for whoever decides. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { configureGroup as configureShape } from "@/lib/groups/schema";
import { joinGroup } from "@/lib/members/commands/join-group";
import { removeMember } from "@/lib/members/commands/remove-member";
import { deleteAccount } from "@/lib/people/commands/delete-account";
import { decideRequest, withdrawRequest } from "./commands";
import { listDecidedRequests } from "./decided";

const group = "scouts-aaaaaa";
const reason = "";

/** Kim decides in scouts: ann and bob wish to join, cat and dan to leave, and each wrote why. */
async function club(flags: object = {}): Promise<World> {
  const at = await peopledWorld({
    roles: { member: ["group.request"] },
    types: {
      club: {
        outsider: ["group.view", "member.join"],
        member: ["group.view", "member.list", "member.leave"],
        leader: ["request.decide"],
      },
    },
    accounts: {
      ...{ root: { owner: true }, kim: {}, ann: { roles: ["member"] }, bob: { roles: ["member"] } },
      ...{ cat: { roles: ["member"] }, dan: { roles: ["member"] } },
    },
    groups: {
      scouts: {
        ...{ type: "club", internal: false, leaders: ["kim"], members: ["cat", "dan"] },
        pending: { ann: "join", bob: "join", cat: "leave", dan: "leave" },
        ...flags,
      },
    },
  });
  await at.rows(sql`update request set note = 'I am ' || a.name from account a where a.id = account_id`);
  return at;
}

const ends = async (at: World, who = "kim") =>
  (await listDecidedRequests(await at.as(who), group))?.lines.map(
    ({ account, kind, end, note }) => `${account.name} ${kind} ${end}: ${note}`,
  );

const kinds = async (at: World) =>
  (
    await at.rows<{
      said: string;
    }>(sql`select a.event || ' ' || coalesce(a.account_name, '') || ' ' || (a.after ->> 'kind') as said
      from audit a where a.event like 'request.%' order by a.account_name`)
  ).map(({ said }) => said);

describe("the end of a request says what was wished", () => {
  it("when it is taken back", async () => {
    const at = await club();
    expect((await withdrawRequest(await at.as("ann"), { group })).answer).toBe("withdrawn");
    expect((await withdrawRequest(await at.as("cat"), { group })).answer).toBe("withdrawn");
    expect(await ends(at)).toEqual(["cat leave withdrawn: ", "ann join withdrawn: "]);
  });

  it("when it is answered, and when what it asked for comes about otherwise", async () => {
    const at = await club();
    const decided = { group, account: at.id("ann"), kind: "join", verdict: "reject", reason } as const;
    expect((await decideRequest(await at.as("kim"), decided)).answer).toBe("rejected");
    expect((await removeMember(await at.as("root"), { group, account: at.id("cat"), reason })).answer).toBe("removed");
    expect(await ends(at)).toEqual(["cat leave closed: I am cat", "ann join rejected: I am ann"]);
  });

  it("when somebody with a pending one comes in by themself", async () => {
    const at = await club({ open: true });
    expect((await joinGroup(await at.as("ann"), { group, note: "" })).answer).toBe("joined");
    expect(await ends(at)).toEqual(["ann join closed: I am ann"]);
  });

  it("when the group opens and carries it out, and when it becomes internal and closes it", async () => {
    const at = await club();
    const configure = async (flags: object) =>
      (await configureGroup(await at.as("root"), configureShape.parse({ group, flags }))).answer;
    expect(await configure({ open: true })).toBe("changed");
    expect((await ends(at))?.toSorted()).toEqual(["ann join approved: I am ann", "bob join approved: I am bob"]);
    expect(await configure({ internal: true })).toBe("changed");
    expect((await ends(at, "root"))?.slice(0, 2).toSorted()).toEqual([
      ...["cat leave closed: I am cat", "dan leave closed: I am dan"],
    ]);
  });

  it("when its group is deleted", async () => {
    const at = await club();
    expect((await deleteGroup(await at.as("root"), { group })).answer).toBe("deleted");
    expect(await kinds(at)).toEqual([
      ...["request.closed ann join", "request.closed bob join"],
      ...["request.closed cat leave", "request.closed dan leave"],
    ]);
  });
});

const reject = async (at: World, who: string) =>
  expect(
    (
      await decideRequest(await at.as("kim"), {
        ...{ group, account: at.id(who), kind: null, verdict: "reject", reason },
      } as const)
    ).answer,
  ).toBe("rejected");

describe("what was written to a request", () => {
  it("is read by whoever decides there, and by nobody else", async () => {
    const at = await club();
    await reject(at, "ann");
    expect(await ends(at, "root")).toEqual(["ann join rejected: I am ann"]);
    for (const who of ["ann", "bob", "cat"]) expect(await ends(at, who)).toBeUndefined();
    await at.rows(sql`delete from leader`);
    await at.rows(sql`update groups set version = version + 1`);
    expect(await ends(at)).toBeUndefined();
  });

  it("is that of the very request, of several by the same person", async () => {
    const at = await club();
    await reject(at, "ann");
    await at.rows(
      sql`update request set decided_at = decided_at - interval '1 day' where account_id = ${at.id("ann")}`,
    );
    expect((await joinGroup(await at.as("ann"), { group, note: "Once more." })).answer).toBe("requested");
    await reject(at, "ann");
    expect(await ends(at)).toEqual(["ann join rejected: Once more.", "ann join rejected: "]);
  });

  it("goes with the account; that there was a request stays", async () => {
    const at = await club();
    await reject(at, "ann");
    expect((await deleteAccount(await at.as("root"), { account: at.id("ann"), reason })).answer).toBe("deleted");
    expect(await ends(at)).toEqual(["ann join rejected: "]);
  });

  it("and its kind are found for older lines that do not say it", async () => {
    const at = await club();
    await reject(at, "cat");
    await at.rows(sql`alter table audit disable trigger all`);
    await at.rows(sql`update audit set after = null`);
    expect(await ends(at)).toEqual(["cat leave rejected: I am cat"]);
    await at.rows(sql`delete from request`);
    expect(await ends(at)).toEqual(["cat null rejected: "]);
  });
});
