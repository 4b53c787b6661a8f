import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { peopledWorld } from "@/db/testing/peopled-world";
import { removeMember } from "@/lib/members/commands/remove-member";
import { setMemberRoles } from "@/lib/members/commands/set-member-roles";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import type { Kind, LinesKind } from "./kind";
import { findJob, listJobLines, listJobs } from "./queries";
import { LINES_AT_MOST, startLines, startWhole } from "./start";
import { workJob } from "./work";

const removing: LinesKind<{ group: string; account: string }> = {
  kind: "test.remove",
  line: z.strictObject({ group: z.string(), account: z.uuid() }),
  carryOut: (viewer, input) => removeMember(viewer, { ...input, reason: "" }),
};

/** A kind that does as the test says, and counts how often. */
function saying(answers: readonly (string | Error)[]) {
  let calls = 0;
  const kind: Kind = {
    kind: "test.say",
    input: z.strictObject({}),
    committed: "changed",
    carryOut: async () => {
      const answer = answers[calls++] ?? "over";
      if (answer instanceof Error) throw answer;
      return { answer, done: answer === "changed" };
    },
  };
  return { kind, calls: () => calls };
}

const only = (...kinds: readonly Kind[]) => new Map(kinds.map((kind) => [kind.kind, kind]));

async function club() {
  return peopledWorld({
    roles: { member: ["group.request"] },
    types: { club: { outsider: ["group.view"], member: ["group.view", "member.list"], chief: ["member.remove"] } },
    accounts: { root: { owner: true }, kim: {}, ann: {}, bob: {}, cat: {}, dan: {} },
    groups: { scouts: { members: { kim: ["chief"], ann: [], bob: [], cat: [] } } },
  });
}

type World = Awaited<ReturnType<typeof club>>;

const linesFor = (at: World, names: readonly string[]) =>
  names.map((name) => ({
    input: { group: "scouts-aaaaaa", account: at.id(name) },
    ...{ said: name, accountId: at.id(name), groupId: at.id("scouts") },
  }));

const giving: LinesKind<{ group: string; account: string; roles: string[] }> = {
  kind: "test.roles",
  line: z.strictObject({ group: z.string(), account: z.uuid(), roles: z.array(z.string()) }),
  carryOut: setMemberRoles,
};

/** A worker that falls: from that moment on the job is no longer its own, and whatever it says of it is not heard. */
function falling<I>(at: World, kind: LinesKind<I>, when: "after the commit" | "before the second"): LinesKind<I> {
  let calls = 0;
  const fall = async () => {
    await at.rows(sql`update job set attempts = attempts + 1, leased_until = portal_now() - interval '1 second'`);
    return { answer: "fallen", done: false };
  };
  return {
    ...kind,
    carryOut: async (viewer, input) => {
      calls++;
      if (when === "before the second" && calls === 2) return fall();
      const outcome = await kind.carryOut(viewer, input);
      return when === "after the commit" ? fall() : outcome;
    },
  };
}

async function answersOf(viewer: Viewer, id: string): Promise<string[]> {
  const { lines } = await listJobLines(viewer, id);
  return lines.map(({ said, answer, done }) => `${said} ${answer} ${done}`);
}

const lapse = (at: World) => at.rows(sql`update job set leased_until = portal_now() - interval '1 second'`);

describe("many lines", () => {
  it("T73 are each a command of the asker's, with its own word, under one request", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann", "dan", "bob"]) });
    expect(await findJob(kim, id)).toMatchObject({ status: "waiting", lines: 3, answered: 0 });
    expect(await workJob(at.portal, only(removing))).toBe(true);
    expect(await findJob(kim, id)).toMatchObject({ status: "done", lines: 3, answered: 3, done: 2 });
    const { lines } = await listJobLines(kim, id);
    expect(lines.map(({ said, answer, done }) => [said, answer, done])).toEqual([
      ["ann", "removed", true],
      ["dan", "not-a-member", false],
      ["bob", "removed", true],
    ]);
    expect((await listJobLines(kim, id, { only: "refused" })).lines.map(({ account }) => account?.name)).toEqual([
      "dan",
    ]);
    expect(await at.members("scouts")).toEqual(["cat", "kim"]);
    const requests = await at.rows<{ n: number }>(
      sql`select count(distinct request_id)::int as n from audit where event = 'member.removed'`,
    );
    expect(requests).toEqual([{ n: 1 }]);
    expect(await workJob(at.portal, only(removing))).toBe(false);
  });

  it("are shown to whoever asked, and to nobody else", async () => {
    const at = await club();
    const id = await startLines(await at.as("kim"), "test.remove", { lines: linesFor(at, ["ann"]) });
    expect(await findJob(await at.as("root"), id)).toBeNull();
    expect((await listJobLines(await at.as("root"), id)).lines).toEqual([]);
    expect((await listJobs(await at.as("root"))).lines).toEqual([]);
    expect((await listJobs(await at.as("kim"))).lines).toHaveLength(1);
    expect(await findJob(await at.as("kim"), "nonsense")).toBeNull();
  });

  it("name a group only while it is seen", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann"]) });
    expect((await listJobLines(kim, id)).lines[0]?.group?.name).toBe("scouts");
    await at.rows(sql`delete from membership where account_id = ${at.id("kim")}`);
    await at.rows(sql`update groups set hidden = true`);
    expect((await listJobLines(await at.as("kim"), id)).lines[0]?.group).toBeNull();
  });

  it("T73 go on after a fall where they stood; what had committed keeps its own word and is not done twice", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann", "ann", "bob"]) });
    await workJob(at.portal, only(falling(at, removing, "after the commit")));
    expect(await answersOf(kim, id)).toEqual(["ann removed true", "ann null false", "bob null false"]);
    await workJob(at.portal, only(removing));
    expect(await answersOf(kim, id)).toEqual(["ann removed true", "ann not-a-member false", "bob removed true"]);
    // The same list once more comes to the same members.
    await startLines(kim, "test.remove", { lines: linesFor(at, ["ann", "bob"]) });
    await workJob(at.portal, only(removing));
    expect(await at.members("scouts")).toEqual(["cat", "kim"]);
  });

  it("T73 two about the same pair are each carried out, also when the worker fell between them", async () => {
    const at = await club();
    const root = await at.as("root");
    const line = (roles: string[]) => ({
      input: { group: "scouts-aaaaaa", account: at.id("ann"), roles },
      ...{ said: "ann", accountId: at.id("ann"), groupId: at.id("scouts") },
    });
    const id = await startLines(root, "test.roles", { lines: [line(["chief"]), line([])] });
    // It fell with the second in hand and nothing of it written: the log has the first one, of the same people and group.
    await workJob(at.portal, only(falling(at, giving, "before the second")));
    expect(await answersOf(root, id)).toEqual(["ann changed true", "ann null false"]);
    await workJob(at.portal, only(giving));
    expect(await answersOf(root, id)).toEqual(["ann changed true", "ann changed true"]);
    expect(await at.rows(sql`select 1 from membership_role where account_id = ${at.id("ann")}`)).toEqual([]);
  });

  it("T73 in two workers' hands are written by one of them, and the other's word is not believed", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann"]) });
    const slow: Kind = {
      ...removing,
      carryOut: async (viewer, input: { group: string; account: string }) => {
        await lapse(at);
        await workJob(at.portal, only(removing));
        // Somebody put ann back meanwhile: a second removal would be carried out, and nobody asked for one.
        await at.rows(sql`insert into membership (group_id, account_id, how)
          values (${at.id("scouts")}, ${at.id("ann")}, 'added')`);
        await at.rows(sql`update account set version = version + 1 where id = ${at.id("ann")}::uuid`);
        return removing.carryOut(viewer, input);
      },
    };
    await workJob(at.portal, only(slow));
    expect(await answersOf(kim, id)).toEqual(["ann removed true"]);
    expect(await at.members("scouts")).toContain("ann");
  });

  it("without the answer in the command's own transaction, a fall would make another answer of it", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann"]) });
    const apart: typeof removing = {
      ...removing,
      carryOut: ({ alongside: _, ...viewer }, input) => removing.carryOut(viewer, input),
    };
    await workJob(at.portal, only(falling(at, apart, "after the commit")));
    await workJob(at.portal, only(removing));
    expect(await answersOf(kim, id)).toEqual(["ann not-a-member false"]);
  });

  it("ask the asker's rights anew for each", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann", "bob"]) });
    const losing: Kind = {
      ...removing,
      carryOut: async (viewer, input: { group: string; account: string }) => {
        const outcome = await removing.carryOut(viewer, input);
        await at.rows(sql`delete from membership_role where account_id = ${at.id("kim")}`);
        await at.rows(sql`update policy set version = version + 1`);
        return outcome;
      },
    };
    await workJob(at.portal, only(losing));
    expect((await listJobLines(kim, id)).lines.map(({ answer }) => answer)).toEqual(["removed", "not-permitted"]);
  });

  it("keep going past one that fails by a fault of ours", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann", "bob"]) });
    let first = true;
    const faulty: Kind = {
      ...removing,
      carryOut: (viewer, input: { group: string; account: string }) => {
        if (!first) return removing.carryOut(viewer, input);
        first = false;
        throw new Error("a fault");
      },
    };
    await workJob(at.portal, only(faulty));
    expect((await listJobLines(kim, id)).lines.map(({ answer }) => answer)).toEqual(["failed", "removed"]);
  });
});

describe("a lease", () => {
  it("keeps a job in one worker's hands until it lapses, and out of the first one's then", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann", "bob"]) });
    let inside = false;
    const slow: Kind = {
      ...removing,
      carryOut: async (viewer, input: { group: string; account: string }) => {
        if (inside) return removing.carryOut(viewer, input);
        inside = true;
        expect(await workJob(at.portal, only(slow))).toBe(false);
        await lapse(at);
        expect(await workJob(at.portal, only(slow))).toBe(true);
        return { answer: "too-late", done: true };
      },
    };
    await workJob(at.portal, only(slow));
    expect((await listJobLines(kim, id)).lines.map(({ answer }) => answer)).toEqual(["removed", "removed"]);
    expect(await findJob(kim, id)).toMatchObject({ status: "done", answered: 2 });
  });
});

describe("one command", () => {
  it("is tried again when somebody was in the way or it fell, and given up after five falls", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const { kind, calls } = saying(["busy", new Error("a fault"), "changed"]);
    const id = await startWhole(kim, "test.say", {});
    for (let n = 0; n < 3; n++) {
      await workJob(at.portal, only(kind));
      await lapse(at);
    }
    expect(calls()).toBe(3);
    expect(await findJob(kim, id)).toMatchObject({ status: "done", answer: "changed", outcome: { done: true } });
    const falling = saying(Array.from({ length: 9 }, () => new Error("a fault")));
    const hopeless = await startWhole(kim, "test.say", {});
    for (let n = 0; n < 9; n++) {
      await workJob(at.portal, only(falling.kind));
      await lapse(at);
    }
    expect(falling.calls()).toBe(5);
    expect(await findJob(kim, hopeless)).toMatchObject({ status: "failed", answer: null });
  });

  it("ends with its refusal", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startWhole(kim, "test.say", {});
    await workJob(at.portal, only(saying([new Refusal("stale", "It moved.")]).kind));
    expect(await findJob(kim, id)).toMatchObject({ status: "done", answer: "stale", outcome: { done: false } });
  });

  it("that committed before its worker fell is told as done, and not done again", async () => {
    const at = await club();
    const root = await at.as("root");
    const id = await startWhole(root, "test.say", {});
    await at.rows(sql`update job set status = 'running', attempts = 1, started_at = portal_now()`);
    await lapse(at);
    await removeMember(root, { group: "scouts-aaaaaa", account: at.id("ann"), reason: "" });
    const { kind, calls } = saying(["changed"]);
    await workJob(at.portal, only(kind));
    expect(calls()).toBe(0);
    expect(await findJob(root, id)).toMatchObject({ status: "done", answer: "changed" });
  });
});

describe("who may put work aside", () => {
  it("is an account that acts as itself, with some lines and not too many", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const lines = linesFor(at, ["ann"]);
    const viewing = { ...kim, behind: { viewer: kim } as never };
    await expect(startLines(viewing, "test.remove", { lines })).rejects.toThrow(Refusal);
    await expect(startLines({ ...kim, account: null }, "test.remove", { lines })).rejects.toThrow("Sign in");
    await expect(startLines(kim, "test.remove", { lines: [] })).rejects.toThrow("Between one");
    const many = Array.from({ length: LINES_AT_MOST + 1 }, () => ({ input: {} }));
    await expect(startLines(kim, "test.remove", { lines: many })).rejects.toThrow("Between one");
    expect(await at.rows(sql`select 1 from job`)).toEqual([]);
  });

  it("may not do so without end", async () => {
    const at = await club();
    const kim = await at.as("kim");
    await at.rows(sql`insert into rate_count (key, window_start, count)
      select ${`job-account:${at.id("kim")}`}, date_bin('10 minutes', portal_now(), timestamptz '2000-01-01') + k * interval '10 minutes', 99
      from generate_series(0, 1) k`);
    await startWhole(kim, "test.say", {});
    await expect(startWhole(kim, "test.say", {})).rejects.toThrow("That was often");
  });
});
