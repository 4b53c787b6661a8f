/** Scenarios played on the tables of a portal, beside them: what would break is told, and the portal is as it was. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { findTables } from "@/lib/permission-file/queries/find-tables";
import { readFiles } from "../files";
import { readScenarios } from "../read";
import { changesIn } from "./changes";
import { type Trial, tryScenarios } from "./try-scenarios";

const SCENARIO = `
name: An outsider joins a club
globalRoles: { member: [], guest: [group.request] }
types: { club: { roles: { outsider: [] } }, other: { roles: { outsider: [group.view] } } }
accounts: { alice: { roles: [member] }, root: { owner: true } }
groups:
  scouts: { type: club, internal: false }
  others: { type: other, internal: false }
steps:
  - { as: alice, do: see, group: scouts, expect: visible }
  - { as: alice, do: join, group: scouts, expect: requested }
  - { as: alice, do: see, group: others, expect: visible }
  - { do: wait, for: 1d, expect: ok }
  - { as: root, do: delete-account, account: alice, expect: deleted }
  - { expect: { pending: { scouts: [] } } }
`;
const draft = {
  roles: { member: ["group.request"] },
  types: { club: { outsider: ["group.view", "member.request"], member: ["group.view"] } },
  accounts: { root: { owner: true }, bob: { roles: ["member"] } },
  groups: { scouts: { type: "club", members: ["bob"] } },
};

const digest = async (at: World) => {
  const tables = await at.rows<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const sums = [];
  for (const { name } of tables)
    sums.push(
      await at.rows(
        sql`select ${name} as name, sum(hashtextextended(t::text, 0)), count(*) from public.${sql.identifier(name)} t`,
      ),
    );
  return JSON.stringify(sums);
};

async function run(at: World, text: string, changes: readonly string[], path?: string): Promise<Trial> {
  const { scenarios, problems } = readScenarios("here", text);
  expect(problems).toEqual([]);
  const present = (await findTables(at.portal.store.reader)).tables;
  const where = { url: at.clone.appUrl, key: "root", path };
  const trial = await tryScenarios(where, scenarios, { present, changes: changesIn(changes) });
  if (typeof trial === "string") throw new Error(trial);
  return trial;
}

describe("a scenario on the tables of a portal", () => {
  it("passes as they are, says what it replaced, and what would break with a change", async () => {
    const at = await peopledWorld(draft);
    const before = await digest(at);
    const { scenarios, unfit } = await run(at, SCENARIO, [
      "club|outsider|member.request|off",
      "club|outsider|member.leave|on",
    ]);
    const [one] = scenarios;
    expect(one).toMatchObject({
      types: ["club"],
      ownTypes: ["other"],
      globalRoles: ["member"],
      ownRoles: ["guest"],
      problems: [],
    });
    expect(one?.steps.map(({ now, changed }) => [now.ok, changed?.ok])).toEqual([
      [true, true],
      [true, false],
      [true, true],
      [true, true],
      [true, true],
      [true, true],
    ]);
    expect(one?.steps[1]).toMatchObject({
      words: "alice join scouts",
      want: "requested",
      breaks: true,
      changed: { got: "not-permitted" },
    });
    expect(unfit.map(({ permission }) => permission)).toEqual(["member.leave"]);
    expect(await digest(at)).toBe(before);
  });

  it("leaves the portal as it was, and asks its live rows for no lock", async () => {
    const at = await peopledWorld(draft);
    const before = await digest(at);
    await at.rows(sql`begin`);
    await at.rows(sql`select 1 from policy for update`);
    const { scenarios } = await run(at, SCENARIO, []);
    await at.rows(sql`rollback`);
    expect(scenarios[0]?.steps.every(({ now }) => now.ok)).toBe(true);
    expect(await digest(at)).toBe(before);
    expect(await at.rows(sql`select 1 from pg_class where relpersistence = 't'`)).toEqual([]);
  });

  it("cannot write a live table even where its own are not found first", async () => {
    const at = await peopledWorld();
    const before = await digest(at);
    await expect(run(at, SCENARIO, [], "public, pg_temp")).rejects.toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: "25006" }) }),
    );
    expect(await digest(at)).toBe(before);
  });

  it("is one at a time for one person", async () => {
    const at = await peopledWorld(draft);
    const present = (await findTables(at.portal.store.reader)).tables;
    const { scenarios } = readScenarios("here", SCENARIO);
    const once = (key: string) => tryScenarios({ url: at.clone.appUrl, key }, scenarios, { present, changes: [] });
    const both = await Promise.all([once("bob"), once("bob"), once("root")]);
    expect(both.filter((one) => one === "busy")).toHaveLength(1);
    expect(await once("bob")).not.toBe("busy");
  });

  it("says what its world names and the tables lack", async () => {
    const at = await peopledWorld(draft);
    const text = SCENARIO.replace(
      "scouts: { type: club,",
      "scouts: { type: club, members: { root: [officer] },",
    ).replace("roles: { outsider: [] }", "roles: { officer: [] }");
    const [one] = (await run(at, text, [])).scenarios;
    expect(one?.problems).toEqual(["groups.scouts.members.root[0]: there is no custom role “officer”"]);
  });
});

it("is broken off when it takes too long, and leaves nothing behind", async () => {
  const at = await peopledWorld(draft);
  const { scenarios } = readScenarios("here", SCENARIO);
  const before = await digest(at);
  const where = { url: at.clone.appUrl, key: "root", longest: 1 };
  const none = { present: { globalRoles: [], types: [] }, changes: [] };
  expect(await tryScenarios(where, scenarios, none)).toBe("too-long");
  expect(await digest(at)).toBe(before);
  expect(typeof (await tryScenarios({ ...where, key: "another", longest: 60_000 }, scenarios, none))).toBe("object");
});

it("gives what a database of its own gives, for the project's own scenarios", { timeout: 240_000 }, async () => {
  const at = await peopledWorld();
  const { jobs } = readFiles([
    "e2e/scenarios/own/use-cases.yaml",
    "e2e/scenarios/own/links-and-ceilings.yaml",
    "e2e/scenarios/own/consequences.yaml",
  ]);
  const present = { globalRoles: [], types: [] };
  const trial = await tryScenarios(
    { url: at.clone.appUrl, key: "x", longest: 200_000 },
    jobs.map(({ scenario }) => scenario),
    { present, changes: [] },
  );
  if (typeof trial === "string") throw new Error(trial);
  const failed = trial.scenarios.flatMap(({ name, steps, problems }) => [
    ...problems.map((problem) => `${name}: ${problem}`),
    ...steps.filter(({ now }) => !now.ok).map(({ step, now, want }) => `${name}: ${step}: ${now.got}, want ${want}`),
  ]);
  expect(failed).toEqual([]);
});
