import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { findJob, listJobLines } from "@/lib/jobs/queries";
import { LINES_AT_MOST } from "@/lib/jobs/start";
import { workJob } from "@/lib/jobs/work";
import { type DecidedMany, decideMany } from "./decide-many";
import { listDecidedRequests } from "./decided";
import { findRequestMeaning } from "./meaning";
import { currentMoment, listGroupRequests, listInbox, listWaitingGroups } from "./queries";
import { chosenOf, decideMany as shape } from "./schema";

const slug = (group: string) => `${group}-aaaaaa`;

/** Kim leads two of three groups; ann asks in all, bob in one and without the right to. */
async function guild(more: readonly string[] = []): Promise<World> {
  const crowd = Object.fromEntries(more.map((name) => [name, { roles: ["member"] }]));
  const waiting = Object.fromEntries(more.map((name) => [name, "join" as const]));
  return peopledWorld({
    roles: { member: ["group.request"], sailor: [] },
    types: {
      club: {
        outsider: ["group.view", "member.request"],
        member: ["group.view", "member.list", "member.leave"],
        leader: ["request.decide"],
      },
    },
    accounts: { root: { owner: true }, kim: {}, lee: {}, ann: { roles: ["member"] }, bob: {}, cat: {}, ...crowd },
    groups: {
      scouts: {
        leaders: ["kim"],
        confers: ["sailor"],
        members: ["cat"],
        pending: { ann: "join", bob: "join", cat: "leave" },
      },
      rope: { leaders: ["kim"], pending: { ann: "join", kim: "join", ...waiting } },
      hall: { hidden: true, leaders: ["lee"], pending: { ann: "join" } },
    },
  });
}

const box = (at: World, group: string, who: string, kind: "join" | "leave" = "join") =>
  chosenOf(kind, slug(group), at.id(who));

const rowsOf = (data: DecidedMany | null) =>
  data?.kind === "report" ? data.rows.map(({ who, group, answer }) => `${who} ${group}: ${answer}`) : data;

describe("several requests at once", () => {
  it("are answered each by itself, with one reason, and the report says what came of each", async () => {
    const at = await guild();
    const chosen = [
      box(at, "scouts", "ann"),
      box(at, "scouts", "bob"),
      box(at, "scouts", "cat", "leave"),
      box(at, "rope", "kim"),
    ];
    const input = shape.parse({ chosen, verdict: "approve", reason: "Welcome." });
    const { answer, data } = await decideMany(await at.as("kim"), input);
    expect(answer).toBe("decided");
    expect(rowsOf(data)).toEqual([
      ...["ann scouts: approved", "bob scouts: requester-needs-request-permission", "cat scouts: approved"],
      // T13: one's own is not in the list, so the report does not name it either.
      "null null: own-request",
    ]);
    expect(await at.members("scouts")).toEqual(["ann"]);
    expect(await at.pending("scouts")).toEqual(["bob"]);
    expect(await at.pending("rope")).toEqual(["ann", "kim"]);
  });

  it("T18 betray nothing of a group that one does not see, nor of a person", async () => {
    const at = await guild();
    const kim = await at.as("kim");
    const asked = (chosen: string[]) => decideMany(kim, shape.parse({ chosen, verdict: "reject" }));
    const hidden = await asked([box(at, "hall", "ann")]);
    expect(hidden).toEqual(await asked([chosenOf("join", "none-aaaaaa", at.id("ann"))]));
    expect(hidden.answer).toBe("not-found");
    const mixed = await asked([box(at, "hall", "ann"), box(at, "scouts", "ann")]);
    expect(rowsOf(mixed.data)).toEqual(["null null: not-found", "ann scouts: rejected"]);
    expect(await at.pending("hall")).toEqual(["ann"]);
    expect((await decideMany(kim, shape.parse({ verdict: "reject" }))).answer).toBe("none");
  });

  it("T73 beyond a page are the worker’s, and only those that the list was narrowed to and that were there by then", async () => {
    const names = Array.from({ length: 30 }, (_, n) => `p${n}`);
    const at = await guild(names);
    const kim = await at.as("kim");
    const upTo = await currentMoment(kim);
    await at.rows(
      sql`update request set created_at = portal_now() + interval '1 minute' where account_id = ${at.id("p29")}`,
    );
    const input = shape.parse({ all: true, verdict: "approve", group: slug("rope"), kind: "join", upTo });
    const { data } = await decideMany(kim, input);
    const job = data?.kind === "started" ? data.job : "";
    await workJob(at.portal);
    expect(await findJob(kim, job)).toMatchObject({ status: "done", lines: 30, done: 30 });
    expect((await listJobLines(kim, job)).lines[0]?.group?.name).toBe("rope");
    expect(await at.pending("rope"), "one's own, and who came later").toEqual(["kim", "p29"]);
    expect(await at.pending("scouts")).toEqual(["ann", "bob", "cat"]);
  });
});

it("of more than one job holds the oldest are answered, and the others wait on", async () => {
  const at = await guild();
  const kim = await at.as("kim");
  await at.rows(
    sql`insert into account (name, name_key) select 'x' || n, 'x' || n from generate_series(1, ${LINES_AT_MOST}) n`,
  );
  await at.rows(sql`insert into request (group_id, account_id, kind)
    select ${at.id("rope")}, id, 'join' from account where name_key like 'x%'`);
  const all = shape.parse({ all: true, verdict: "reject", group: slug("rope") });
  // With Ann it is one more; she asked last.
  await at.rows(
    sql`update request set created_at = created_at + interval '1 second' where account_id = ${at.id("ann")}`,
  );
  const { data } = await decideMany(kim, all);
  const job = data?.kind === "started" ? data.job : "";
  expect(await findJob(kim, job)).toMatchObject({ lines: LINES_AT_MOST });
  const meant = await at.rows(sql`select 1 from job_line where account_id = ${at.id("ann")}`);
  expect(meant).toEqual([]);
}, 60_000);

describe("a list of requests", () => {
  it("is narrowed by group, kind, and how long somebody has waited", async () => {
    const at = await guild();
    await at.rows(
      sql`update request set created_at = portal_now() - interval '9 days' where account_id = ${at.id("bob")}`,
    );
    const kim = await at.as("kim");
    const who = async (query: Parameters<typeof listInbox>[1]) =>
      (await listInbox(kim, query)).lines
        .map(({ account, group, days }) => `${account.name} ${group.name} ${days}`)
        .sort();
    expect(await who({})).toEqual(["ann rope 0", "ann scouts 0", "bob scouts 9", "cat scouts 0"]);
    expect(await who({ days: 7 })).toEqual(["bob scouts 9"]);
    expect(await who({ kind: "leave" })).toEqual(["cat scouts 0"]);
    expect(await who({ group: slug("rope") })).toEqual(["ann rope 0"]);
    expect(await who({ group: slug("hall") })).toEqual([]);
    expect(await who({ link: true })).toEqual([]);
    expect((await listWaitingGroups(kim)).map(({ name, count }) => `${name} ${count}`)).toEqual(["scouts 3", "rope 1"]);
  });

  it("T67 says of whom nobody can be let in any more, and why, before anybody decides", async () => {
    const at = await guild();
    const kim = await at.as("kim");
    const refused = async () => {
      const list = await listGroupRequests(kim, slug("scouts"));
      return list?.lines.map(({ account, refused: word }) => `${account.name} ${word}`).sort();
    };
    expect(await refused()).toEqual(["ann null", "bob requester-needs-request-permission", "cat null"]);
    const ann = await findRequestMeaning(kim, slug("scouts"), at.id("ann"));
    expect(ann).toMatchObject({ answer: "approved", stakes: { gains: expect.arrayContaining(["View member list"]) } });
    expect(ann?.counts?.rolesGained).toEqual([{ label: "sailor", people: 1 }]);
    await at.rows(sql`update groups set internal = true, version = version + 1 where id = ${at.id("scouts")}`);
    const now = await at.as("kim");
    expect((await findRequestMeaning(now, slug("scouts"), at.id("ann")))?.answer).toBe("requester-internal");
    expect(await findRequestMeaning(await at.as("ann"), slug("scouts"), at.id("ann"))).toBeNull();
    expect(await findRequestMeaning(now, slug("hall"), at.id("ann"))).toBeNull();
  });

  it("is followed by how earlier ones ended, by whom, and why", async () => {
    const at = await guild();
    const kim = await at.as("kim");
    await decideMany(kim, shape.parse({ chosen: [box(at, "scouts", "ann")], verdict: "reject", reason: "Full." }));
    const lines = (await listDecidedRequests(kim, slug("scouts")))?.lines;
    expect(lines).toMatchObject([
      { end: "rejected", kind: "join", by: "kim", reason: "Full.", account: { name: "ann" } },
    ]);
    expect(await listDecidedRequests(await at.as("ann"), slug("scouts"))).toBeNull();
    expect(await listDecidedRequests(kim, slug("hall"))).toBeNull();
  });
});
