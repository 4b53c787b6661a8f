import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { changeGrants, grantCell, revokeCell } from "./commands/change-grants";
import { changeGrants as grantsShape } from "./schema";

const reason = "";
const draft: WorldDraft = {
  roles: { blue: [], "type-keeper": ["type.administer"], staff: ["group.bypass"] },
  types: { squad: { outsider: ["group.view"], member: ["group.view", "group.administer"], officer: [] } },
  accounts: {
    root: { owner: true },
    tina: { roles: ["type-keeper"] },
    bea: { roles: ["type-keeper", "staff"] },
    bob: {},
  },
  groups: { hall: { type: "squad" } },
};

const cells = async (at: World) =>
  (await at.rows<{ cell: string }>(sql`select role || ' ' || permission as cell from group_grant`))
    .map((r) => r.cell)
    .sort();
const BEFORE = ["member group.administer", "member group.view", "outsider group.view"];

async function save(at: World, who: string, version: number, ...changes: string[]) {
  const parsed = changes.map((text) => {
    const [sign, role, permission] = text.split(" ");
    return { role, permission, on: sign === "+" };
  });
  return changeGrants(
    await at.as(who),
    grantsShape.parse({ type: "squad", version, changes: parsed, reason: "why not" }),
  );
}

describe("saving a table", () => {
  it("changes just what differs, in one transaction, with a line for each", async () => {
    const at = await peopledWorld(draft);
    const outcome = await save(
      at,
      "tina",
      1,
      "+ outsider member.join",
      "- member group.administer",
      "+ member group.view",
      "+ insider:blue member.add",
    );
    expect(outcome).toEqual({ answer: "changed", done: true, data: { version: 2 }, moves: [], blamed: [] });
    expect(await cells(at)).toEqual([
      "insider:blue member.add",
      "member group.view",
      "outsider group.view",
      "outsider member.join",
    ]);
    expect(await at.logged()).toEqual([
      "permission.granted member.add insider:blue",
      "permission.granted member.join outsider",
      "permission.revoked group.administer member",
    ]);
    const [line] = await at.rows(sql`select type, reason, after from audit order by id limit 1`);
    expect(line).toEqual({ type: "squad", reason: "why not", after: { version: 2 } });
    expect(
      (await at.as("bob")).policy.types.get("squad")?.columns.get("outsider")?.permissions.has("member.join"),
    ).toBe(true);
  });

  it("writes nothing where all is so already", async () => {
    const at = await peopledWorld(draft);
    const [before] = await at.rows(sql`select version from policy`);
    expect(await save(at, "tina", 1, "+ member group.view", "- officer group.view")).toMatchObject({
      answer: "changed",
      data: null,
    });
    expect(await at.rows(sql`select version from policy`)).toEqual([before]);
    expect(await at.logged()).toEqual([]);
  });

  it("is refused as a whole, and says which cells are to blame", async () => {
    const at = await peopledWorld(draft);
    const impossible = await save(
      at,
      "root",
      1,
      "+ outsider member.join",
      "+ member member.join",
      "+ anonymous group.edit",
    );
    expect(impossible).toMatchObject({ answer: "impossible", done: false });
    expect(impossible.blamed.map(({ role }) => role)).toEqual(["member", "anonymous"]);
    const above = await save(at, "tina", 1, "+ outsider member.join", "+ officer group.configure");
    expect(above).toMatchObject({
      answer: "exceeds-own",
      blamed: [{ role: "officer", permission: "group.configure" }],
    });
    expect(await save(at, "bob", 1, "+ outsider member.join")).toMatchObject({ answer: "not-permitted", blamed: [] });
    expect(await save(at, "root", 1, "+ nobody member.join")).toMatchObject({ answer: "not-found" });
    expect(await save(at, "root", 1, "+ outsider member.fly")).toMatchObject({ answer: "not-found" });
    expect(await cells(at)).toEqual(BEFORE);
    expect(await at.logged()).toEqual([]);
  });

  it("refuses posts where the type has none", async () => {
    const at = await peopledWorld(draft);
    await at.rows(sql`delete from group_type_content where type = 'squad'`);
    expect(await save(at, "root", 1, "+ member post.create")).toMatchObject({ answer: "impossible" });
  });

  it("made on an older table is stale: nothing is saved, and it says what moved and by whom", async () => {
    const at = await peopledWorld(draft);
    await save(at, "root", 1, "+ outsider member.join", "+ officer member.add");
    await save(at, "bea", 2, "- officer member.add");
    await at.logged();
    const stale = await save(at, "tina", 1, "- outsider group.view");
    expect(stale).toMatchObject({ answer: "stale", done: false, data: null });
    expect(stale.moves.map(({ role, permission, on, was, by }) => ({ role, permission, on, was, by }))).toEqual([
      { role: "outsider", permission: "member.join", on: true, was: false, by: "root" },
      { role: "officer", permission: "member.add", on: false, was: false, by: "bea" },
    ]);
    expect(await cells(at)).toEqual([...BEFORE, "outsider member.join"]);
    expect(await at.logged()).toEqual([]);
    expect(await save(at, "tina", 3, "- outsider group.view")).toMatchObject({ answer: "changed" });
  });

  it("by two at once on one version is saved for one of them, and stale for the other", async () => {
    const at = await peopledWorld(draft);
    const both = await Promise.all([
      save(at, "root", 1, "+ officer member.add"),
      save(at, "bea", 1, "- outsider group.view"),
    ]);
    expect(both.map(({ answer }) => answer).sort()).toEqual(["changed", "stale"]);
    const lines = await at.logged();
    expect(lines).toHaveLength(1);
  });

  it("of one cell goes on whatever the version, as its twin without one would", async () => {
    const at = await peopledWorld(draft);
    await save(at, "root", 1, "+ outsider member.join");
    const cell = { type: "squad", role: "officer", permission: "member.add", reason };
    expect(await grantCell(await at.as("tina"), cell)).toMatchObject({ answer: "changed", data: { version: 3 } });
    expect(await revokeCell(await at.as("tina"), cell)).toMatchObject({ answer: "changed", data: { version: 4 } });
  });
});

describe("the ceiling of a cell", () => {
  const grant = async (at: World, who: string, role: string, permission: string) =>
    (await grantCell(who === "site" ? await at.site() : await at.as(who), { type: "squad", role, permission, reason }))
      .answer;

  it("lets owners and holders of group.bypass grant what is marked high, others not; everybody may revoke it", async () => {
    const at = await peopledWorld(draft);
    expect(await grant(at, "tina", "officer", "group.administer")).toBe("exceeds-own");
    expect(await grant(at, "tina", "member", "group.administer")).toBe("changed");
    expect(await grant(at, "bea", "officer", "group.administer")).toBe("changed");
    expect(await grant(at, "root", "leader", "group.administer")).toBe("changed");
    expect(await grant(at, "site", "outsider", "group.administer")).toBe("changed");
    expect(await grant(at, "site", "anonymous", "group.administer")).toBe("impossible");
    const cell = { type: "squad", role: "officer", permission: "group.administer", reason };
    expect(await revokeCell(await at.as("tina"), cell)).toMatchObject({ answer: "changed" });
    expect(await revokeCell(await at.as("bob"), cell)).toMatchObject({ answer: "not-permitted" });
  });

  it.each([
    ["confers a role that one does not hold", sql`insert into group_conferred_role select id, 'blue' from groups`],
    [
      "is a leader group anywhere",
      sql`with other as (insert into groups (slug, type, name, name_key, search_key) values ('x-aaaaaa', 'club', 'x', 'x', 'x') returning id)
        insert into leader (group_id, leader_group_id) select other.id, groups.id from other, groups`,
    ],
  ])("keeps the ways in shut while a group of the type %s", async (_, happens) => {
    const at = await peopledWorld(draft);
    expect(await grant(at, "tina", "officer", "member.add")).toBe("changed");
    await at.rows(happens);
    for (const key of ["member.join", "member.request"])
      expect(await grant(at, "tina", "outsider", key)).toBe("exceeds-own");
    for (const key of ["request.decide", "link.manage"])
      expect(await grant(at, "tina", "officer", key)).toBe("exceeds-own");
    expect(await grant(at, "tina", "officer", "member.remove")).toBe("changed");
    expect(await grant(at, "bea", "officer", "link.manage")).toBe("changed");
  });

  it("opens them again to whoever holds the role", async () => {
    const at = await peopledWorld({ ...draft, groups: { hall: { type: "squad", confers: ["type-keeper"] } } });
    expect(await grant(at, "tina", "outsider", "member.join")).toBe("changed");
  });
});
