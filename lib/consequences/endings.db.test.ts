/** What ends with an account, a group, a membership's time – and what begins when a group opens. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { configureGroup as configureShape } from "@/lib/groups/schema";
import { addMember } from "@/lib/members/commands/add-member";
import { removeMember } from "@/lib/members/commands/remove-member";
import { endDueMemberships } from "@/lib/members/due";
import { deactivateAccount, reactivateAccount } from "@/lib/people/commands/activation";
import { deleteAccount } from "@/lib/people/commands/delete-account";

const reason = "";
const MEMBERS = { member: ["member.leave"], outsider: ["group.view", "member.join"], admin: ["group.administer"] };
const ROLES = { member: ["group.request"], blue: [], scholar: [] };
const make = (draft: WorldDraft) => peopledWorld({ roles: ROLES, types: { club: MEMBERS }, ...draft });

async function configure(world: World, group: string, change: object) {
  const input = configureShape.parse({ group: `${group}-aaaaaa`, ...change });
  const outcome = await configureGroup(await world.as("root"), input);
  expect(outcome).toMatchObject({ answer: "changed", done: true });
}

describe("an account that ends", () => {
  const world = async () => {
    const at = await make({
      accounts: { alice: { roles: ["member"] }, bob: {}, root: { owner: true }, olga: { owner: true } },
      groups: {
        quiet: { creator: "alice", members: { alice: ["admin"], bob: [] }, leaders: ["alice", "bob"] },
        commons: { public: true, members: ["alice"], pending: { alice: "leave" } },
        guard: { confers: ["blue"], public: true, members: ["alice"] },
        asked: { pending: { alice: "join", bob: "join" } },
      },
      links: { l1: { group: "quiet", by: "alice" }, l2: { group: "quiet", by: "bob" } },
      posts: { p1: { group: "quiet", by: "alice" } },
    });
    await at.rows(sql`insert into session (id, account_id, how, expires_at)
      values ('s', ${at.id("alice")}, 'demo', portal_now() + interval '1 day')`);
    return at;
  };

  const rest = async (at: World) => {
    expect(await at.members("quiet")).toEqual(["bob"]);
    expect(await at.members("commons")).toEqual([]);
    expect(await at.members("guard")).toEqual([]);
    expect(await at.pending("asked")).toEqual(["bob"]);
    expect(await at.pending("commons")).toEqual([]);
    expect(await at.rows(sql`select account_id as id from leader`)).toEqual([{ id: at.id("bob") }]);
    expect(await at.rows(sql`select id from join_link where revoked_at is null`)).toEqual([{ id: at.id("l2") }]);
    expect(await at.rows(sql`select 1 from session`)).toEqual([]);
  };

  const consequences = [
    "account.role-taken alice blue",
    "group.without-administrator quiet",
    "leader.dismissed alice quiet",
    "link.revoked quiet",
    "member.pruned alice commons",
    "member.pruned alice guard",
    "member.pruned alice quiet",
    "request.closed alice asked",
    "request.closed alice commons",
  ];

  it("when deactivated leaves all groups, public ones too, with all that it was in charge of", async () => {
    const at = await world();
    const input = { account: at.id("alice"), reason };
    expect(await deactivateAccount(await at.as("root"), input)).toMatchObject({ answer: "changed", done: true });
    await rest(at);
    expect(await at.held("alice")).toEqual(["member"]);
    expect(await at.logged()).toEqual(["account.deactivated alice", ...consequences]);
    expect(await at.notices("alice")).toEqual([
      "account.deactivated",
      "account.role-taken blue",
      "leader.dismissed quiet",
      "link.revoked quiet",
      "member.pruned commons",
      "member.pruned guard",
      "member.pruned quiet",
      "request.closed asked",
      "request.closed commons",
    ]);
    expect(await at.notices("olga")).toEqual(["group.without-administrator quiet"]);
  });

  it("when reactivated gets nothing back by itself", async () => {
    const at = await world();
    const input = { account: at.id("alice"), reason };
    await deactivateAccount(await at.as("root"), input);
    await at.logged();
    expect(await reactivateAccount(await at.as("root"), input)).toMatchObject({ answer: "changed", done: true });
    await rest(at);
    expect(await at.logged()).toEqual(["account.reactivated alice"]);
    expect((await at.as("alice")).account?.active).toBe(true);
  });

  it("when deleted is gone, and what it made stays by nobody; the log keeps its name", async () => {
    const at = await world();
    const input = { account: at.id("alice"), reason };
    expect(await deleteAccount(await at.as("root"), input)).toMatchObject({ answer: "deleted", done: true });
    await rest(at);
    expect(await at.logged()).toEqual(["account.deleted alice", ...consequences]);
    expect(await at.rows(sql`select 1 from account where id = ${at.id("alice")}`)).toEqual([]);
    expect(await at.rows(sql`select author_id from post`)).toEqual([{ author_id: null }]);
    expect(await at.rows(sql`select creator_id from groups where name = 'quiet'`)).toEqual([{ creator_id: null }]);
    expect(await at.rows(sql`select maker_id from join_link where id = ${at.id("l1")}`)).toEqual([{ maker_id: null }]);
    const [line] = await at.rows<object>(sql`select account_name as name from audit where event = 'account.deleted'`);
    expect(line).toEqual({ name: "alice" });
  });

  it("cannot be deleted before its memberships have ended", async () => {
    const at = await world();
    const early = at.rows(sql`delete from account where id = ${at.id("alice")}`);
    await expect(early).rejects.toMatchObject({ cause: { code: expect.stringMatching(/^23/) } });
  });

  it("ends sessions at once: the next request is a visitor's", async () => {
    const at = await world();
    const { findViewer } = await import("@/lib/session/viewer");
    expect((await findViewer(at.portal, { session: "s" })).account?.id).toBe(at.id("alice"));
    await deactivateAccount(await at.as("root"), { account: at.id("alice"), reason });
    expect((await findViewer(at.portal, { session: "s" })).account).toBeNull();
  });
});

describe("a group that is deleted", () => {
  const world = () =>
    make({
      accounts: { alice: {}, bob: { roles: ["member"] }, root: { owner: true } },
      groups: {
        corps: { confers: ["member"], members: ["alice", "bob"], pending: { root: "join" } },
        quiet: { members: ["alice", "bob"], leaderGroups: ["corps"], leaders: ["bob"] },
      },
      links: { l1: { group: "corps", by: "root" } },
      posts: { p1: { group: "corps", by: "alice" } },
    });

  it("takes memberships, requests, links and posts along, what it conferred, and what it led", async () => {
    const at = await world();
    expect(await deleteGroup(await at.as("root"), { group: "corps-aaaaaa" })).toMatchObject({ answer: "deleted" });
    for (const table of ["request", "join_link", "post"]) {
      expect(await at.rows(sql`select 1 from ${sql.identifier(table)}`)).toEqual([]);
    }
    expect(await at.members("quiet")).toEqual(["bob"]);
    expect(await at.rows(sql`select account_id as id from leader`)).toEqual([{ id: at.id("bob") }]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice member",
      "group.deleted corps",
      "leader.dismissed quiet",
      "member.pruned alice corps",
      "member.pruned alice quiet",
      "member.pruned bob corps",
      "request.closed root corps",
    ]);
  });

  it("is told of to those who led it, members or not; not to the one of them who deletes it", async () => {
    const at = await make({
      accounts: { alice: {}, bob: {}, root: { owner: true } },
      groups: {
        corps: { leaders: ["alice", "bob", "root"], leaderGroups: ["quiet"], members: ["bob"] },
        quiet: { leaders: ["alice"], members: ["alice"] },
      },
    });
    const before = (await at.as("alice")).accountVersion;
    expect(await deleteGroup(await at.as("root"), { group: "corps-aaaaaa" })).toMatchObject({ answer: "deleted" });
    expect(await at.logged({ cause: true })).toEqual([
      "group.deleted corps",
      "leader.dismissed alice corps (group.deleted)",
      "leader.dismissed bob corps (group.deleted)",
      "leader.dismissed root corps (group.deleted)",
      "member.pruned bob corps (group.deleted)",
    ]);
    expect(await at.notices("alice")).toEqual(["leader.dismissed corps"]);
    expect(await at.notices("bob")).toEqual(["leader.dismissed corps", "member.pruned corps"]);
    expect(await at.notices("root")).toEqual([]);
    expect((await at.as("alice")).accountVersion).toBeGreaterThan(before);
    expect(await at.rows(sql`select account_id as id from leader`)).toEqual([{ id: at.id("alice") }]);
  });

  it("keeps its log", async () => {
    const at = await world();
    await configure(at, "corps", { flags: { hidden: true } });
    await deleteGroup(await at.as("root"), { group: "corps-aaaaaa" });
    const lines = await at.rows(
      sql`select event, group_name as name from audit where group_id = ${at.id("corps")} order by id`,
    );
    expect(lines).toEqual([
      { event: "group.configured", name: "corps" },
      { event: "group.deleted", name: "corps" },
      { event: "member.pruned", name: "corps" },
      { event: "member.pruned", name: "corps" },
      { event: "request.closed", name: "corps" },
    ]);
  });
});

describe("a membership", () => {
  it("that begins settles what its account had pending there", async () => {
    const at = await make({
      accounts: { alice: { roles: ["member"] }, bob: {}, root: { owner: true } },
      groups: { quiet: { confers: ["blue"], pending: { alice: "join", bob: "join" } } },
    });
    await addMember(await at.as("root"), { group: "quiet-aaaaaa", account: at.id("alice"), roles: [], until: null });
    expect(await at.pending("quiet")).toEqual(["bob"]);
    expect(await at.logged()).toEqual([
      "account.role-given alice blue",
      "member.added alice quiet",
      "request.closed alice quiet",
    ]);
    expect(await at.notices("alice")).toEqual([
      "account.role-given blue",
      "member.added quiet",
      "request.closed quiet",
    ]);
  });

  it("ends when its time has passed, with everything that follows", async () => {
    const at = await make({
      accounts: { alice: {}, bob: {}, root: { owner: true } },
      groups: {
        corps: { confers: ["member"], public: true, members: ["alice", "bob"], pending: { alice: "leave" } },
        quiet: { members: ["alice", "bob"] },
      },
    });
    await at.rows(sql`update membership set until = portal_now() - interval '1 minute'
      where account_id = ${at.id("alice")} and group_id = ${at.id("corps")}`);
    await at.rows(
      sql`update membership set until = portal_now() + interval '1 day' where account_id = ${at.id("bob")}`,
    );
    await endDueMemberships(at.portal);
    expect(await at.members("corps")).toEqual(["bob"]);
    expect(await at.members("quiet")).toEqual(["bob"]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice member",
      "member.pruned alice corps",
      "member.pruned alice quiet",
      "request.closed alice corps",
    ]);
    expect(await at.notices("alice")).toContain("member.pruned corps");
  });
});

describe("the last administrator of a group", () => {
  const world = () =>
    make({
      accounts: { alice: { roles: [] }, bob: {}, root: { owner: true }, olga: { owner: true } },
      groups: {
        corps: { confers: ["member"], members: { alice: ["admin"], bob: [] } },
        quiet: { members: { alice: ["admin"], bob: [] } },
      },
    });

  it("is missed when their time has passed, and the site owners are told", async () => {
    const at = await world();
    await at.rows(sql`update membership set until = portal_now()
      where account_id = ${at.id("alice")} and group_id = ${at.id("corps")}`);
    await endDueMemberships(at.portal);
    expect(await at.logged({ cause: true })).toEqual([
      "account.role-taken alice member (member.until)",
      "group.without-administrator corps (member.until)",
      "group.without-administrator quiet (member.until elsewhere)",
      "member.pruned alice corps (member.until)",
      "member.pruned alice quiet (member.until elsewhere)",
    ]);
    expect(await at.notices("root")).toEqual([
      "group.without-administrator corps",
      "group.without-administrator quiet",
    ]);
  });

  it("removed by an owner is missed only where the rules removed them besides", async () => {
    const at = await world();
    await removeMember(await at.as("root"), { group: "corps-aaaaaa", account: at.id("alice"), reason });
    expect(await at.logged({ cause: true })).toEqual([
      "account.role-taken alice member (member.removed)",
      "group.without-administrator quiet (member.removed elsewhere)",
      "member.pruned alice quiet (member.removed elsewhere)",
      "member.removed alice corps",
    ]);
    expect(await at.notices("root")).toEqual([]);
    expect(await at.notices("olga")).toEqual(["group.without-administrator quiet"]);
  });
});

describe("a group whose eligible roles change", () => {
  it("lets go whom they leave out, closes their wishes and flags its leaders", async () => {
    const at = await make({
      accounts: {
        alice: { roles: ["member", "blue"] },
        bob: { roles: ["member", "scholar"] },
        carol: { roles: ["member"] },
        root: { owner: true },
      },
      groups: {
        quiet: {
          eligible: ["blue"],
          members: ["alice", "carol", "root"],
          leaders: ["alice"],
          pending: { bob: "join" },
        },
        other: { members: ["alice"] },
      },
    });
    await configure(at, "quiet", { eligibleRoles: ["scholar"] });
    expect(await at.members("quiet")).toEqual(["carol", "root"]);
    expect(await at.pending("quiet")).toEqual(["bob"]);
    expect(await at.members("other")).toEqual(["alice"]);
    expect(await at.logged()).toEqual([
      "group.configured quiet",
      "leader.not-eligible alice quiet",
      "member.pruned alice quiet",
    ]);
    await configure(at, "quiet", { eligibleRoles: ["blue"] });
    expect(await at.pending("quiet")).toEqual([]);
  });

  it("keeps everybody when it is for everybody, and keeps who was not eligible before", async () => {
    const at = await make({
      accounts: { alice: { roles: ["member"] }, root: { owner: true } },
      groups: { quiet: { eligible: ["blue"], members: ["alice"] } },
    });
    await configure(at, "quiet", { eligibleRoles: ["scholar"] });
    expect(await at.members("quiet")).toEqual(["alice"]);
    await configure(at, "quiet", { eligibleRoles: [] });
    expect(await at.members("quiet")).toEqual(["alice"]);
    await configure(at, "quiet", { eligibleRoles: ["blue"] });
    expect(await at.members("quiet")).toEqual([]);
  });

  it("keeps everybody while it is public", async () => {
    const at = await make({
      accounts: { alice: { roles: ["member"] }, bob: {}, root: { owner: true } },
      groups: { parade: { public: true, members: ["alice"], pending: { bob: "join" } } },
    });
    await configure(at, "parade", { eligibleRoles: ["blue"] });
    expect(await at.members("parade")).toEqual(["alice"]);
    expect(await at.pending("parade")).toEqual([]);
  });
});

describe("a role that is put on or taken off what a group confers", () => {
  it("begins for its members, and ends for those who hold it by nothing else", async () => {
    const at = await make({
      accounts: { alice: {}, bob: { roles: ["member"] }, root: { owner: true } },
      groups: { corps: { public: true, members: ["alice", "bob"] }, quiet: { members: ["alice", "bob"] } },
    });
    await configure(at, "corps", { confers: ["member"] });
    expect(await at.held("alice")).toEqual(["member"]);
    expect(await at.logged()).toEqual(["account.role-given alice member", "group.configured corps"]);
    await configure(at, "corps", { confers: [] });
    expect(await at.held("alice")).toEqual([]);
    expect(await at.members("quiet")).toEqual(["bob"]);
    expect(await at.logged()).toEqual([
      "account.role-taken alice member",
      "group.configured corps",
      "member.pruned alice quiet",
    ]);
  });
});

describe("a group that becomes", () => {
  const waiting = {
    accounts: {
      alice: { roles: ["member"] },
      bob: {},
      carol: { roles: ["member", "scholar"] },
      dave: { roles: ["member"] },
      root: { owner: true },
    },
    groups: { quiet: { hidden: true, members: ["dave"], pending: { alice: "join", bob: "join", dave: "leave" } } },
  } as const;

  it("internal closes everything that is pending", async () => {
    const at = await make(waiting);
    await configure(at, "quiet", { flags: { internal: true } });
    expect(await at.pending("quiet")).toEqual([]);
    expect(await at.members("quiet")).toEqual(["dave"]);
    expect(await at.logged()).toEqual([
      "group.configured quiet",
      "request.closed alice quiet",
      "request.closed bob quiet",
      "request.closed dave quiet",
    ]);
  });

  it("open lets in whoever would now be let in, and leaves the others waiting", async () => {
    const at = await make({ ...waiting, groups: { quiet: { ...waiting.groups.quiet, confers: ["blue"] } } });
    await configure(at, "quiet", { flags: { open: true } });
    expect(await at.members("quiet")).toEqual(["alice", "dave"]);
    expect(await at.pending("quiet")).toEqual(["bob", "dave"]);
    expect(await at.held("alice")).toEqual(["blue", "member"]);
    expect(await at.logged()).toEqual([
      "account.role-given alice blue",
      "group.configured quiet",
      "member.joined alice quiet",
      "request.approved alice quiet",
    ]);
    expect(await at.notices("alice")).toEqual(["account.role-given blue", "request.approved quiet"]);
  });

  it("free of restriction while it is open, likewise; not while it stays restricted", async () => {
    const at = await make({ ...waiting, groups: { quiet: { ...waiting.groups.quiet, restricted: true } } });
    await configure(at, "quiet", { flags: { open: true } });
    expect(await at.members("quiet")).toEqual(["dave"]);
    await configure(at, "quiet", { flags: { restricted: false } });
    expect(await at.members("quiet")).toEqual(["alice", "dave"]);
  });

  it("no longer public removes nobody, and closes the wishes of those who may not ask", async () => {
    const at = await make({
      ...waiting,
      accounts: { ...waiting.accounts, erin: {} },
      groups: {
        parade: { public: true, members: ["dave", "erin"], pending: { alice: "join", bob: "join", root: "join" } },
      },
    });
    await configure(at, "parade", { flags: { public: false } });
    expect(await at.members("parade")).toEqual(["dave", "erin"]);
    expect(await at.pending("parade")).toEqual(["alice", "root"]);
  });
});
