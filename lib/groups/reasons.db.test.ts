/** What is said of a change that ends memberships: who reads it, and in which log it stands. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { openWorkshop, type Workshop } from "@/e2e/support/edited-code";
import { workJob } from "@/lib/jobs/work";
import { changeFrom, type GroupsChange } from "./change-of";
import { changeGroups, seenOf } from "./commands/change-groups";
import { configureByForm } from "./commands/configure-by-form";
import { configureGroup } from "./commands/configure-group";
import { deleteGroup } from "./commands/delete-group";
import { findGroupSettings } from "./queries/find-group-settings";
import { previewChanges } from "./queries/preview-changes";
import type { ConfigureForm } from "./schema";

const SAID = "The hall is being rebuilt.";
const HALL = "hall-aaaaaa";

/** Whoever loses the hall loses the right to be in the annex, too; nobody there needs to know of the hall. */
const world = () =>
  peopledWorld({
    roles: { member: ["group.request"], blue: [] },
    types: { club: { outsider: ["group.view", "member.join"], admin: ["group.administer"] } },
    accounts: { root: { owner: true }, olga: { owner: true }, bea: {}, cid: { roles: ["member"] }, ann: {} },
    groups: {
      hall: { hidden: true, confers: ["member"], members: ["bea"], pending: { cid: "join" } },
      annex: { members: { bea: ["admin"], ann: [] } },
    },
  });

const NARROWED = { group: HALL, flags: { internal: true }, eligibleRoles: ["blue"] };

/** Log lines and notices that have a reason, as `event who where`; every reason is the one that was given. */
async function read(at: World, table: "audit" | "notice"): Promise<string[]> {
  const rows = await at.rows<{ event: string; who: string; at: string; reason: string | null }>(
    sql`select event, account_id as who, group_id as at, reason from ${sql.identifier(table)} order by id`,
  );
  const said = rows.filter(({ reason }) => reason !== null);
  expect(new Set([SAID, ...said.map(({ reason }) => reason)])).toEqual(new Set([SAID]));
  return said
    .map(({ event, who, at: where }) => [event, at.name(who), at.name(where)].filter(Boolean).join(" "))
    .sort();
}

const TOLD = ["account.role-taken bea", "member.pruned bea annex", "member.pruned bea hall", "request.closed cid hall"];

describe("why a group is configured", () => {
  it("stands in its log and is read by those whom it removes, or whose requests it closes", async () => {
    const at = await world();
    expect(await configureGroup(await at.as("root"), { ...NARROWED, reason: SAID })).toMatchObject({ done: true });
    expect(await at.members("hall")).toEqual([]);
    expect(await read(at, "audit")).toEqual([
      "group.configured hall",
      "member.pruned bea hall",
      "request.closed cid hall",
    ]);
    expect(await read(at, "notice")).toEqual(TOLD);
  });

  it("stands in no log of another group, and is not told to those who look after it", async () => {
    const at = await world();
    await configureGroup(await at.as("root"), { ...NARROWED, reason: SAID });
    expect(
      await at.rows(sql`select event, reason from audit where group_id = ${at.id("annex")} order by event`),
    ).toEqual([
      { event: "group.without-administrator", reason: null },
      { event: "member.pruned", reason: null },
    ]);
    expect(await at.rows(sql`select event, reason from notice where account_id = ${at.id("olga")}`)).toEqual([
      { event: "group.without-administrator", reason: null },
    ]);
  });

  it("comes back with the form that asks first, and counts for nothing of what was seen", async () => {
    const at = await world();
    const root = await at.as("root");
    const settings = await findGroupSettings(root, HALL);
    const form: ConfigureForm = {
      ...{ group: HALL, was: settings?.was ?? "", seen: "", reason: "", has: ["confers"], confers: ["member"] },
      ...{ who: "roles", eligibleRoles: ["blue"], finds: "nobody", enters: "approval", quietJoinPage: false },
      ...{ public: false, published: true, restricted: false },
    };
    const asked = await configureByForm(root, form);
    const echo = asked.data && "echo" in asked.data ? asked.data.echo : [];
    const sent = (field: string) => echo.find(({ name }) => name === field)?.value;
    expect(sent("reason")).toBe("");
    const again = await configureByForm(root, { ...form, seen: "of long ago", reason: SAID });
    expect(again).toMatchObject({
      answer: "confirm",
      data: { echo: expect.arrayContaining([{ name: "reason", value: SAID }]) },
    });
    expect(await configureByForm(root, { ...form, seen: sent("seen") ?? "", reason: SAID })).toMatchObject({
      answer: "changed",
    });
    expect(await read(at, "notice")).toEqual(TOLD);
  });
});

it("why a group is deleted stands in its log and is read by its members, its leaders and those who wait", async () => {
  const at = await world();
  await at.rows(sql`insert into leader (group_id, account_id) values (${at.id("hall")}, ${at.id("ann")})`);
  expect(await deleteGroup(await at.as("root"), { group: HALL, reason: SAID })).toMatchObject({ done: true });
  expect(await read(at, "audit")).toEqual([
    "group.deleted hall",
    "leader.dismissed ann hall",
    "member.pruned bea hall",
    "request.closed cid hall",
  ]);
  expect(await read(at, "notice")).toEqual([...TOLD, "leader.dismissed ann hall"].sort());
});

describe("why many groups are changed", () => {
  async function made(at: World, text: string, reason?: string) {
    const root = await at.as("root");
    const shown = await previewChanges(root, [HALL], changeFrom(text) as GroupsChange);
    if (!shown) throw new Error("not for them");
    const sent = { groups: [HALL], change: text, seen: seenOf(shown), reason };
    expect(await changeGroups(root, sent)).toMatchObject({ answer: "started" });
    await workJob(at.portal);
  }

  it("goes with each of them, to its log and to those whom it touches", async () => {
    const at = await world();
    await made(at, "keep-for:blue", SAID);
    expect(await read(at, "audit")).toEqual([
      "group.configured hall",
      "member.pruned bea hall",
      "request.closed cid hall",
    ]);
    expect(await read(at, "notice")).toEqual(TOLD);
    const gone = await world();
    await made(gone, "delete", SAID);
    expect(await read(gone, "audit")).toEqual([
      "group.deleted hall",
      "member.pruned bea hall",
      "request.closed cid hall",
    ]);
    expect(await read(gone, "notice")).toEqual(TOLD);
  });

  it("is nowhere where nothing was said", async () => {
    const at = await world();
    await made(at, "keep-for:blue");
    await deleteGroup(await at.as("root"), { group: HALL, reason: "" });
    expect([...(await read(at, "audit")), ...(await read(at, "notice"))]).toEqual([]);
    expect(await at.members("annex")).toEqual(["ann"]);
  });
});

describe("where it would be read by others", () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
  });
  afterAll(() => workshop.close());

  /** What others read of it who look after the annex, or after everything. */
  const overheard = (at: World) =>
    at.rows<{ event: string }>(sql`select event from audit where group_id = ${at.id("annex")} and reason is not null
      union all select event from notice where account_id = ${at.id("olga")} and reason is not null`);

  it.each([
    {
      file: "lib/gate/statement.ts",
      cut: "case when x.group_id =",
      instead: "case when true or x.group_id =",
      heard: "member.pruned",
    },
    {
      file: "lib/consequences/apply.ts",
      cut: "reason && event.groupId === reason.groupId ?",
      instead: "reason ?",
      heard: "group.without-administrator",
    },
    {
      file: "lib/consequences/apply.ts",
      cut: " && person !== null ?",
      instead: "?",
      heard: "group.without-administrator",
    },
  ])("$heard says why elsewhere without: $cut", async ({ heard, ...edit }) => {
    const at = await world();
    await workshop.withEdits(
      [edit],
      "/lib/groups/commands/configure-group.ts",
      async (code: { configureGroup: typeof configureGroup }) =>
        code.configureGroup(await at.as("root"), { ...NARROWED, reason: SAID }),
    );
    expect(await overheard(at)).toEqual([{ event: heard }]);
  });
});
