import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { findJob, listJobLines } from "@/lib/jobs/queries";
import { workJob } from "@/lib/jobs/work";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { addMany, addTried, type ManyData } from "./commands/add-many";
import { addMember } from "./commands/add-member";
import { changeChosen } from "./commands/change-chosen";
import { findTriedIn } from "./queries/find-tried";

const SLUG = "scouts-aaaaaa";

async function club(more: readonly string[] = []): Promise<World> {
  const crowd = Object.fromEntries(["ann", "bob", "cat", "dan", ...more].map((name) => [name, {}]));
  return peopledWorld({
    roles: { clerk: ["people.administer"] },
    types: {
      club: {
        outsider: ["group.view"],
        member: ["group.view", "member.list"],
        chief: ["member.add", "member.remove"],
        head: ["group.administer"],
        helper: [],
      },
    },
    accounts: { root: { owner: true }, kim: {}, lee: { roles: ["clerk"] }, gone: { active: false }, ...crowd },
    groups: {
      scouts: { members: { kim: ["chief"], lee: ["head"], bob: [] } },
      hall: { hidden: true, members: { lee: ["head"] } },
    },
  });
}

const sent = (viewer: Viewer, text: string, more: { asked?: string; choice?: string[]; group?: string } = {}) =>
  addMany(viewer, { group: SLUG, text, asked: "", choice: [], ...more });

const triedOf = (data: ManyData | null) => {
  if (data?.kind !== "tried") throw new Error(`not tried: ${JSON.stringify(data)}`);
  return data;
};
const jobOf = (data: ManyData | null) => (data?.kind === "started" ? data.job : "");
const answersOf = (data: ManyData | null) => triedOf(data).rows.map(({ who, answer }) => `${who}: ${answer}`);

const prove = (at: World, name: string, email: string, proven: boolean) =>
  at.rows(sql`update account set email = ${email}, email_key = ${email},
    email_proven_at = ${proven ? sql`portal_now()` : sql`null`} where id = ${at.id(name)}`);

describe("a list of people", () => {
  it("says of every line what would come of it, and adds nobody", async () => {
    const at = await club();
    const list = `Ann\nbob\nNobody\nANN\ngone\n${at.id("cat")}\n/people/${at.id("dan")}`;
    expect(answersOf((await sent(await at.as("kim"), list)).data)).toEqual([
      ...["Ann: added", "bob: already-member", "Nobody: unknown", "ANN: twice", "gone: unknown"],
      ...[`${at.id("cat")}: added`, `/people/${at.id("dan")}: added`],
    ]);
    expect(await at.members("scouts")).toEqual(["bob", "kim", "lee"]);
    expect(await at.logged()).toEqual([]);
    const wrong = await sent(await at.as("kim"), "Ann,,never");
    expect(wrong.data).toMatchObject({
      kind: "problems",
      text: "Ann,,never",
      lines: [expect.stringMatching(/^Line 1/)],
    });
  });

  it("T10 gives no role above the writer’s own, and says which there is not", async () => {
    const at = await club();
    const list = "ann,Helper\ncat,head\ndan,nothing";
    expect(answersOf((await sent(await at.as("lee"), list)).data)).toEqual([
      "ann: added",
      "cat: added",
      "dan: no-such-role",
    ]);
    const kim = answersOf((await sent(await at.as("kim"), list)).data);
    expect(kim, "who may give none is not told which there are").toEqual([
      ...["ann: exceeds-own", "cat: exceeds-own", "dan: exceeds-own"],
    ]);
  });

  it("T44 tells no address from another, but to whoever administers people, and then only proven ones", async () => {
    const at = await club();
    await prove(at, "ann", "ann@example.org", true);
    await prove(at, "cat", "cat@example.org", false);
    const said = async (who: string, address: string) => {
      const { data } = await sent(await at.as(who), address);
      return JSON.stringify(triedOf(data).rows).replaceAll(address, "ADDRESS");
    };
    expect(await said("kim", "ann@example.org")).toBe(await said("kim", "nobody@example.org"));
    expect(await said("kim", "ann@example.org")).toContain("no-addresses");
    expect(await said("lee", "ann@example.org")).toContain('"answer":"added"');
    expect(await said("lee", "cat@example.org")).toBe(await said("lee", "nobody@example.org"));
  });

  it("asks which of several is meant, and takes nobody else for them", async () => {
    const at = await club();
    await at.rows(sql`update account set name = 'Ann', name_key = 'ann' where id = ${at.id("dan")}`);
    const kim = await at.as("kim");
    const first = triedOf((await sent(kim, "Ann")).data);
    expect(first.rows[0]).toMatchObject({ answer: "several", account: null });
    expect(first.rows[0]?.candidates.map(({ id }) => at.name(id)).sort()).toEqual(["ann", "dan"]);
    expect(answersOf((await sent(kim, "Ann", { choice: [`1:${at.id("cat")}`] })).data)).toEqual(["Ann: several"]);
    const meant = { asked: first.asked, choice: [`1:${at.id("dan")}`] };
    expect((await sent(kim, "Ann", { ...meant, choice: [] })).data?.kind, "nobody is chosen yet").toBe("tried");
    expect((await sent(kim, "Ann", meant)).answer).toBe("started");
    await workJob(at.portal);
    expect(await at.members("scouts")).toEqual(["bob", "dan", "kim", "lee"]);
  });

  it("is carried out only if it is the one that was looked at", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const { asked } = triedOf((await sent(kim, "ann")).data);
    expect((await sent(kim, "ann\ncat", { asked })).answer).toBe("look");
    expect((await sent(kim, "ann", { asked: "x".repeat(64) })).answer).toBe("look");
    expect((await sent(kim, "ann", { asked })).answer).toBe("started");
  });

  it("T01 T18 is answered alike for a group that one does not see and one that is not there", async () => {
    const at = await club();
    for (const who of ["kim", "ann"]) {
      const [hidden, absent] = await Promise.all(
        ["hall-aaaaaa", "none-aaaaaa"].map(async (group) => sent(await at.as(who), "bob", { group })),
      );
      expect(hidden).toEqual(absent);
      expect(hidden?.answer).toBe("not-found");
    }
    expect((await sent(await at.as("ann"), "bob")).answer).toBe("not-permitted");
  });
});

describe("T73 adding many", () => {
  const start = async (at: World, who: string, list: string) => {
    const viewer = await at.as(who);
    const { asked } = triedOf((await sent(viewer, list)).data);
    return { viewer, job: jobOf((await sent(viewer, list, { asked })).data) };
  };
  const report = async (viewer: Viewer, job: string) =>
    (await listJobLines(viewer, job)).lines.map(
      ({ said, answer, done }) => `${said}: ${answer}${done ? "" : " (not)"}`,
    );

  it("goes on after a fall in the middle, and comes to the same when it is sent again", async () => {
    const at = await club();
    const list = "ann,,2099-12-31\nbob\nNobody\ncat\ndan";
    const { viewer: kim, job } = await start(at, "kim", list);
    // The worker fell between the commit of the first line and its mark.
    await at.rows(
      sql`update job set status = 'running', attempts = 1, leased_until = portal_now() - interval '1 second'`,
    );
    const asker = await findViewer(at.portal, { account: at.id("kim") }, { requestId: kim.requestId });
    const until = "2099-12-31T23:59:59.000Z";
    await addMember(asker, { group: SLUG, account: at.id("ann"), roles: [], until });
    expect(await workJob(at.portal)).toBe(true);
    expect(await findJob(kim, job)).toMatchObject({ status: "done", lines: 5, answered: 5, done: 4 });
    const [ann, ...others] = await report(kim, job);
    expect(ann).toMatch(/^ann: (changed|already-member)$/);
    expect(others).toEqual(["bob: already-member", "Nobody: unknown (not)", "cat: added", "dan: added"]);
    expect(await at.logged()).toEqual(["ann", "cat", "dan"].map((who) => `member.added ${who} scouts`));

    const again = await start(at, "kim", list);
    await workJob(at.portal);
    expect(await report(again.viewer, again.job)).toEqual([
      ...["ann: already-member", "bob: already-member", "Nobody: unknown (not)", "cat: already-member"],
      "dan: already-member",
    ]);
    expect(await at.logged()).toEqual([]);
    expect(await at.members("scouts")).toEqual(["ann", "bob", "cat", "dan", "kim", "lee"]);
    expect(await at.notices("ann")).toEqual(["member.added scouts"]);
  });

  it("stops where its asker loses the right", async () => {
    const at = await club();
    const { viewer, job } = await start(at, "kim", "ann\ncat");
    await at.rows(sql`delete from membership_role where account_id = ${at.id("kim")}`);
    await at.rows(sql`update account set version = version + 1`);
    await workJob(at.portal);
    expect(await report(viewer, job)).toEqual(["ann: not-permitted (not)", "cat: not-permitted (not)"]);
    expect(await at.members("scouts")).toEqual(["bob", "kim", "lee"]);
  });

  it("tries a long list by the worker first, for its writer alone", async () => {
    const names = Array.from({ length: 60 }, (_, n) => `p${n}`);
    const at = await club(names);
    const kim = await at.as("kim");
    const tried = jobOf((await sent(kim, [...names, "bob", "Nobody"].join("\n"))).data);
    expect(await findTriedIn(kim, SLUG, tried), "not through yet").toBeNull();
    await workJob(at.portal);
    expect(await at.members("scouts")).toEqual(["bob", "kim", "lee"]);
    expect(await findTriedIn(kim, SLUG, tried)).toMatchObject({ ready: 60 });
    expect(await findTriedIn(await at.as("lee"), SLUG, tried)).toBeNull();
    const form = { group: SLUG, job: tried, choice: [] };
    expect((await addTried(await at.as("lee"), form)).answer).toBe("not-found");
    expect((await addTried(await at.as("ann"), form)).answer).toBe("not-permitted");
    const job = jobOf((await addTried(kim, form)).data);
    await workJob(at.portal);
    expect(await findJob(kim, job)).toMatchObject({ lines: 62, answered: 62, done: 61 });
    expect(await at.members("scouts")).toHaveLength(63);
  });
});

describe("several members at once", () => {
  it("are removed, each asked about by themself; whoever stands above stays", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const account = ["bob", "lee", "ann"].map((name) => at.id(name));
    const { data } = await changeChosen.remove(kim, { group: SLUG, account, reason: "The season is over." });
    await workJob(at.portal);
    const { lines } = await listJobLines(kim, data?.job ?? "");
    expect(lines.map(({ answer, account: who }) => [who?.name, answer])).toEqual([
      ["bob", "removed"],
      ["lee", "exceeds-own"],
      // An id that somebody else sent along betrays no name.
      [undefined, "not-a-member"],
    ]);
    expect(await at.members("scouts")).toEqual(["kim", "lee"]);
  });

  it("get roles and an end only from whoever may give them", async () => {
    const at = await club();
    const account = [at.id("bob")];
    const until = "2099-12-31";
    expect((await changeChosen.setRoles(await at.as("kim"), { group: SLUG, account, roles: [] })).answer).toBe(
      "not-permitted",
    );
    expect((await changeChosen.setUntil(await at.as("kim"), { group: SLUG, account, until })).answer).toBe(
      "not-permitted",
    );
    const lee = await at.as("lee");
    await changeChosen.setRoles(lee, { group: SLUG, account, roles: ["helper"] });
    await changeChosen.setUntil(lee, { group: SLUG, account, until });
    await workJob(at.portal);
    await workJob(at.portal);
    expect(await at.logged()).toEqual(["member.roles-changed bob scouts", "member.until-changed bob scouts"]);
  });
});
