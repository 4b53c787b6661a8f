import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { peopledWorld } from "@/db/testing/peopled-world";
import { removeMember } from "@/lib/members/commands/remove-member";
import { Refusal } from "@/lib/refusal";
import { findViewer } from "@/lib/session/viewer";
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

  it("T73 go on after a fall where they stood; what had committed is told as done and not done twice", async () => {
    const at = await club();
    const kim = await at.as("kim");
    const id = await startLines(kim, "test.remove", { lines: linesFor(at, ["ann", "bob"]) });
    // The worker fell after the first command's commit and before its mark.
    await at.rows(sql`update job set status = 'running', attempts = 1, started_at = portal_now()`);
    await lapse(at);
    const asker = await findViewer(at.portal, { account: at.id("kim") }, { requestId: kim.requestId });
    await removeMember(asker, { group: "scouts-aaaaaa", account: at.id("ann"), reason: "" });
    await workJob(at.portal, only(removing));
    const { lines } = await listJobLines(kim, id);
    expect(lines.map(({ said, answer, done }) => [said, answer, done])).toEqual([
      ["ann", "changed", true],
      ["bob", "removed", true],
    ]);
    // The same list once more comes to the same members.
    await startLines(kim, "test.remove", { lines: linesFor(at, ["ann", "bob"]) });
    await workJob(at.portal, only(removing));
    expect(await at.members("scouts")).toEqual(["cat", "kim"]);
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
