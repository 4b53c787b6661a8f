/** Several people at once: what is said beforehand is what happens, line by line, by the rights of whoever asks. */
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { findJob, listJobLines } from "@/lib/jobs/queries";
import { workJob } from "@/lib/jobs/work";
import type { Choice } from "./queries/list-chosen";
import { previewBulk } from "./queries/preview-bulk";
import { type BulkVerb, bulkShape, bulkVerb } from "./schema-accounts";
import { startBulk } from "./start-bulk";

const order = vi.hoisted(() => ({ forgotten: false }));
vi.mock("./queries/administrators-last", async (original) => {
  const real = await original<typeof import("./queries/administrators-last")>();
  return {
    administratorsLast: async (...args: Parameters<typeof real.administratorsLast>) =>
      order.forgotten ? args[1] : real.administratorsLast(...args),
  };
});
afterEach(() => {
  order.forgotten = false;
});

const draft: WorldDraft = {
  roles: { people: ["people.administer"], plain: ["group.request"], chief: ["audit.view"] },
  types: { club: { outsider: ["group.view"], member: ["group.view", "member.list"] } },
  accounts: {
    root: { owner: true },
    olga: { owner: true },
    amy: { roles: ["people", "plain"] },
    bob: { roles: ["plain"] },
    cas: { roles: ["chief"] },
    dot: { roles: ["plain"] },
    eve: { active: false },
  },
  groups: {
    guild: { members: ["bob", "dot", "amy"] },
    garden: { members: ["bob", "cas"], public: true },
    secret: { members: ["bob"], hidden: true },
  },
};

const verbOf = (text: string): BulkVerb => bulkVerb(text) ?? { verb: "deactivate", role: null };
const these = (at: World, ...names: string[]): Choice => ({ all: false, who: names.map((name) => at.id(name)) });

const look = async (at: World, who: string, what: string, choice: Choice) => {
  const seen = await previewBulk(await at.as(who), verbOf(what), choice);
  if (!seen) return null;
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);
  const refused = Object.fromEntries(seen.refused.map(({ answer, people }) => [answer, names(people)]));
  return { will: names(seen.will), already: names(seen.already), refused, toll: seen.toll };
};

const start = async (at: World, who: string, what: string, { all, who: ids, ...filter }: Choice, count: number) => {
  const input = bulkShape.parse({ do: what, all, who: [...ids], count, reason: "tidying", ...filter });
  return startBulk(await at.as(who), input);
};

/** Carries the job out as the worker does; what the report says of each. */
const report = async (at: World, who: string, job: string) => {
  while (await workJob(at.portal));
  const viewer = await at.as(who);
  expect(await findJob(viewer, job)).toMatchObject({ status: "done" });
  return (await listJobLines(viewer, job)).lines.map(({ said, answer, done }) => [said, answer, done]);
};

describe("deactivating several", () => {
  it("is foreseen in one plan, and comes to what was foreseen", async () => {
    const at = await peopledWorld(draft);
    const choice = these(at, "bob", "cas", "dot", "eve", "root");
    const seen = await look(at, "amy", "deactivate", choice);
    expect(seen).toMatchObject({
      will: ["bob", "dot"],
      already: ["eve"],
      refused: { "exceeds-own": ["cas", "root"] },
      toll: { removed: { people: 2, groups: 3, named: ["guild"] } },
    });
    const { answer, data } = await start(at, "amy", "deactivate", choice, 5);
    expect(answer).toBe("started");
    expect(await report(at, "amy", data?.job ?? "")).toEqual([
      ["bob", "changed", true],
      ["cas", "exceeds-own", false],
      ["dot", "changed", true],
      ["eve", "changed", true],
      ["root", "exceeds-own", false],
    ]);
    const [ended] = await at.rows<{ people: number; groups: number }>(sql`
      select count(distinct account_id)::int as people, count(distinct group_id)::int as groups from audit
      where event = 'member.pruned'`);
    expect(ended).toEqual({ people: 2, groups: 3 });
    expect(await at.members("garden")).toEqual(["cas"]);
  });

  it("T16 names no group whose members the asker may not know, and counts it", async () => {
    const at = await peopledWorld(draft);
    const seen = await look(at, "amy", "deactivate", these(at, "bob"));
    expect(seen?.toll?.removed).toEqual({ people: 1, groups: 3, named: ["guild"] });
    expect((await look(at, "root", "deactivate", these(at, "bob")))?.toll?.removed?.named).toHaveLength(3);
  });

  it("T15 never touches whoever asks, so that an owner always remains", async () => {
    const at = await peopledWorld(draft);
    const everybody: Choice = { all: true, who: [], state: "owner" };
    expect(await look(at, "root", "deactivate", everybody)).toMatchObject({ will: ["olga"], refused: {} });
    const { data } = await start(at, "root", "deactivate", everybody, 1);
    expect(await report(at, "root", data?.job ?? "")).toEqual([["olga", "changed", true]]);
    expect(await at.rows(sql`select name from account where owner and active`)).toEqual([{ name: "root" }]);
  });
});

describe.each(["deactivate", "take:plain"])("administrators among those to whom it is done: %s", (what) => {
  const clubs: WorldDraft = {
    roles: { plain: ["group.request"] },
    types: {
      club: { outsider: ["group.view"], member: ["group.view"], boss: ["group.administer"] },
      crew: { outsider: ["group.view"], "insider:plain": ["group.administer"] },
    },
    accounts: {
      root: { owner: true },
      ada: { roles: ["plain"] },
      bea: { roles: ["plain"] },
      cyd: { roles: ["plain"] },
    },
    groups: {
      both: { members: { ada: ["boss"], bea: [] } },
      left: { members: { ada: ["boss"], cyd: [] } },
      crew: { type: "crew", members: ["ada", "bea"] },
    },
  };

  /** How many groups lose their last administrator: as it is foreseen, and as it is told to the site owners. */
  const withoutAdministrator = async () => {
    const at = await peopledWorld(clubs);
    const seen = await look(at, "root", what, these(at, "ada", "bea"));
    const { data } = await start(at, "root", what, these(at, "ada", "bea"), 2);
    const said = await report(at, "root", data?.job ?? "");
    const rows = await at.rows<{ name: string }>(sql`select g.name from audit l join groups g on g.id = l.group_id
      where l.event = 'group.without-administrator' order by 1`);
    return { foreseen: seen?.toll?.withoutAdministrator, logged: rows.map(({ name }) => name), said };
  };

  it("go last, so that a group of which all go is not lamented", async () => {
    const { said, ...without } = await withoutAdministrator();
    expect(without).toEqual({ foreseen: 1, logged: ["left"] });
    expect(said.map(([name]) => name)).toEqual(["bea", "ada"]);
  });

  it("would leave one of them behind for a moment, in the order of their names", async () => {
    order.forgotten = true;
    const { said, ...without } = await withoutAdministrator();
    expect(without).toEqual({ foreseen: 1, logged: ["both", "left"] });
    expect(said.map(([name]) => name)).toEqual(["ada", "bea"]);
  });
});

describe("giving and taking a role", () => {
  it("asks for each what its own command asks", async () => {
    const at = await peopledWorld(draft);
    expect(await look(at, "amy", "give:plain", these(at, "bob", "cas"))).toMatchObject({
      will: ["cas"],
      already: ["bob"],
    });
    expect(await look(at, "amy", "give:chief", these(at, "bob"))).toMatchObject({
      refused: { "exceeds-own": ["bob"] },
    });
    expect(await look(at, "amy", "give:nonsense", these(at, "bob"))).toBeNull();
    expect(await look(at, "bob", "give:plain", these(at, "cas"))).toBeNull();
    const seen = await look(at, "amy", "take:plain", { all: true, who: [], role: "plain" });
    expect(seen).toMatchObject({ will: ["bob", "dot"], toll: { removed: { people: 2, groups: 2 } } });
    const { data } = await start(at, "amy", "take:plain", { all: true, who: [], role: "plain" }, 2);
    expect(await report(at, "amy", data?.job ?? "")).toEqual([
      ["bob", "changed", true],
      ["dot", "changed", true],
    ]);
    expect(await at.members("guild")).toEqual(["amy"]);
    expect(await at.notices("bob")).toContain("account.role-taken plain");
  });

  it("starts nothing for others than those that were looked at", async () => {
    const at = await peopledWorld(draft);
    const everybody: Choice = { all: true, who: [], role: "plain" };
    expect((await start(at, "amy", "take:plain", everybody, 3)).answer).toBe("stale");
    expect((await start(at, "amy", "take:plain", these(at), 0)).answer).toBe("nobody");
    expect((await start(at, "bob", "take:plain", everybody, 2)).answer).toBe("not-permitted");
    expect(await at.rows(sql`select 1 from job`)).toEqual([]);
  });
});

it.each(["", "delete", "deactivate:x", "give", "give:", "give:No Role", "give:a:b", "toString"])(
  "%j is nothing that can be done to several",
  (text) => expect(bulkVerb(text)).toBeNull(),
);
