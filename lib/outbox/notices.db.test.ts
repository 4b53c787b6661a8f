/** From notice to mail: ten of one cause are one, none is lost, none is said twice, and none to whom it no longer concerns. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World, WorldDraft } from "@/db/testing/peopled-world";
import { openWorkshop, type Workshop } from "@/e2e/support/edited-code";
import { addMember } from "@/lib/members/commands/add-member";
import { removeMember } from "@/lib/members/commands/remove-member";
import { chooseMail } from "@/lib/notices/choose-mail";
import type * as Notices from "@/lib/notices/queries";
import { NOTICE_KINDS } from "@/lib/notices/sentence-kinds";
import { deactivateAccount, reactivateAccount } from "@/lib/people/commands/activation";
import { unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { type Letter, plainText } from "./letter";
import type { Post } from "./post";
import { htmlOf } from "./render";
import { ADDRESS, later, mailedWorld, postOffice } from "./testing/mailed-world";
import type * as Working from "./work";
import { workOnce } from "./work";

const TEN = Array.from({ length: 10 }, (_, n) => `crew${n}`);
const MEMBERS = { member: ["member.leave", "group.view"], outsider: ["group.view", "member.join"] };

const small = (draft: WorldDraft = {}) =>
  mailedWorld({
    roles: { member: ["group.request"] },
    types: { club: MEMBERS },
    accounts: { root: { owner: true }, alice: { roles: ["member"] }, bob: {} },
    groups: Object.fromEntries(TEN.map((name) => [name, { members: ["alice"] }])),
    ...draft,
  });

const work = (world: World, post: Post) => workOnce(world.portal, { address: ADDRESS, post });
const sent = async (world: World) => {
  const { post, kept } = postOffice();
  await later(world);
  await work(world, post);
  return kept.map(({ letter }) => letter);
};
const takeRight = async (world: World) =>
  unassignGlobalRole(await world.as("root"), { account: world.id("alice"), role: "member", reason: "" });
const add = async (world: World, account: string, group: string, as?: Awaited<ReturnType<World["as"]>>) =>
  addMember(as ?? (await world.as("root")), {
    ...{ group: `${group}-aaaaaa`, account: world.id(account), roles: [], until: null },
  });
const remove = async (world: World, account: string, group: string, reason = "") =>
  removeMember(await world.as("root"), { group: `${group}-aaaaaa`, account: world.id(account), reason });
const open = (world: World) => world.rows<{ key: string | null }>(sql`select key from outbox where status = 'waiting'`);
const unsettled = (world: World) => world.rows(sql`select event from notice where mailed_at is null`);

describe("what one change brings a person", () => {
  it("is ten notices and one mail, which says the cause once", async () => {
    const world = await small();
    await takeRight(world);
    expect(await world.notices("alice")).toHaveLength(11);
    expect(await open(world)).toHaveLength(1);
    const letters = await sent(world);
    expect(letters).toHaveLength(1);
    const text = plainText(letters[0] as (typeof letters)[number]);
    expect(letters[0]).toMatchObject({ to: "alice@example.org", subject: "11 things changed for you at Guildhall" });
    for (const name of TEN) expect(text).toContain(`You are no longer in ${name}.`);
    expect(text.match(/This came about because you no longer hold the role member\./g)).toHaveLength(1);
    expect(await sent(world)).toEqual([]);
    expect(await unsettled(world)).toEqual([]);
  });

  it("waits a little for what still follows, and no longer than a few minutes", async () => {
    const world = await small();
    await takeRight(world);
    expect(await work(world, postOffice().post)).toBe(0);
    const viewer = await world.as("root");
    const due = async () =>
      (
        await world.rows<{ late: number }>(
          sql`select extract(epoch from due_at - created_at)::float8 as late from outbox`,
        )
      )[0]?.late;
    expect(await due()).toBe(20);
    await world.rows(sql`update outbox set created_at = created_at - interval '295 seconds',
      key = 'notices:' || (payload->>'accountId') || ':' || ${viewer.requestId}::text`);
    await add(world, "alice", "crew0", viewer);
    expect(await open(world)).toHaveLength(1);
    expect(await due()).toBe(300);
  });

  it("is one mail for many commands of one request, and a mail each for two requests", async () => {
    const world = await small();
    const job = await world.as("root");
    for (const name of ["crew1", "crew2", "crew3"]) await add(world, "bob", name, job);
    await add(world, "bob", "crew4");
    const letters = await sent(world);
    expect(letters.map(({ subject }) => subject).sort()).toEqual([
      "3 things changed for you at Guildhall",
      "You were added to crew4.",
    ]);
  });

  it("goes to nobody without a proven address, nor to who asked for it", async () => {
    const world = await small();
    await world.rows(sql`update account set email_proven_at = null where name = 'bob'`);
    await add(world, "bob", "crew1");
    expect(await world.notices("bob")).toEqual(["member.added crew1"]);
    expect(await open(world)).toEqual([]);
    expect(await unsettled(world)).toEqual([]);
  });
});

describe("none is lost and none said twice", () => {
  it("where one comes after its mail was settled, in a mail of its own", async () => {
    const world = await small();
    const job = await world.as("root");
    await add(world, "bob", "crew1", job);
    await later(world);
    const meanwhile = postOffice(async () => {
      if (meanwhile.kept.length === 1) await add(world, "bob", "crew2", job);
    });
    await work(world, meanwhile.post);
    await later(world);
    await work(world, meanwhile.post);
    expect(meanwhile.kept.map(({ letter }) => letter.subject)).toEqual([
      "You were added to crew1.",
      "You were added to crew2.",
    ]);
    expect(new Set(meanwhile.kept.map(({ id }) => id)).size).toBe(2);
  });

  it("T80 where the worker falls between the server's yes and the mark: the same mail again, and what came since beside it", async () => {
    const world = await small();
    const job = await world.as("root");
    await add(world, "bob", "crew1", job);
    await later(world);
    const falls = postOffice(() => new Promise(() => {}));
    void work(world, falls.post);
    await expect.poll(() => falls.kept.length).toBe(1);
    await add(world, "bob", "crew2", job);
    await later(world);
    const { post, kept } = postOffice();
    await work(world, post);
    const [again] = kept.filter(({ id }) => id === falls.kept[0]?.id);
    expect(again?.letter).toEqual(falls.kept[0]?.letter);
    expect(kept.filter((one) => one !== again).map(({ letter }) => letter.subject)).toEqual([
      "You were added to crew2.",
    ]);
    await later(world);
    expect(await work(world, post)).toBe(0);
  });

  /** A notice that is written, and not committed before the mail for what was told earlier has been settled or has waited. */
  async function underWay(world: World, working: Pick<typeof Working, "workOnce">): Promise<string[]> {
    const viewer = await world.as("root");
    await add(world, "bob", "crew1", viewer);
    await later(world);
    const { post, kept } = postOffice();
    let release = () => {};
    const written = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = () => {};
    const begins = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slowly = world.portal.store.transaction(async (tx) => {
      const rows = (statement: Parameters<typeof tx.rows>[0]) => tx.rows(statement);
      await writing?.(viewer, world, rows);
      begun();
      await written;
    });
    await begins;
    const worked = working.workOnce(world.portal, { address: ADDRESS, post });
    await new Promise((resolve) => setTimeout(resolve, 300));
    release();
    await Promise.all([slowly, worked]);
    await later(world);
    await working.workOnce(world.portal, { address: ADDRESS, post });
    return kept.flatMap(({ letter }) => plainText(letter).match(/crew\d/g) ?? []);
  }

  type Writing = (
    viewer: Awaited<ReturnType<World["as"]>>,
    world: World,
    rows: (s: never) => Promise<unknown>,
  ) => unknown;
  let writing: Writing | undefined;
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
  });
  afterAll(() => workshop.close());

  const told =
    (statement: typeof import("@/lib/gate/statement")): Writing =>
    (viewer, world, rows) =>
      rows(
        statement.noticeInsert(
          viewer,
          [{ event: "member.added", to: world.id("bob"), groupId: world.id("crew2") }],
          sql`(select 1) one`,
        ) as never,
      );

  it("where one is on its way while the mail is settled", async () => {
    writing = told(await import("@/lib/gate/statement"));
    expect(new Set(await underWay(await small(), { workOnce }))).toEqual(new Set(["crew1", "crew2"]));
  });

  it("and would be, if asking again did not hold the errand's row", async () => {
    const edit = {
      file: "lib/gate/statement.ts",
      cut: "do update\n      set stamp = outbox.stamp + 1, due_at = least(excluded.due_at, outbox.created_at + interval '5 minutes')",
      instead: "do nothing",
    };
    await workshop.withEdits(
      [edit],
      "/lib/gate/statement.ts",
      async (statement: typeof import("@/lib/gate/statement")) => {
        writing = told(statement);
        expect(new Set(await underWay(await small(), { workOnce }))).toEqual(new Set(["crew1"]));
      },
    );
  });
});

describe("who is told by mail, when it is sent", () => {
  it("is not told what they switched off, and of all of it nothing", async () => {
    const world = await small();
    await chooseMail(await world.as("alice"), { kinds: NOTICE_KINDS.filter((kind) => kind !== "membership") });
    await takeRight(world);
    expect((await sent(world)).map(({ subject }) => subject)).toEqual(["You no longer hold the role member."]);
    await chooseMail(await world.as("bob"), { kinds: [] });
    await add(world, "bob", "crew1");
    expect(await sent(world)).toEqual([]);
    expect(await world.notices("bob")).toEqual(["member.added crew1"]);
    expect(await unsettled(world)).toEqual([]);
    expect(await open(world)).toEqual([]);
  });

  it("is nobody whose account or address is gone by then", async () => {
    const world = await small();
    await add(world, "bob", "crew1");
    await add(world, "alice", "crew1").catch(() => {});
    await world.rows(sql`update account set email = null, email_key = null, email_proven_at = null where name = 'bob'`);
    expect(await sent(world)).toEqual([]);
    await takeRight(world);
    await world.rows(sql`update account set active = false where name = 'alice'`);
    expect(await sent(world)).toEqual([]);
    expect(await open(world)).toEqual([]);
    await reactivateAccount(await world.as("root"), { account: world.id("alice"), reason: "" });
    await world.rows(sql`delete from account_role where account_id = ${world.id("alice")}`);
    expect((await sent(world)).map(({ subject }) => subject)).toEqual([
      "Your account works again. Groups that you were in have to be joined again.",
    ]);
  });

  it("is told of the end of their account, with its reason, and of nothing else", async () => {
    const world = await small();
    await deactivateAccount(await world.as("root"), { account: world.id("alice"), reason: "Moved away" });
    const letters = await sent(world);
    expect(letters).toHaveLength(1);
    const text = plainText(letters[0] as (typeof letters)[number]);
    expect(text).toContain("Your account was deactivated");
    expect(text).toContain("Moved away");
    expect(text).not.toMatch(/crew/);
    // They can open no page of the portal, not even to say that they want no mail.
    expect(text).toContain("ask whoever runs the portal");
    expect(letters[0]).not.toHaveProperty("foot");
    for (const words of [text, await htmlOf(letters[0] as Letter)]) expect(words).not.toContain(ADDRESS);
  });
});

describe("T26 a mail names no group that its reader does not see when it is sent", () => {
  const world = () => small({ groups: { lodge: { hidden: true, members: ["alice"] }, hall: { members: ["alice"] } } });

  it("though they saw it when it was asked for", async () => {
    const at = await world();
    await remove(at, "alice", "hall", "Too many of us");
    await at.rows(sql`update groups set hidden = true where name = 'hall'`);
    const [letter] = await sent(at);
    expect(letter?.subject).toBe("You were removed from a group that you do not see now.");
    expect(JSON.stringify(letter)).not.toMatch(/hall-|[^d]hall\b/);
    expect(JSON.stringify(letter)).toContain("Too many of us");
  });

  it("and names those that they still see", async () => {
    const at = await world();
    await remove(at, "alice", "hall");
    const [letter] = await sent(at);
    expect(letter?.subject).toBe("You were removed from hall.");
    expect(letter?.link?.href).toBe(`${ADDRESS}/groups/hall-aaaaaa`);
  });

  it("nor when it is sent again after a fall", async () => {
    const at = await world();
    await remove(at, "alice", "hall");
    await later(at);
    const falls = postOffice(() => new Promise(() => {}));
    void work(at, falls.post);
    await expect.poll(() => falls.kept.length).toBe(1);
    await at.rows(sql`update groups set hidden = true where name = 'hall'`);
    const [again] = await sent(at);
    expect(again?.subject).toBe("You were removed from a group that you do not see now.");
  });

  it("which the words alone would not keep: without the predicate it is named", async () => {
    const workshop = await openWorkshop();
    const edits = [{ file: "lib/notices/queries.ts", cut: [" and ", "{seesGroup(viewer)}"].join("$") }];
    const at = await world();
    await remove(at, "alice", "lodge");
    await later(at);
    const { post, kept } = postOffice();
    await workshop.withEdits(edits, "/lib/outbox/work.ts", async (working: typeof Working) => {
      await working.workOnce(at.portal, { address: ADDRESS, post });
    });
    expect(kept[0]?.letter.subject).toBe("You were removed from lodge.");
    await workshop.withEdits(edits, "/lib/notices/queries.ts", async ({ listNotices }: typeof Notices) => {
      expect((await listNotices(await at.as("alice"))).lines[0]?.group?.name).toBe("lodge");
    });
    await workshop.close();
  });
});
