/** What approving wishes to leave would bring about is counted before it is done, and comes to just that. */
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { decideRequest } from "./commands";
import { decideMany } from "./decide-many";
import { countLettingGo } from "./meaning";
import { listGroupRequests, listInbox } from "./queries";
import { decideMany as shape } from "./schema";

const group = (name: string) => `${name}-aaaaaa`;

async function harbour() {
  return peopledWorld({
    roles: { member: ["group.request"], sailor: [] },
    types: { club: { outsider: ["group.view"], member: ["group.view", "member.leave"], leader: ["request.decide"] } },
    accounts: { root: { owner: true }, kim: {}, ann: { roles: ["member"] }, bob: { roles: ["member"] }, cat: {} },
    groups: {
      crew: { leaders: ["kim"], confers: ["sailor"], members: ["ann", "bob"], pending: { ann: "leave", bob: "leave" } },
      deck: { eligible: ["sailor"], members: ["ann", "bob"] },
      choir: { leaders: ["kim"], members: ["cat"], pending: { cat: "leave" } },
      fleet: { leaders: ["kim"], confers: ["sailor"], pending: { cat: "join" } },
    },
  });
}

it("counts roles and memberships that go with those who leave, all of them together", async () => {
  const at = await harbour();
  const kim = await at.as("kim");
  const { lines } = await listInbox(kim);
  expect(Object.fromEntries(lines.map((line) => [`${line.account.name} ${line.group.name}`, line.takesRoles]))).toEqual(
    {
      "ann crew": true,
      "bob crew": true,
      "cat choir": false,
      "cat fleet": false,
    },
  );
  expect((await listGroupRequests(kim, group("crew")))?.lines.map(({ takesRoles }) => takesRoles)).toEqual([
    true,
    true,
  ]);
  const counts = await countLettingGo(kim, lines);
  expect(counts).toMatchObject({
    rolesLost: [{ label: "sailor", people: 2 }],
    // A group that one does not see is counted among the people, and not named.
    elsewhere: { people: 2, groups: 0, unseen: true, named: [] },
    // The requests that are decided are not closed besides.
    closed: 0,
  });
  expect(await countLettingGo(await at.as("root"), lines)).toMatchObject({
    elsewhere: { people: 2, groups: 1, unseen: false, named: ["deck"] },
  });
  for (const name of ["ann", "bob"]) {
    const answer = {
      group: group("crew"),
      account: at.id(name),
      verdict: "approve",
      kind: "leave",
      reason: "",
    } as const;
    expect((await decideRequest(kim, answer)).answer).toBe("approved");
  }
  expect([await at.members("crew"), await at.members("deck")]).toEqual([[], []]);
});

it("is not brought about for all that fit at once, beyond what is counted on a page", async () => {
  const at = await harbour();
  const kim = await at.as("kim");
  const all = shape.parse({ all: true, verdict: "approve", upTo: "2999-01-01T00:00:00.000Z" });
  expect(await decideMany(kim, all)).toMatchObject({ answer: "decided", done: true });
  expect([await at.members("crew"), await at.members("choir")]).toEqual([["ann", "bob"], []]);
  // Cat lacks the right to be in the fleet, and is refused by name.
  expect((await listInbox(kim)).lines.map(({ group: { name } }) => name)).toEqual(["crew", "crew", "fleet"]);
  expect(await decideMany(kim, { ...all, verdict: "reject" })).toMatchObject({ answer: "decided", done: true });
  expect((await listInbox(kim)).lines).toEqual([]);
});

it("says so where all that fit would take roles along, and nobody where none fits", async () => {
  const at = await harbour();
  const kim = await at.as("kim");
  const crew = shape.parse({ all: true, verdict: "approve", group: group("crew") });
  expect((await decideMany(kim, crew)).answer).toBe("look-first");
  expect((await decideMany(kim, { ...crew, kind: "join" })).answer).toBe("none-left");
  expect(await at.pending("crew")).toEqual(["ann", "bob"]);
});

it("counts nothing where no role goes along, and nothing for one's own wish", async () => {
  const at = await harbour();
  const kim = await at.as("kim");
  expect(await countLettingGo(kim, (await listInbox(kim, { group: group("choir") })).lines)).toBeNull();
  const lines = (await listInbox(kim, { group: group("crew") })).lines.map((line) => ({ ...line, own: true }));
  expect(await countLettingGo(kim, lines)).toBeNull();
  await at.rows(sql`delete from group_conferred_role`);
  expect(await countLettingGo(kim, (await listInbox(kim)).lines)).toBeNull();
});
