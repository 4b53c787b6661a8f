import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { meanwhile } from "@/db/testing/meanwhile";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { workJob } from "@/lib/jobs/work";
import { listLinks } from "@/lib/join-links/queries";
import { changeFrom, type GroupsChange } from "./change-of";
import { changeGroups, changeOne, seenOf } from "./commands/change-groups";
import { findTouched } from "./queries/find-touched";
import { type ChangesPreview, previewChanges } from "./queries/preview-changes";
import { changeLine } from "./schema";

const draft: WorldDraft = {
  roles: { overseer: ["group.overview", "group.request"], member: ["group.request"], blue: [], gold: [] },
  types: {
    club: {
      outsider: ["group.view", "member.join"],
      "outsider:overseer": ["group.configure", "group.delete"],
      chief: ["group.administer"],
    },
    lodge: { outsider: [], "outsider:overseer": ["group.configure"] },
  },
  accounts: {
    root: { owner: true },
    ada: { roles: ["overseer"] },
    bea: { roles: ["member"] },
    cid: { roles: ["member", "blue"] },
    dan: { roles: ["member"] },
    plain: {},
  },
  groups: {
    one: { members: ["bea", "cid"], pending: { dan: "join" } },
    two: { members: { bea: ["chief"] }, eligible: ["gold", "blue"], public: true },
    three: { open: true, members: ["bea"], eligible: ["blue"], leaders: ["dan"] },
    four: { members: { bea: ["chief"] } },
    inner: { internal: true, members: ["cid"], confers: ["gold"] },
    secret: { type: "lodge", hidden: true, members: ["bea"] },
  },
};

const slugs = async (at: World, names: readonly string[]) => {
  const rows = await at.rows<{ name: string; slug: string }>(sql`select name, slug from groups`);
  return names.map((name) => rows.find((row) => row.name === name)?.slug ?? `${name}-aaaaaa`);
};

async function shown(at: World, who: string, change: string, names: readonly string[]): Promise<ChangesPreview> {
  const preview = await previewChanges(await at.as(who), await slugs(at, names), changeFrom(change) as GroupsChange);
  if (!preview) throw new Error("not for them");
  return preview;
}

const answers = ({ rows }: ChangesPreview) => Object.fromEntries(rows.map(({ name, answer }) => [name, answer]));

/** Everything that a form would send after it was looked at. */
async function agreed(at: World, who: string, change: string, names: readonly string[]) {
  const seen = seenOf(await shown(at, who, change, names));
  return changeGroups(await at.as(who), { groups: await slugs(at, names), change, seen });
}

/** The worker's turn; what came of each line of the job handed in last. */
async function work(at: World): Promise<Record<string, string>> {
  await workJob(at.portal);
  const rows = await at.rows<{ said: string; answer: string }>(sql`select l.said, l.answer from job_line l
    where l.job_id = (select id from job order by created_at desc limit 1) order by l.number`);
  return Object.fromEntries(rows.map(({ said, answer }) => [said, answer]));
}

describe("a change to many groups, before it is made", () => {
  it("is known by every number that is shown of it, and by none that is zero", async () => {
    const at = await peopledWorld(draft);
    const harmless = await shown(at, "root", "hidden-on", ["one"]);
    expect(seenOf(harmless)).toBe("changed=1");
    expect(seenOf({ ...harmless, totals: null })).toBe("changed=1");
    expect(seenOf({ ...harmless, rows: [], totals: null })).toBe("");

    const preview = await shown(at, "root", "delete", ["one", "three"]);
    const totals = preview.totals as NonNullable<ChangesPreview["totals"]>;
    const { counts } = totals;
    const { removed } = totals;
    const { beyond } = counts;
    const one = [{ label: "Blue", people: 1 }];
    const more: Partial<typeof totals>[] = [
      { removed: { ...removed, people: removed.people + 1 } },
      { removed: { ...removed, groups: removed.groups + 1 } },
      { withoutAdministrator: totals.withoutAdministrator + 1 },
      { linksRefused: totals.linksRefused + 1 },
      { anywhere: { ...totals.anywhere, reach: totals.anywhere.reach + 1 } },
      { lost: null },
      ...(["links", "posts", "leaders"] as const).map((key) => ({
        lost: { links: 0, posts: 0, leaders: 0, ...totals.lost, [key]: (totals.lost?.[key] ?? 0) + 1 },
      })),
      ...[
        ...(["removed", "letIn", "closed", "flagged"] as const).map((key) => ({ [key]: counts[key] + 1 })),
        ...Object.entries(beyond).map(([key, number]) => ({ beyond: { ...beyond, [key]: number + 1 } })),
        { elsewhere: { people: 1, groups: 0, unseen: true, named: [] } },
        { elsewhere: { people: 1, groups: 1, unseen: true, named: [] } },
        { elsewhere: { people: 1, groups: 1, unseen: false, named: [] } },
        ...[{ rolesLost: one }, { rolesGained: one }, { losesAdministrator: !counts.losesAdministrator }],
      ].map((some) => ({ counts: { ...counts, ...some } })),
    ];
    const said = more.map((some) => seenOf({ ...preview, totals: { ...totals, ...some } }));
    expect(new Set([seenOf(preview), ...said]).size).toBe(said.length + 1);
  });

  it("is counted over all of them, and said of each", async () => {
    const at = await peopledWorld(draft);
    const preview = await shown(at, "root", "keep-for:blue", ["one", "two", "three"]);
    expect(answers(preview)).toEqual({ one: "changed", two: "already", three: "already" });
    expect(preview.totals).toMatchObject({ removed: { people: 1, groups: 1 }, counts: { removed: 1, closed: 1 } });
    const open = await shown(at, "root", "open-on", ["one", "three"]);
    expect(answers(open)).toEqual({ one: "changed", three: "already" });
    expect(open.totals).toMatchObject({ counts: { letIn: 1, removed: 0 } });
    const deleted = await shown(at, "root", "delete", ["one", "two"]);
    expect(deleted.totals).toMatchObject({
      removed: { people: 2, groups: 2 },
      counts: { closed: 1 },
      lost: { links: 0, leaders: 0 },
    });
    const led = await shown(at, "root", "delete", ["one", "three"]);
    expect(led.rows.map(({ name, seen }) => [name, seen.dismissed])).toEqual([
      ["one", 0],
      ["three", 1],
    ]);
    expect(led.totals?.lost).toMatchObject({ leaders: 1 });
  });

  it("says which would stay as they are, and why", async () => {
    const at = await peopledWorld(draft);
    expect(answers(await shown(at, "ada", "restricted-on", ["one"]))).toEqual({ one: "restricted" });
    // Whoever stands above the one who changes is not removed by them; the others are counted without it.
    const kept = await shown(at, "ada", "keep-for:blue", ["one", "four"]);
    expect(answers(kept)).toEqual({ one: "changed", four: "exceeds-own" });
    expect(kept.totals).toMatchObject({ removed: { people: 1, groups: 1 } });
    await at.rows(sql`update groups set public = false where name = 'two'`);
    await at.rows(sql`insert into account_role (account_id, role) values (${at.id("bea")}, 'gold')`);
    const dropped = await shown(at, "ada", "drop-role:gold", ["one", "two"]);
    expect(answers(dropped)).toEqual({ one: "already" });
    const seenAll = await shown(at, "root", "drop-role:blue", ["two", "three"]);
    expect(answers(seenAll)).toEqual({ two: "changed", three: "last-role" });
  });

  it("T16 counts and names nothing of groups that its reader does not see", async () => {
    const at = await peopledWorld(draft);
    const preview = await shown(at, "ada", "hidden-on", ["one", "inner", "secret", "never"]);
    expect(answers(preview)).toEqual({ one: "changed" });
    expect(preview.missing).toBe(3);
    expect(await previewChanges(await at.as("plain"), await slugs(at, ["one"]), { kind: "delete" })).toBeNull();
  });
});

describe("a change to many groups", () => {
  it("is made group by group, as it was seen", async () => {
    const at = await peopledWorld(draft);
    expect(await agreed(at, "root", "keep-for:blue", ["one", "three"])).toMatchObject({
      answer: "started",
      done: true,
    });
    expect(await work(at)).toEqual({ one: "changed" });
    expect(await at.members("one")).toEqual(["cid"]);
    expect(await agreed(at, "root", "keep-for:blue", ["one"])).toMatchObject({ answer: "nothing-to-do" });
    expect(await agreed(at, "root", "delete", ["one", "two"])).toMatchObject({ answer: "started" });
    expect(await work(at)).toMatchObject({ one: "deleted", two: "deleted" });
    expect(await at.rows(sql`select 1 from groups where name in ('one', 'two')`)).toEqual([]);
  });

  it("refuses as many join links as it said, while the groups are internal", async () => {
    const links = { open: "one", paused: "one", past: "one", used: "two", good: "two", gone: "three", well: "four" };
    const made = Object.entries(links).map(([name, group]) => [name, { group, by: "root" }]);
    const at = await peopledWorld({ ...draft, links: Object.fromEntries(made) });
    await at.rows(sql`update join_link set paused_at = portal_now() where id = ${at.id("paused")}`);
    await at.rows(sql`update join_link set expires_at = portal_now() where id = ${at.id("past")}`);
    await at.rows(sql`update join_link set max_uses = 1, uses = 1 where id = ${at.id("used")}`);
    await at.rows(sql`update join_link set revoked_at = portal_now() where id = ${at.id("gone")}`);
    const root = await at.as("root");
    const working = async (group: string) => {
      const [slug = ""] = await slugs(at, [group]);
      return (await listLinks(root, slug))?.lines.filter(({ state }) => state === "open").length ?? 0;
    };
    const before = [await working("one"), await working("two"), await working("three")];
    const preview = await shown(at, "root", "internal-on", ["one", "two", "three", "inner"]);
    const said = Object.fromEntries(preview.rows.map(({ name, linksRefused }) => [name, linksRefused]));
    expect(said).toEqual({ inner: 0, one: before[0], two: before[1], three: before[2] });
    expect(preview.totals?.linksRefused).toBe(2);
    // The settings of one of them say the same of it.
    expect(await findTouched(root, at.id("one"), null, true)).toMatchObject({ links: said.one });
    expect((await shown(at, "root", "hidden-on", ["one", "two"])).totals?.linksRefused).toBe(0);
    // One more meanwhile, and what was seen is out of date.
    await at.rows(sql`update join_link set paused_at = null where id = ${at.id("paused")}`);
    const groups = await slugs(at, ["one", "two", "three"]);
    const stale = { groups, change: "internal-on", seen: seenOf(preview) };
    expect((await changeGroups(root, stale)).answer).toBe("stale");
    await at.rows(sql`update join_link set paused_at = portal_now() where id = ${at.id("paused")}`);
    await agreed(at, "root", "internal-on", ["one", "two", "three"]);
    expect(await work(at)).toEqual({ one: "changed", two: "changed", three: "changed" });
    expect([await working("one"), await working("two"), await working("three"), await working("four")]).toEqual([
      ...[0, 0, 0, 1],
    ]);
  });

  it("is not handed in when what was seen is not what is", async () => {
    const at = await peopledWorld(draft);
    const seen = seenOf(await shown(at, "root", "keep-for:blue", ["one"]));
    await at.rows(
      sql`insert into membership (group_id, account_id, how) values (${at.id("one")}, ${at.id("dan")}, 'added')`,
    );
    const groups = await slugs(at, ["one"]);
    const root = await at.as("root");
    expect(await changeGroups(root, { groups, change: "keep-for:blue", seen })).toMatchObject({
      answer: "stale",
      done: false,
    });
    expect(await changeGroups(root, { groups, change: "no-such", seen })).toMatchObject({ answer: "nothing-to-do" });
    expect(await changeGroups(await at.as("plain"), { groups, change: "delete", seen })).toMatchObject({
      answer: "not-permitted",
    });
    expect(await at.rows(sql`select 1 from job`)).toEqual([]);
  });

  it("stops at a group in which by then more would be touched than was seen", async () => {
    const at = await peopledWorld(draft);
    await agreed(at, "root", "keep-for:blue", ["one"]);
    await at.rows(sql`insert into membership (group_id, account_id, how) values (${at.id("one")}, ${at.id("root")}, 'added'),
      (${at.id("one")}, ${at.id("plain")}, 'added')`);
    expect(await work(at)).toEqual({ one: "more-than-seen" });
    expect(await at.members("one")).toContain("plain");
    await agreed(at, "root", "delete", ["two"]);
    await at.rows(
      sql`insert into membership (group_id, account_id, how) values (${at.id("two")}, ${at.id("cid")}, 'added')`,
    );
    expect(await work(at)).toMatchObject({ two: "more-than-seen" });
    await agreed(at, "root", "delete", ["three"]);
    await at.rows(sql`insert into leader (group_id, account_id) values (${at.id("three")}, ${at.id("cid")})`);
    expect(await work(at)).toMatchObject({ three: "more-than-seen" });

    // A line of a version that did not count leaders is not held to their number.
    const { dismissed: _, ...older } = { removed: 9, letIn: 0, closed: 9, flagged: 0, dismissed: 0, reach: 99 };
    const line = changeLine.parse({ group: (await slugs(at, ["three"]))[0], change: "delete", seen: older });
    expect((await changeOne(await at.as("root"), line)).answer).toBe("deleted");
  });

  it("takes along what deleting one of them would do to another that is deleted with it", async () => {
    const at = await peopledWorld({
      ...draft,
      groups: {
        alpha: { internal: true, members: ["cid"], confers: ["gold"] },
        beta: { eligible: ["gold"], members: ["cid"], pending: { bea: "join" }, confers: ["blue"] },
        gamma: { eligible: ["blue"], members: { cid: ["chief"], dan: [] } },
      },
    });
    await at.rows(sql`insert into leader (group_id, leader_group_id) values (${at.id("beta")}, ${at.id("alpha")})`);
    expect(await agreed(at, "root", "delete", ["alpha", "beta", "gamma"])).toMatchObject({ answer: "started" });
    expect(await work(at)).toEqual({ alpha: "deleted", beta: "deleted", gamma: "deleted" });
  });

  it("is not stopped by an administrator whom one alone would take from a group that they empty together", async () => {
    const at = await peopledWorld({
      ...draft,
      roles: { ...draft.roles, silver: [] },
      groups: {
        alpha: { internal: true, members: ["dan"], confers: ["gold"] },
        beta: { internal: true, members: ["bea"], confers: ["silver"] },
        hall: { eligible: ["gold", "silver"], members: { dan: ["chief"], bea: [] } },
      },
    });
    await agreed(at, "root", "keep-for:blue", ["alpha", "beta"]);
    expect(await work(at)).toEqual({ alpha: "changed", beta: "changed" });
    expect(await at.members("hall")).toEqual([]);
  });

  it.each(["delete", "keep-for:blue"])(
    "%s stops where more would follow in other groups alone than was seen",
    async (change) => {
      const at = await peopledWorld({
        ...draft,
        groups: { alpha: { internal: true, members: ["dan"], confers: ["gold"] }, beta: { eligible: ["gold"] } },
      });
      await agreed(at, "root", change, ["alpha"]);
      await at.rows(
        sql`insert into membership (group_id, account_id, how) values (${at.id("beta")}, ${at.id("dan")}, 'added')`,
      );
      expect(await work(at)).toEqual({ alpha: "more-than-seen" });
      expect(await at.members("beta")).toEqual(["dan"]);
      await agreed(at, "root", change, ["alpha"]);
      expect(await work(at)).toEqual({ alpha: change === "delete" ? "deleted" : "changed" });
      expect(await at.members("beta")).toEqual([]);
    },
  );

  describe("while others go on between its look and its write", () => {
    const boundless = { removed: 99, letIn: 99, closed: 99, flagged: 99, dismissed: 99, reach: 99 };
    const changing = async (change: string, name: string, seen: Partial<typeof boundless>, act: string) => {
      const at = await peopledWorld(draft);
      const [group = ""] = await slugs(at, [name]);
      const root = meanwhile(await at.as("root"), () => at.rows(sql.raw(act.replaceAll("GROUP", `'${at.id(name)}'`))));
      const { answer } = await changeOne(root, { group, change, seen: { ...boundless, ...seen } });
      return { at, answer };
    };
    const enter = `insert into membership (group_id, account_id, how) select GROUP, id, 'added' from account where name = 'plain'`;

    it.each([
      ["is held against whom it deletes", "delete", { removed: 2 }],
      ["is held against whom it removes", "keep-for:blue", { removed: 1 }],
    ])("%s", async (_says, change, seen) => {
      const { at, answer } = await changing(change, "one", seen, enter);
      expect(answer).toBe("more-than-seen");
      expect(await at.members("one")).toContain("plain");
      // The same number for whoever came would have let it through.
      const allowed = await changing(change, "one", { removed: seen.removed + 1 }, enter);
      expect(allowed.answer).toBe(change === "delete" ? "deleted" : "changed");
    });

    it("does not write over whom somebody else said a group is for", async () => {
      const listed = `insert into group_eligible_role (group_id, role) values (GROUP, 'member')`;
      const { at, answer } = await changing("drop-role:gold", "two", {}, listed);
      expect(answer).toBe("stale");
      const roles = await at.rows<{ role: string }>(sql`select role from group_eligible_role
        where group_id = ${at.id("two")} order by role`);
      expect(roles.map(({ role }) => role)).toEqual(["blue", "gold", "member"]);
    });
  });

  it("asks again whether it is theirs to make, when the turn of a group has come", async () => {
    const at = await peopledWorld(draft);
    await agreed(at, "ada", "hidden-on", ["one"]);
    await at.rows(sql`delete from group_grant where role = 'outsider:overseer'`);
    await at.rows(sql`update policy set version = version + 1`);
    expect(await work(at)).toEqual({ one: "not-permitted" });
    const ada = await at.as("ada");
    const seen = { removed: 0, letIn: 0, closed: 0, flagged: 0, dismissed: 0, reach: 0 };
    const [secret = ""] = await slugs(at, ["secret"]);
    for (const change of ["hidden-off", "hidden-on", "internal-off", "keep-for:blue", "drop-role:blue"]) {
      expect((await changeOne(ada, { group: secret, change, seen })).answer, change).toBe("not-found");
    }
    expect((await changeOne(ada, { group: secret, change: "delete", seen })).answer).toBe("not-found");
    expect((await changeOne(ada, { group: "never-aaaaaa", change: "delete", seen })).answer).toBe("not-found");
  });
});
