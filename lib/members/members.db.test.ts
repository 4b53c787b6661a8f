import { sql } from "drizzle-orm";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { createGroup } from "@/lib/groups/commands/create-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { editGroup } from "@/lib/groups/commands/edit-group";
import { createGroup as createShape, type Flags } from "@/lib/groups/schema";
import { createJoinLink, revokeJoinLink, rotateJoinLink } from "@/lib/join-links/commands";
import { createJoinLink as linkShape } from "@/lib/join-links/schema";
import { appointLeader } from "@/lib/leaders/commands";
import { decideRequest, withdrawRequest } from "@/lib/requests/commands";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";
import { addMember } from "./commands/add-member";
import { joinGroup } from "./commands/join-group";
import { leaveGroup } from "./commands/leave-group";
import { removeMember } from "./commands/remove-member";
import { setMemberRoles } from "./commands/set-member-roles";
import { setUntil } from "./commands/set-until";
import { endDueMemberships } from "./due";

const FLAGS: Flags = { internal: false, hidden: false, open: false, public: false, restricted: false, published: true };

let at: TestPortal;
let ids: Record<string, string>;

beforeAll(async () => {
  at = await testPortal();
  ids = await makeWorld(at.clone, {
    globalRoles: { member: ["group.request"], scholar: [], smith: [] },
    types: {
      squad: {
        outsider: ["group.view", "member.join"],
        member: ["group.view", "member.list", "member.leave"],
        leader: ["group.view", "member.list", "request.decide", "member.remove", "link.manage"],
        admin: ["group.administer"],
        officer: ["member.add", "member.assign-roles"],
      },
    },
    accounts: {
      alice: { roles: ["member"] },
      bob: { roles: ["member"] },
      carol: { roles: ["member"] },
      guest: {},
      root: { owner: true },
      zed: { active: false },
    },
  });
});

const as = (name: string): Promise<Viewer> => findViewer(at.portal, { account: id(name) });
function id(name: string): string {
  const found = ids[name];
  if (!found) throw new Error(`no account ${name}`);
  return found;
}

async function group(
  name: string,
  flags: Partial<Flags> = {},
  more: { eligibleRoles?: string[]; confers?: string[] } = {},
) {
  const site = await siteViewer(at.portal);
  const input = createShape.parse({ type: "squad", name, flags: { ...FLAGS, ...flags }, ...more });
  const made = await createGroup(site, input, id("root"));
  if (!made.data) throw new Error(`not created: ${made.answer}`);
  return made.data;
}

async function enrol(slug: string, name: string, roles: string[] = []): Promise<void> {
  const added = await addMember(await siteViewer(at.portal), { group: slug, account: id(name), roles, until: null });
  expect(added.answer).toBe("added");
}

const events = async (groupId: string) =>
  (
    await at.portal.store.reader.rows<{ event: string }>(sql`
      select event from audit where group_id = ${groupId}::uuid and actor_id is not null order by id`)
  ).map((row) => row.event);
const members = async (groupId: string) =>
  (
    await at.portal.store.reader.rows<{ name: string }>(sql`
      select a.name from membership m join account a on a.id = m.account_id where m.group_id = ${groupId}::uuid order by 1`)
  ).map((row) => row.name);

const count = async (rows: ReturnType<typeof sql>): Promise<number> =>
  (await at.portal.store.reader.rows(sql`${rows}`)).length;

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: at.clone.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe("the first journey", () => {
  it("takes somebody from a hidden link through approval to membership", async () => {
    const { slug, id: groupId } = await group("Scouts", { hidden: true });
    await appointLeader(await siteViewer(at.portal), { group: slug, account: id("bob"), leaderGroup: null });
    expect((await joinGroup(await as("alice"), { group: slug, note: "" })).answer).toBe("not-found");
    const link = await createJoinLink(await as("bob"), linkShape.parse({ group: slug, maxUses: 1 }));
    expect(link.answer).toBe("created");
    const token = link.data?.token ?? "";
    expect((await joinGroup(await as("alice"), { token, note: "hello" })).answer).toBe("requested");
    expect((await joinGroup(await as("alice"), { group: slug, note: "" })).answer).toBe("already-pending");
    expect((await joinGroup(await as("carol"), { token, note: "" })).answer).toBe("used-up");
    expect((await as("bob")).waiting).toBe(1);
    const decision = { group: slug, verdict: "approve" as const, kind: null, reason: "welcome" };
    expect((await decideRequest(await as("alice"), { ...decision, account: id("alice") })).answer).toBe(
      "not-permitted",
    );
    expect((await decideRequest(await as("bob"), { ...decision, account: id("alice") })).answer).toBe("approved");
    expect(await members(groupId)).toEqual(["alice"]);
    expect(await events(groupId)).toEqual([
      "link.created",
      "request.made",
      "link.used",
      "request.approved",
      "member.joined",
    ]);
    expect((await as("alice")).unread).toBe(1);
  });

  it("costs a join two statements beside the viewer's own", async () => {
    const { slug } = await group("Harbour", { open: true });
    const alice = await as("alice");
    at.statements();
    expect((await joinGroup(alice, { group: slug, note: "" })).answer).toBe("joined");
    expect(at.statements()).toHaveLength(2);
  });
});

describe("joining and leaving", () => {
  it("withdraws, asks again, and settles a pending request by joining", async () => {
    const { slug, id: groupId } = await group("Mill");
    expect((await joinGroup(await as("alice"), { group: slug, note: "" })).answer).toBe("requested");
    expect((await withdrawRequest(await as("alice"), { group: slug })).answer).toBe("withdrawn");
    expect((await withdrawRequest(await as("alice"), { group: slug })).answer).toBe("no-request");
    expect((await joinGroup(await as("alice"), { group: slug, note: "" })).answer).toBe("requested");
    const opened = await configureGroup(await as("root"), { group: slug, flags: { open: true } });
    expect(opened.answer).toBe("changed");
    expect(await members(groupId)).toEqual(["alice"]);
    expect(await events(groupId)).toContain("request.approved");
    expect((await leaveGroup(await as("alice"), { group: slug, note: "" })).answer).toBe("left");
    expect(await members(groupId)).toEqual([]);
  });

  it("refuses whoever lacks the right to request, and lets them into public groups", async () => {
    const closed = await group("Closed");
    const open = await group("Everybody", { public: true, open: true });
    expect((await joinGroup(await as("guest"), { group: closed.slug, note: "" })).answer).toBe(
      "needs-request-permission",
    );
    expect((await joinGroup(await as("guest"), { group: open.slug, note: "" })).answer).toBe("joined");
    expect((await joinGroup(await as("zed"), { group: open.slug, note: "" })).answer).toBe("sign-in");
    expect((await joinGroup(await findViewer(at.portal, null), { group: open.slug, note: "" })).answer).toBe("sign-in");
  });

  it("gives a conferred role by joining and takes it, and what hangs on it, by leaving", async () => {
    const school = await group("School", { open: true }, { confers: ["scholar"] });
    const library = await group("Library", { open: true }, { eligibleRoles: ["scholar"] });
    expect((await joinGroup(await as("carol"), { group: library.slug, note: "" })).answer).toBe("not-found");
    expect((await joinGroup(await as("carol"), { group: school.slug, note: "" })).answer).toBe("joined");
    expect([...(await as("carol")).globalRoles]).toContain("scholar");
    expect((await joinGroup(await as("carol"), { group: library.slug, note: "" })).answer).toBe("joined");
    expect((await leaveGroup(await as("carol"), { group: school.slug, note: "" })).answer).toBe("left");
    expect(await members(library.id)).toEqual([]);
    expect(await events(library.id)).toEqual(["member.joined", "member.pruned"]);
  });

  it("keeps the last administrator while others remain", async () => {
    const { slug } = await group("Council", { open: true });
    await enrol(slug, "alice", ["admin"]);
    await enrol(slug, "bob");
    expect((await leaveGroup(await as("alice"), { group: slug, note: "" })).answer).toBe("last-admin");
    const demote = { group: slug, account: id("alice"), roles: [] };
    expect((await setMemberRoles(await as("alice"), demote)).answer).toBe("last-admin");
    expect((await removeMember(await as("root"), { group: slug, account: id("alice"), reason: "" })).answer).toBe(
      "removed",
    );
  });
});

describe("T66 asking twice", () => {
  it("leaves one pending request, however many are sent at once, and one membership likewise", async () => {
    const { slug, id: groupId } = await group("Queue");
    const alice = await as("alice");
    const asked = await Promise.all(Array.from({ length: 20 }, () => joinGroup(alice, { group: slug, note: "" })));
    expect(asked.filter(({ answer }) => answer === "requested")).toHaveLength(1);
    expect(asked.filter(({ answer }) => answer === "already-pending")).toHaveLength(19);
    expect(await count(sql`select 1 from request where group_id = ${groupId}::uuid`)).toBe(1);
    const open = await group("Ferry", { open: true });
    const joined = await Promise.all(
      Array.from({ length: 20 }, () => joinGroup(alice, { group: open.slug, note: "" })),
    );
    expect(joined.filter(({ answer }) => answer === "joined")).toHaveLength(1);
    expect(await events(open.id)).toEqual(["member.joined"]);
  });

  it("would leave more without the index that allows one", async () => {
    const { id: groupId } = await group("Unguarded");
    await asOwner("drop index request_pending_once");
    const ask = `insert into request (group_id, account_id, kind) values ('${groupId}', '${id("alice")}', 'join')`;
    await Promise.all([asOwner(ask), asOwner(ask)]);
    expect(await count(sql`select 1 from request where group_id = ${groupId}::uuid`)).toBe(2);
    await asOwner(`delete from request where group_id = '${groupId}'`);
    await asOwner(
      "create unique index request_pending_once on request (account_id, group_id) where status = 'pending'",
    );
  });
});

describe("members", () => {
  it("adds with roles only below one's own", async () => {
    const { slug, id: groupId } = await group("Guild");
    await enrol(slug, "bob", ["officer"]);
    const add = { group: slug, account: id("guest"), until: null };
    expect((await addMember(await as("bob"), { ...add, roles: ["admin"] })).answer).toBe("exceeds-own");
    expect((await addMember(await as("bob"), { ...add, roles: ["officer"] })).answer).toBe("added");
    expect((await addMember(await as("bob"), { ...add, roles: [] })).answer).toBe("already-member");
    expect((await addMember(await as("bob"), { ...add, account: id("zed"), roles: [] })).answer).toBe("not-found");
    expect((await addMember(await as("carol"), { ...add, account: id("carol"), roles: [] })).answer).toBe(
      "not-permitted",
    );
    expect(await members(groupId)).toEqual(["bob", "guest"]);
  });

  it("ends a membership when its time has passed", async () => {
    const { slug, id: groupId } = await group("Summer crew");
    await enrol(slug, "alice", ["admin"]);
    await enrol(slug, "bob");
    const past = "2020-01-01T00:00:00Z";
    expect((await setUntil(await as("alice"), { group: slug, account: id("bob"), until: past })).answer).toBe(
      "changed",
    );
    await endDueMemberships(at.portal);
    expect(await members(groupId)).toEqual(["alice"]);
  });
});

describe("links", () => {
  it("rotates to a new token and revokes for good", async () => {
    const { slug } = await group("Lantern", { hidden: true, open: true });
    const made = await createJoinLink(await as("root"), linkShape.parse({ group: slug }));
    const link = { group: slug, link: made.data?.id ?? "" };
    const rotated = await rotateJoinLink(await as("root"), link);
    expect(rotated.answer).toBe("changed");
    expect((await joinGroup(await as("alice"), { token: made.data?.token ?? "", note: "" })).answer).toBe("not-found");
    expect((await joinGroup(await as("alice"), { token: rotated.data?.token ?? "", note: "" })).answer).toBe("joined");
    expect((await revokeJoinLink(await as("root"), link)).answer).toBe("changed");
    expect((await joinGroup(await as("bob"), { token: rotated.data?.token ?? "", note: "" })).answer).toBe("revoked");
    expect((await rotateJoinLink(await as("root"), link)).answer).toBe("revoked");
    expect((await joinGroup(await as("bob"), { token: "nonsense", note: "" })).answer).toBe("not-found");
  });
});

describe("groups", () => {
  it("edits and deletes, and takes everything along but the log", async () => {
    const { slug, id: groupId } = await group("Doomed", { open: true });
    await enrol(slug, "alice");
    expect((await editGroup(await as("root"), { group: slug, name: "Renamed" })).answer).toBe("changed");
    expect((await deleteGroup(await as("alice"), { group: slug })).answer).toBe("not-permitted");
    expect((await deleteGroup(await as("root"), { group: slug })).answer).toBe("deleted");
    expect((await joinGroup(await as("bob"), { group: slug, note: "" })).answer).toBe("not-found");
    expect(await events(groupId)).toEqual(["group.edited", "group.deleted", "member.pruned"]);
  });
});
