import { sql } from "drizzle-orm";
/** What an account loses with a right or a role: once, to the least fixed point, and nobody else anything. */
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { removeMember } from "@/lib/members/commands/remove-member";
import { assignGlobalRole, unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { makeOwner, unmakeOwner } from "@/lib/people/commands/owners";
import { grantGlobal, revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { deleteGlobalRole } from "@/lib/permissions/commands/global-roles";

const reason = "";
const take = async (world: World, account: string, role: string) =>
  unassignGlobalRole(await world.as("root"), { account: world.id(account), role, reason });
const leave = async (world: World, account: string, group: string) =>
  leaveGroup(await world.as(account), { group: `${group}-aaaaaa`, note: "" });

const ROLES = { member: ["group.request"], blue: [], scholar: [] };
const MEMBERS = { member: ["member.leave", "group.view"], outsider: ["group.view", "member.join"] };

const make = (draft: WorldDraft) => peopledWorld({ roles: ROLES, types: { club: MEMBERS }, ...draft });

const everywhere: NonNullable<WorldDraft["groups"]> = {
  quiet: { members: ["alice", "bob", "carol"] },
  inner: { internal: true, members: ["alice"] },
  commons: { public: true, members: ["alice", "carol"] },
  asked: { pending: { alice: "join", carol: "join" } },
  park: { public: true, pending: { alice: "join" } },
};

describe("an account that loses group.request", () => {
  const world = () =>
    make({
      accounts: { alice: { roles: ["member", "blue"] }, bob: { roles: ["member"] }, carol: {}, root: { owner: true } },
      groups: everywhere,
    });

  const gone = async (at: World) => {
    expect(await at.members("quiet")).toEqual(["bob", "carol"]);
    expect(await at.members("inner")).toEqual([]);
    expect(await at.members("commons")).toEqual(["alice", "carol"]);
    expect(await at.pending("asked")).toEqual(["carol"]);
    expect(await at.pending("park")).toEqual(["alice"]);
  };

  it("by its role being taken, falls out of every group that is not public, internal ones too", async () => {
    const at = await world();
    expect(await take(at, "alice", "member")).toMatchObject({ answer: "changed", done: true });
    await gone(at);
    const cause = "(account.role-taken member)";
    expect(await at.logged({ cause: true })).toEqual([
      "account.role-taken alice member",
      `member.pruned alice inner ${cause}`,
      `member.pruned alice quiet ${cause}`,
      `request.closed alice asked ${cause}`,
    ]);
    expect(await at.notices("alice")).toEqual([
      "account.role-taken member",
      "member.pruned inner",
      "member.pruned quiet",
      "request.closed asked",
    ]);
    expect(await at.notices("carol")).toEqual([]);
    expect(await at.notices("root")).toEqual([]);
  });

  it("by the permission being taken from the role, does so with everybody who held it by that role", async () => {
    const at = await world();
    await revokeGlobal(await at.as("root"), { role: "member", permission: "group.request", reason });
    expect(await at.members("quiet")).toEqual(["carol"]);
    expect(await at.members("inner")).toEqual([]);
    expect(await at.members("commons")).toEqual(["alice", "carol"]);
    expect(await at.pending("asked")).toEqual(["carol"]);
    expect(await at.logged({ cause: true })).toContain(
      "member.pruned bob quiet (permission.revoked group.request member)",
    );
  });

  it("by the role being deleted", async () => {
    const at = await world();
    await deleteGlobalRole(await at.as("root"), { role: "member", reason });
    expect(await at.members("quiet")).toEqual(["carol"]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice member",
      "account.role-taken bob member",
      "member.pruned alice inner",
      "member.pruned alice quiet",
      "member.pruned bob quiet",
      "request.closed alice asked",
      "role.deleted member",
    ]);
    expect(await at.notices("bob")).toEqual(["account.role-taken member", "member.pruned quiet"]);
  });

  it("loses nothing while another role holds it", async () => {
    const at = await world();
    await grantGlobal(await at.as("root"), { role: "blue", permission: "group.request", reason });
    await take(at, "alice", "member");
    expect(await at.members("quiet")).toEqual(["alice", "bob", "carol"]);
    expect(await at.pending("asked")).toEqual(["alice", "carol"]);
  });

  it("as everybody does, by authenticated", async () => {
    const at = await make({
      roles: { ...ROLES, member: [], authenticated: ["group.request"] },
      accounts: { alice: {}, bob: { active: false }, root: { owner: true } },
      groups: { quiet: { members: ["alice", "bob", "root"] }, commons: { public: true, members: ["alice"] } },
    });
    await revokeGlobal(await at.as("root"), { role: "authenticated", permission: "group.request", reason });
    expect(await at.members("quiet")).toEqual(["root"]);
    expect(await at.members("commons")).toEqual(["alice"]);
  });
});

describe("who never held it", () => {
  it("is not touched, whatever is taken from others or from them", async () => {
    const at = await make({
      accounts: { alice: { roles: ["blue"] }, bob: { roles: ["member"] }, root: { owner: true } },
      groups: { quiet: { members: ["alice", "bob"] }, asked: { pending: { alice: "join" } } },
    });
    await take(at, "alice", "blue");
    await revokeGlobal(await at.as("root"), { role: "member", permission: "group.request", reason });
    expect(await at.members("quiet")).toEqual(["alice"]);
    expect(await at.pending("asked")).toEqual(["alice"]);
  });
});

describe("an account that stops being eligible", () => {
  const world = () =>
    make({
      accounts: { alice: { roles: ["member", "blue"] }, bob: { roles: ["member"] }, root: { owner: true } },
      groups: {
        blues: { eligible: ["blue", "scholar"], members: ["alice", "bob"], leaders: ["alice", "bob"] },
        parade: { eligible: ["blue"], public: true, members: ["alice"] },
        waiting: { eligible: ["blue"], pending: { alice: "join" } },
        strand: { eligible: ["blue"], public: true, pending: { alice: "join" } },
        leaving: { eligible: ["scholar"], members: ["alice"], pending: { alice: "leave" } },
        others: { members: ["alice"], pending: { bob: "join" } },
      },
    });

  it("falls out, unless the group is public; its wishes to join are closed; it leads on, flagged", async () => {
    const at = await world();
    await take(at, "alice", "blue");
    expect(await at.members("blues")).toEqual(["bob"]);
    expect(await at.members("parade")).toEqual(["alice"]);
    expect(await at.pending("waiting")).toEqual([]);
    expect(await at.pending("strand")).toEqual([]);
    expect(await at.members("leaving")).toEqual(["alice"]);
    expect(await at.pending("leaving")).toEqual(["alice"]);
    expect(await at.members("others")).toEqual(["alice"]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice blue",
      "leader.not-eligible alice blues",
      "member.pruned alice blues",
      "request.closed alice strand",
      "request.closed alice waiting",
    ]);
    expect(await at.notices("alice")).toContain("leader.not-eligible blues");
  });

  it("stays by another of the roles that the group lists", async () => {
    const at = await world();
    await assignGlobalRole(await at.as("root"), { account: at.id("alice"), role: "scholar", reason });
    await at.logged();
    await take(at, "alice", "blue");
    expect(await at.members("blues")).toEqual(["alice", "bob"]);
    expect(await at.pending("waiting")).toEqual([]);
    expect(await at.logged()).not.toContain("leader.not-eligible alice blues");
  });

  it("is flagged as long as it leads without being eligible, and told each time anew", async () => {
    const at = await world();
    const flagged = async () => at.rows(sql`select 1 from leader where flagged_at is not null`);
    await take(at, "alice", "blue");
    expect(await flagged()).toHaveLength(1);
    await assignGlobalRole(await at.as("root"), { account: at.id("alice"), role: "blue", reason });
    expect(await flagged()).toHaveLength(0);
    await at.logged();
    await take(at, "alice", "blue");
    expect(await at.logged()).toEqual(["account.role-taken alice blue", "leader.not-eligible alice blues"]);
  });
});

describe("a conferred role", () => {
  const world = () =>
    make({
      accounts: { alice: {}, bob: { roles: ["member"] }, carol: { roles: ["blue"] }, root: { owner: true } },
      groups: {
        corps: { confers: ["member"], members: ["alice", "bob"], public: true, open: true },
        quiet: { members: ["alice", "bob"] },
        guard: { confers: ["blue"], members: ["alice", "carol"] },
        blues: { eligible: ["blue"], members: ["alice", "carol"] },
        asked: { pending: { alice: "join" } },
      },
    });

  it("goes with leaving the group, and takes along what hung on it, group by group", async () => {
    const at = await world();
    expect(await at.held("alice")).toEqual(["blue", "member"]);
    expect(await leave(at, "alice", "corps")).toMatchObject({ answer: "left" });
    expect(await at.members("corps")).toEqual(["bob"]);
    expect(await at.members("quiet")).toEqual(["bob"]);
    expect(await at.members("guard")).toEqual(["carol"]);
    expect(await at.members("blues")).toEqual(["carol"]);
    expect(await at.held("alice")).toEqual([]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice blue",
      "account.role-taken alice member",
      "member.left alice corps",
      "member.pruned alice blues",
      "member.pruned alice guard",
      "member.pruned alice quiet",
      "request.closed alice asked",
    ]);
  });

  it("stays while the account holds it otherwise", async () => {
    const at = await world();
    await removeMember(await at.as("root"), { group: "corps-aaaaaa", account: at.id("bob"), reason });
    await removeMember(await at.as("root"), { group: "guard-aaaaaa", account: at.id("carol"), reason });
    expect(await at.members("quiet")).toEqual(["alice", "bob"]);
    expect(await at.members("blues")).toEqual(["alice", "carol"]);
    expect(await at.logged()).toEqual(["member.removed bob corps", "member.removed carol guard"]);
  });

  it("is not taken by hand", async () => {
    const at = await world();
    expect(await take(at, "alice", "member")).toEqual({ answer: "conferred", done: false, data: null });
  });

  it("survives its own direct twin, which costs nobody anything", async () => {
    const at = await world();
    expect(await take(at, "bob", "member")).toMatchObject({ answer: "changed" });
    expect(await at.held("bob")).toEqual(["member"]);
    expect(await at.members("quiet")).toEqual(["alice", "bob"]);
  });
});

describe("a membership is no reason for itself", () => {
  it("nor are two for one another: A makes eligible for B, which makes eligible for A", async () => {
    const at = await make({
      accounts: { alice: { roles: ["member", "blue"] }, bob: { roles: ["member"] }, root: { owner: true } },
      groups: {
        a: { eligible: ["scholar", "blue"], confers: ["scholar"], members: ["alice"] },
        b: { eligible: ["scholar"], confers: ["blue"], members: ["alice", "bob"] },
      },
    });
    await take(at, "alice", "blue");
    expect(await at.members("a")).toEqual([]);
    expect(await at.members("b")).toEqual(["bob"]);
    expect(await at.held("alice")).toEqual(["member"]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice blue",
      "account.role-taken alice scholar",
      "member.pruned alice a",
      "member.pruned alice b",
    ]);
  });

  it("and stand when one of them has a reason of its own", async () => {
    const at = await make({
      accounts: { alice: { roles: ["member", "blue", "scholar"] }, root: { owner: true } },
      groups: {
        a: { eligible: ["scholar", "blue"], confers: ["scholar"], members: ["alice"] },
        b: { eligible: ["scholar"], confers: ["blue"], members: ["alice"] },
      },
    });
    await take(at, "alice", "blue");
    expect(await at.members("a")).toEqual(["alice"]);
    expect(await at.held("alice")).toEqual(["blue", "member", "scholar"]);
    await take(at, "alice", "scholar");
    expect(await at.members("a")).toEqual([]);
    expect(await at.members("b")).toEqual([]);
  });

  it("a group that confers the right to be in it falls with the role that it stood on", async () => {
    const at = await make({
      accounts: { alice: { roles: ["member"] }, root: { owner: true } },
      groups: { corps: { confers: ["member"], members: ["alice"] }, quiet: { members: ["alice"] } },
    });
    await take(at, "alice", "member");
    expect(await at.members("corps")).toEqual([]);
    expect(await at.members("quiet")).toEqual([]);
    expect(await at.held("alice")).toEqual([]);
  });

  it("while a public one keeps everybody, and with it what it confers", async () => {
    const at = await make({
      accounts: { alice: { roles: ["member"] }, root: { owner: true } },
      groups: { corps: { confers: ["member"], public: true, members: ["alice"] }, quiet: { members: ["alice"] } },
    });
    await take(at, "alice", "member");
    expect(await at.members("corps")).toEqual(["alice"]);
    expect(await at.members("quiet")).toEqual(["alice"]);
    expect(await at.held("alice")).toEqual(["member"]);
  });

  it("nor is one lost by what only adds, or by leaving what gave nothing", async () => {
    const at = await make({
      accounts: { alice: {}, root: { owner: true } },
      groups: {
        corps: { confers: ["member"], internal: true, members: ["alice"] },
        quiet: { members: ["alice"] },
        chess: { open: true, members: ["alice"] },
      },
    });
    await assignGlobalRole(await at.as("root"), { account: at.id("alice"), role: "blue", reason });
    expect(await leave(at, "alice", "chess")).toMatchObject({ answer: "left" });
    await grantGlobal(await at.as("root"), { role: "blue", permission: "group.request", reason });
    expect(await at.members("corps")).toEqual(["alice"]);
    expect(await at.members("quiet")).toEqual(["alice"]);
  });
});

describe("a global role that groups list", () => {
  const world = () =>
    make({
      types: { club: { ...MEMBERS, admin: ["group.administer"] } },
      accounts: {
        alice: { roles: ["member", "blue"] },
        bob: { roles: ["member", "scholar"] },
        root: { owner: true },
      },
      groups: {
        blues: {
          eligible: ["blue"],
          members: { alice: ["admin"], bob: [] },
          pending: { root: "join" },
        },
        both: { eligible: ["blue", "scholar"], members: ["alice", "bob"] },
        inner: { eligible: ["blue"], internal: true, members: ["alice"] },
        guard: { confers: ["blue"], members: ["bob"] },
      },
    });

  it("leaves their lists when it is deleted; a list that would be empty makes the group internal instead", async () => {
    const at = await world();
    expect(await deleteGlobalRole(await at.as("root"), { role: "blue", reason })).toMatchObject({ answer: "deleted" });
    expect(await at.members("blues")).toEqual(["alice", "bob"]);
    expect(await at.members("both")).toEqual(["bob"]);
    expect(await at.members("inner")).toEqual(["alice"]);
    expect(await at.pending("blues")).toEqual([]);
    expect(await at.held("bob")).toEqual(["member", "scholar"]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice blue",
      "account.role-taken bob blue",
      "group.made-internal blues",
      "member.pruned alice both",
      "request.closed root blues",
      "role.deleted blue",
    ]);
    expect(await at.notices("alice")).toContain("group.made-internal blues");
    expect(await at.notices("bob")).not.toContain("group.made-internal blues");
  });

  it("leaves such a group internal until somebody says whom it is for, also where it was internal before", async () => {
    const at = await world();
    await deleteGlobalRole(await at.as("root"), { role: "blue", reason });
    const { configureGroup } = await import("@/lib/groups/commands/configure-group");
    for (const group of ["blues-aaaaaa", "inner-aaaaaa"]) {
      const open = { group, flags: { internal: false } };
      expect(await configureGroup(await at.as("root"), open)).toMatchObject({ answer: "needs-eligible-roles" });
      expect(await configureGroup(await at.as("root"), { ...open, eligibleRoles: [] })).toMatchObject({ done: true });
    }
  });
});

describe("a site owner who is demoted", () => {
  it("loses what nothing else gives", async () => {
    const at = await make({
      accounts: { root: { owner: true }, olga: { owner: true, roles: ["blue"] } },
      groups: {
        quiet: { members: ["olga"] },
        blues: { eligible: ["blue"], public: true, members: ["olga"] },
        scholars: { eligible: ["scholar"], public: true, members: ["olga"], leaders: ["olga"] },
        asked: { eligible: ["scholar"], public: true, pending: { olga: "join" } },
        asked2: { eligible: ["blue"], public: true, pending: { olga: "join" } },
        asked3: { pending: { olga: "join" } },
      },
    });
    await unmakeOwner(await at.as("root"), { account: at.id("olga"), reason });
    expect(await at.members("quiet")).toEqual([]);
    expect(await at.members("blues")).toEqual(["olga"]);
    expect(await at.members("scholars")).toEqual(["olga"]);
    expect(await at.pending("asked")).toEqual([]);
    expect(await at.pending("asked2")).toEqual(["olga"]);
    expect(await at.logged({ cause: true })).toEqual([
      "account.owner-unmade olga",
      "leader.not-eligible olga scholars (account.owner-unmade)",
      "member.pruned olga quiet (account.owner-unmade)",
      "request.closed olga asked (account.owner-unmade)",
      "request.closed olga asked3 (account.owner-unmade)",
    ]);
  });

  it("and one who is made keeps everything", async () => {
    const at = await make({
      accounts: { root: { owner: true }, olga: {} },
      groups: { quiet: { eligible: ["blue"], members: ["olga"] }, asked: { pending: { olga: "join" } } },
    });
    await makeOwner(await at.as("root"), { account: at.id("olga"), reason });
    expect(await at.members("quiet")).toEqual(["olga"]);
    expect(await at.pending("asked")).toEqual(["olga"]);
  });
});

describe("the last administrator of a group", () => {
  const world = () =>
    make({
      types: { club: { ...MEMBERS, admin: ["group.administer"], "insider:blue": ["group.administer"] } },
      accounts: {
        alice: { roles: ["member"] },
        bob: { roles: ["blue"] },
        carol: { active: false },
        root: { owner: true },
        olga: { owner: true },
      },
      groups: {
        led: { members: { alice: ["admin"], carol: ["admin"], root: [] } },
        both: { members: { alice: ["admin"], bob: [] } },
        alone: { members: { alice: ["admin"] } },
      },
    });

  it("is removed all the same, and the site owners are told where others remain without one", async () => {
    const at = await world();
    await take(at, "alice", "member");
    expect(await at.members("led")).toEqual(["carol", "root"]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice member",
      "group.without-administrator led",
      "member.pruned alice alone",
      "member.pruned alice both",
      "member.pruned alice led",
    ]);
    expect(await at.notices("olga")).toEqual(["group.without-administrator led"]);
    expect(await at.notices("root")).toEqual([]);
  });

  it("is looked for before the role that makes one goes", async () => {
    const at = await make({
      types: { club: { ...MEMBERS, "insider:blue": ["group.administer"] } },
      accounts: { alice: { roles: ["member", "blue"] }, carol: {}, root: { owner: true }, olga: { owner: true } },
      groups: { blues: { eligible: ["blue"], members: ["alice", "carol"] } },
    });
    await take(at, "alice", "blue");
    expect(await at.members("blues")).toEqual(["carol"]);
    expect(await at.logged()).toContain("group.without-administrator blues");
  });
});
