/** Applying a file: every change under the page's own ceiling, all or nothing, logged, and never on tables that moved. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { grantCell } from "@/lib/group-types/commands/change-grants";
import { grantGlobal } from "@/lib/permissions/commands/change-global-grants";
import { findExport } from "./queries/find-export";
import { listMovedSince } from "./queries/find-plan";
import { problemLine } from "./sentences";
import { apply, plan } from "./testing/apply";

/** pat administers permissions, tess types, both of them both. */
const draft: WorldDraft = {
  roles: {
    anonymous: ["directory.view"],
    authenticated: [],
    keeper: ["permission.administer", "audit.view"],
    typist: ["type.administer"],
    bosses: ["people.administer"],
    member: ["group.request"],
  },
  types: {
    club: { outsider: ["group.view", "member.request"], member: ["group.view"], officer: ["request.decide"] },
    empty: {},
  },
  accounts: {
    root: { owner: true },
    pat: { roles: ["keeper"] },
    tess: { roles: ["typist"] },
    both: { roles: ["keeper", "typist"] },
    bob: { roles: ["member"] },
  },
  groups: { scouts: { type: "club", members: { bob: ["officer"] } } },
};
const head = "guildhall: permissions 1\n";
const club = (inner: string) => `${head}types:\n  club:\n    ${inner}\n`;
const role = (inner: string) => `${head}globalRoles:\n  ${inner}\n`;

const digest = async (at: World) => {
  const tables = await at.rows<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const sums = [];
  for (const { name } of tables)
    sums.push(await at.rows(sql`select sum(hashtextextended(t::text, 0)), count(*) from ${sql.identifier(name)} t`));
  return JSON.stringify(sums);
};

describe("a change that is not the actor's", () => {
  it.each<[who: string, text: string, word: string, said: RegExp]>([
    ["bob", role("member: []"), "not-permitted", /globalRoles\.member: .*not yours/],
    ["tess", role("member: []"), "not-permitted", /taking “Request non-public groups” from “member”/],
    ["tess", role("fresh: []"), "not-permitted", /the new global role “fresh”/],
    ["tess", role("member: { label: Mates }"), "not-permitted", /another label for “member”/],
    ["pat", club("roles: { member: [] }"), "not-permitted", /types\.club\.roles\.member: taking “View group”/],
    ["pat", club("label: Clubs"), "not-permitted", /other settings for the type “club”/],
    ["pat", role("member: [people.administer]"), "exceeds-own", /granting “Administer people” to “member”/],
    ["pat", role("fresh: [group.bypass]"), "exceeds-own", /granting “Bypass group access” to “fresh”/],
    ["pat", role("bosses: []"), "exceeds-own", /taking “Administer people” from “bosses”/],
    [
      "pat",
      `${head}absent: delete\nglobalRoles:\n  anonymous: [directory.view]\n  authenticated: []\n  keeper: [permission.administer, audit.view]\n  typist: [type.administer]\n  member: [group.request]\n`,
      "exceeds-own",
      /globalRoles: deleting the global role “bosses”/,
    ],
    [
      "tess",
      club("roles: { member: [group.view, member.remove, member.administer] }"),
      "exceeds-own",
      /“Administer members”/,
    ],
    [
      "tess",
      `${head}types:\n  fresh:\n    roles: { leader: [leader.appoint] }\n`,
      "exceeds-own",
      /types\.fresh\.roles\.leader: granting “Appoint leaders”/,
    ],
    [
      "root",
      `${head}absent: delete\ntypes:\n  empty: {}\n`,
      "has-groups",
      /types: deleting the type “club”: there are groups/,
    ],
    [
      "both",
      `${role("member: [group.request, group.create:fresh]")}types:\n  fresh: {}\n`,
      "exceeds-own",
      /group|Create fresh groups/,
    ],
  ])("%s: %s", async (who, text, word, said) => {
    const at = await peopledWorld(draft);
    const before = await digest(at);
    const viewer = await at.as(who);
    expect((await apply(viewer, text)).answer).toBe(word);
    if (who !== "bob") expect((await plan(viewer, text)).problems.map(problemLine).join("\n")).toMatch(said);
    expect(await digest(at)).toBe(before);
  });

  it("keeps all the others from happening", async () => {
    const at = await peopledWorld(draft);
    const before = await digest(at);
    const text = `${role("member: []")}types:\n  club:\n    label: Clubs\n    roles: { member: [group.administer] }\n`;
    expect((await apply(await at.as("both"), text)).answer).toBe("exceeds-own");
    expect(await digest(at)).toBe(before);
    expect((await apply(await at.as("root"), text)).answer).toBe("changed");
    expect(await digest(at)).not.toBe(before);
  });

  it("is none for a way into groups that confer what the actor does not hold", async () => {
    const at = await peopledWorld({ ...draft, groups: { scouts: { type: "club", confers: ["bosses"] } } });
    const text = club("roles: { outsider: [group.view, member.request, member.join] }");
    expect((await apply(await at.as("tess"), text)).answer).toBe("exceeds-own");
    expect((await apply(await at.site(), text)).answer).toBe("changed");
  });
});

it.each<[string, RegExp]>([
  [role("anonymous: [group.request]"), /globalRoles\.anonymous\[0\]: impossible for anonymous/],
  [club("roles: { member: [member.join] }"), /types\.club\.roles\.member\[0\]: impossible/],
  [club("content: []\n    roles: { member: [post.view] }"), /impossible: this content is switched off/],
  [club("roles: { member: [grup.view] }"), /there is no group permission “grup\.view” – “group\.view”\?/],
  [club("advancedOutsider: { membr: [] }"), /there is no custom global role “membr” – “member”\?/],
  [club("creator: { member: true, roles: [oficer] }"), /there is no custom role “oficer” – “officer”\?/],
  [role("member: [group.create:clu]"), /there is no global permission “group\.create:clu” – “group\.create:club”\?/],
  [`${head}absent: delete\nglobalRoles: { member: [] }`, /the built-in role “anonymous” is missing/],
])("what cannot be is refused with its line, whoever asks: %s", async (text, said) => {
  const at = await peopledWorld(draft);
  const before = await digest(at);
  expect((await apply(await at.site(), text)).answer).toBe("invalid");
  const [problem] = (await plan(await at.site(), text)).problems;
  expect(problem?.line).toBeGreaterThan(1);
  expect(problemLine(problem ?? { line: 0, path: "", message: "" })).toMatch(said);
  expect(await digest(at)).toBe(before);
});

it("is logged as the pages log it, under one request, and those who lose by it are told", async () => {
  const at = await peopledWorld(draft);
  await at.rows(sql`update setting set default_group_type = 'empty', new_account_role = 'bosses'`);
  await at.rows(sql`insert into global_grant values ('member', 'group.create:empty')`);
  const text = `${head}absent: delete
globalRoles:
  anonymous: [directory.view]
  authenticated: []
  keeper: [permission.administer, audit.view]
  typist: [type.administer]
  member: { label: Mates, permissions: [] }
  fresh: [group.request]
types:
  club:
    label: Clubs
    roles: { outsider: [group.view, member.request], member: [group.view, post.view], scribe: [post.create] }
    advancedOutsider: { fresh: [group.view] }
  second: { roles: { outsider: [group.view] } }
`;
  const viewer = await at.as("root");
  const planned = await plan(viewer, text);
  expect(planned.toll).toEqual(["1 person would be removed from 1 group: scouts."]);
  const said = planned.sections.flatMap(({ lines }) => lines.filter(({ grave }) => grave).map(({ words }) => words));
  expect(said).toEqual([
    "DELETE the global role bosses, which the file does not name.",
    "DELETE the role officer, which the file does not name: 1 person in 1 group would lose it.",
    "DELETE the group type empty with its whole table, which the file does not name.",
  ]);
  const versions = sql`select name, version from group_type order by 1`;
  expect((await apply(viewer, text, planned.fingerprint)).answer).toBe("changed");
  expect(await at.rows(versions)).toEqual([
    { name: "club", version: 2 },
    { name: "second", version: 1 },
  ]);
  expect(await at.rows(sql`select distinct actor_name, request_id::text as request from audit`)).toEqual([
    { actor_name: "root", request: viewer.requestId },
  ]);
  expect((await at.logged()).sort()).toEqual(
    [
      ...["role.created fresh", "role.moved", "role.renamed member", "permission.granted group.request fresh"],
      ...["permission.revoked group.request member", "role.deleted bosses", "setting.changed", "setting.changed"],
      ...["type.edited", "role.created scribe", "role.deleted officer", "member.roles-changed bob scouts officer"],
      ...["permission.granted post.view member", "permission.granted post.create scribe"],
      ...["permission.granted group.view outsider:fresh", "type.created", "type.deleted"],
      ...["permission.revoked group.create:empty member", "member.pruned bob scouts"],
    ].sort(),
  );
  expect(await at.members("scouts")).toEqual([]);
  expect((await at.notices("bob")).join()).toMatch(/member\.roles-changed/);
  const { settings } = await at.as("root");
  expect(settings).toMatchObject({ newAccountRole: null, defaultGroupType: null });
  expect((await plan(await at.as("root"), text)).changes).toBe(0);
});

describe("a plan that is not of these tables any more", () => {
  it("is refused, with what moved and who moved it", async () => {
    const at = await peopledWorld(draft);
    const text = club("roles: { member: [group.view, post.view] }");
    const { fingerprint } = await plan(await at.as("root"), text);
    await grantCell(await at.as("tess"), { type: "club", role: "officer", permission: "post.create", reason: "" });
    const before = await digest(at);
    expect((await apply(await at.as("root"), text, fingerprint)).answer).toBe("stale");
    expect(await digest(at)).toBe(before);
    expect(await listMovedSince(await at.as("root"), fingerprint)).toMatchObject([
      { words: "Granted “Create posts” to “officer” of the type “club”.", by: "tess" },
    ]);
    const again = await plan(await at.as("root"), text);
    expect((await apply(await at.as("root"), text, again.fingerprint)).answer).toBe("changed");
  });

  it("does not move by what its maker may not administer, nor tells of it", async () => {
    const at = await peopledWorld(draft);
    const text = club("roles: { member: [group.view, post.view] }");
    const { fingerprint } = await plan(await at.as("tess"), text);
    await grantGlobal(await at.as("pat"), { role: "member", permission: "audit.view", reason: "" });
    expect(await listMovedSince(await at.as("tess"), fingerprint)).toEqual([]);
    expect((await apply(await at.as("tess"), text, fingerprint)).answer).toBe("changed");
  });

  it("is any that was never made", async () => {
    const at = await peopledWorld(draft);
    const text = club("roles: { member: [] }");
    expect((await apply(await at.site(), text, "12-0123456789abcdef")).answer).toBe("stale");
    expect((await apply(await at.site(), text, "nonsense")).answer).toBe("stale");
  });
});

it("writes the parts that its reader may administer", async () => {
  const at = await peopledWorld(draft);
  const parts = async (who: string) =>
    (await findExport(await at.as(who)))?.match(/^(globalRoles|types):/gm)?.join(" ") ?? null;
  expect(await parts("both")).toBe("globalRoles: types:");
  expect(await parts("pat")).toBe("globalRoles:");
  expect(await parts("tess")).toBe("types:");
  expect(await parts("bob")).toBeNull();
});

it("leaves alone what the file does not name, unless it says delete", async () => {
  const at = await peopledWorld(draft);
  const before = await findExport(await at.site());
  expect((await plan(await at.site(), head)).changes).toBe(0);
  const few = await plan(await at.site(), `${head}types:\n  club:\n    roles: { member: [group.view] }\n`);
  expect(few.changes).toBe(0);
  expect(few.untouched).toEqual(["Group types that the file does not name stay as they are: empty."]);
  expect(await findExport(await at.site())).toBe(before);
});
