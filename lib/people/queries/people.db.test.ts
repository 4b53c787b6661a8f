import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld, type World } from "@/db/testing/seed";
import { listNotices } from "@/lib/notices/queries";
import { decide, decideGlobal, sees } from "@/lib/policy/decide";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { findPerson } from "./find-person";
import { findTies, listMemberships } from "./list-memberships";
import { findAccount, listPeople, type PeopleQuery } from "./list-people";
import { listPeopleBeginning } from "./list-people-beginning";

describe("people, as others may see them", () => {
  let kit: TestPortal;
  let world: World;
  let viewers: Viewer[];

  beforeAll(async () => {
    kit = await testPortal();
    world = await seedWorld(kit.clone.ownerUrl, { seed: 51, groups: 40, accounts: 30 });
    await kit.portal.store.writer.rows(sql`insert into global_grant (role, permission)
      values ('authenticated', 'profile.view'), ('role-3', 'people.administer') on conflict do nothing`);
    await kit.portal.store.writer.rows(sql`update policy set version = version + 1`);
    viewers = await everyViewer(kit.portal, world);
  });

  const memberships = async (account: string) => {
    const rows = await kit.portal.store.reader.rows<{ slug: string }>(sql`
      select g.slug from membership m join groups g on g.id = m.group_id where m.account_id = ${account}::uuid`);
    return new Set(rows.map(({ slug }) => slug));
  };

  test("T25: a profile shows those groups that its reader sees and whose members they may list; one's own, all", async () => {
    let shown = 0;
    let kept = 0;
    for (const viewer of viewers.slice(0, 16)) {
      const groups = await everyGroup(viewer);
      for (const account of world.accounts.slice(0, 10)) {
        const profile = await findPerson(viewer, account);
        const own = viewer.account?.active === true && viewer.account.id === account;
        if (!own && (!decideGlobal(viewer, "profile.view").allowed || account === world.accounts[1])) {
          expect(profile).toBeNull();
          continue;
        }
        const theirs = await memberships(account);
        const expected = groups
          .filter(({ row }) => theirs.has(row.slug))
          .filter(({ situation }) => sees(viewer, situation))
          .filter(({ situation }) => own || decide(viewer, situation, "member.list").allowed)
          .map(({ row }) => row.slug);
        expect(profile?.groups.lines.map(({ slug }) => slug)).toEqual(expected.slice(0, 25));
        shown += expected.length;
        kept += theirs.size - expected.length;
      }
    }
    expect(shown).toBeGreaterThan(20);
    expect(kept).toBeGreaterThan(20);
  });

  test("T16: what an administrator of people sees of somebody's groups is what the policy says, in lists and in counts", async () => {
    let shown = 0;
    let kept = 0;
    for (const viewer of viewers.filter((one) => decideGlobal(one, "people.administer").allowed)) {
      const groups = await everyGroup(viewer);
      const inNone = new Set(await everybody(viewer, { groups: "none" }));
      for (const account of world.accounts.slice(0, 12)) {
        const theirs = await memberships(account);
        const expected = groups
          .filter(({ row }) => theirs.has(row.slug))
          .filter(({ situation }) => sees(viewer, situation))
          .filter(({ situation }) => account === viewer.account?.id || decide(viewer, situation, "member.list").allowed)
          .map(({ row }) => row.slug);
        expect((await listMemberships(viewer, account))?.lines.map(({ slug }) => slug)).toEqual(expected.slice(0, 25));
        expect((await findAccount(viewer, account))?.groups).toBe(expected.length);
        expect(inNone.has(account)).toBe(expected.length === 0);
        shown += expected.length;
        kept += theirs.size - expected.length;
      }
    }
    expect(shown).toBeGreaterThan(20);
    expect(kept).toBeGreaterThan(5);
  });

  test("T16: leaderships, requests and links of somebody are named where one may know of each", async () => {
    let named = 0;
    for (const viewer of viewers.filter((one) => decideGlobal(one, "people.administer").allowed)) {
      const groups = new Map((await everyGroup(viewer)).map(({ row, situation }) => [row.slug, situation]));
      for (const account of world.accounts.slice(0, 12)) {
        const ties = await findTies(viewer, account);
        const own = account === viewer.account?.id;
        for (const [lines, permission] of [
          [ties?.leads, "member.list"],
          [ties?.asks, "request.decide"],
          [ties?.links, "link.manage"],
        ] as const) {
          for (const { slug } of lines ?? []) {
            named++;
            const there = groups.get(slug);
            expect(there && sees(viewer, there) && (own || decide(viewer, there, permission).allowed), slug).toBe(true);
          }
        }
      }
    }
    expect(named).toBeGreaterThan(5);
  });

  const everybody = async (viewer: Viewer, filter: PeopleQuery) => {
    const found: string[] = [];
    for (let after: string | null = null, n = 0; n === 0 || after; n++) {
      const page = await listPeople(viewer, { ...filter, after });
      found.push(...(page?.lines ?? []).map(({ id }) => id));
      after = page?.next ?? null;
    }
    return found;
  };

  test.each(["-1", "1e9", "%00", "bm9uc2Vuc2U", "x".repeat(3_000), "W10", "WyJhIiwxXQ"])(
    "T74: a cursor of %j is the first page, and a page is never longer than a page",
    async (after) => {
      const owner = await findViewer(kit.portal, { account: world.accounts[0] as string });
      const first = await listPeople(owner, {});
      expect(first?.lines).toHaveLength(25);
      expect(await listPeople(owner, { after })).toEqual(first);
      const account = world.accounts[2] ?? "";
      expect(await listMemberships(owner, account, after)).toEqual(await listMemberships(owner, account));
      expect(await findPerson(owner, account, after)).toEqual(await findPerson(owner, account));
    },
  );

  test("T74: whoever asks for names without end finds nobody any more, and others go on", async () => {
    const [one, other] = await Promise.all(
      [world.accounts[5], world.accounts[6]].map((account) => findViewer(kit.portal, { account: account as string })),
    );
    const ask = async (viewer: Viewer | undefined) => viewer && (await listPeopleBeginning(viewer, "a")).length;
    expect(await ask(one)).toBeGreaterThan(0);
    await kit.portal.store.writer.rows(
      sql`select rate_hit(${`people-found:${one?.account?.id}`}, 1, interval '10 minutes') from generate_series(1, 300)`,
    );
    expect(await ask(one)).toBe(0);
    expect(await ask(other)).toBeGreaterThan(0);
  });

  test("some word of the name or of the address is enough, and when somebody was seen narrows", async () => {
    const owner = await findViewer(kit.portal, { account: world.accounts[0] as string });
    const [one, other] = [world.accounts[3] ?? "", world.accounts[4] ?? ""];
    await kit.portal.store.writer.rows(sql`update account set name = 'Ngozi Adébáyò-Okonkwo', name_key = 'ngozi adebayo-okonkwo',
      email = 'n.okafor@guild.example', email_key = 'n.okafor@guild.example', last_seen_at = portal_now() where id = ${one}::uuid`);
    await kit.portal.store.writer.rows(sql`update account set created_at = portal_now() - interval '400 days',
      last_seen_at = portal_now() - interval '40 days' where id = ${other}::uuid`);
    for (const q of ["Ngo", "adeb", "OKON", "okaf", "guild.ex", "n.oka", "ngozi ade"]) {
      expect(await everybody(owner, { q }), q).toEqual([one]);
    }
    for (const q of ["gozi", "zi ade%", "_", "%"]) expect(await everybody(owner, { q }), q).not.toContain(one);
    expect(await everybody(owner, { seen: "30" })).toEqual([other]);
    expect(await everybody(owner, { seen: "90" })).toEqual([]);
    const never = await everybody(owner, { seen: "never" });
    expect(never).toHaveLength(world.accounts.length - 2);
    await kit.portal.store.writer.rows(sql`update account set last_seen_at = null where id = ${other}::uuid`);
    expect(await everybody(owner, { seen: "365" }), "whoever never came counts from the account on").toEqual([other]);
  });

  test("accounts are listed for those who administer people, and for nobody else", async () => {
    for (const viewer of viewers) {
      const may = decideGlobal(viewer, "people.administer").allowed;
      expect((await listPeople(viewer, {})) !== null).toBe(may);
      expect((await findAccount(viewer, world.accounts[0] ?? "")) !== null).toBe(may);
    }
  });

  test("by name in pages, by the beginning of a name, by role and by state", async () => {
    const owner = await findViewer(kit.portal, { account: world.accounts[0] as string });
    const first = await listPeople(owner, {});
    const second = await listPeople(owner, { after: first?.next });
    expect([...(first?.lines ?? []), ...(second?.lines ?? [])].map(({ id }) => id).toSorted()).toEqual(
      [...world.accounts].toSorted(),
    );
    const found = await listPeople(owner, { q: "ÁRB" });
    expect(found?.lines.length).toBeGreaterThan(0);
    expect(found?.lines.every(({ name }) => name.startsWith("Árbol"))).toBe(true);
    const inactive = await listPeople(owner, { state: "inactive" });
    expect(inactive?.lines.map(({ id }) => id)).toEqual([world.accounts[1]]);
    const held = await listPeople(owner, { role: "role-1" });
    for (const line of held?.lines ?? []) {
      const role = line.roles.find(({ name }) => name === "role-1");
      expect(role?.direct || role?.conferred).toBe(true);
      const viewer = await findViewer(kit.portal, { account: line.id });
      expect(viewer.globalRoles.has("role-1")).toBe(true);
    }
    expect((await listPeople(owner, { q: "\0%", role: "x\0" }))?.lines).toEqual([]);
    expect(await findAccount(owner, "no-id")).toBeNull();
  });

  test("T26: a notice names its group only while the reader sees it", async () => {
    let named = 0;
    let nameless = 0;
    for (const viewer of viewers.filter((one) => one.account?.active).slice(0, 12)) {
      await kit.portal.store.writer.rows(sql`
        insert into notice (account_id, event, group_id, request_id)
        select ${viewer.account?.id}::uuid, 'request.approved', g.id, gen_random_uuid() from groups g`);
      const seen = new Map((await everyGroup(viewer)).map(({ row, situation }) => [row.slug, sees(viewer, situation)]));
      const lines = [];
      for (let after: string | null = null, n = 0; n === 0 || after; n++) {
        const page = await listNotices(viewer, { after });
        lines.push(...page.lines);
        after = page.next;
      }
      expect(lines).toHaveLength(seen.size);
      const names = lines.flatMap(({ group }) => group?.slug ?? []);
      expect(new Set(names)).toEqual(new Set([...seen].filter(([, sees]) => sees).map(([slug]) => slug)));
      named += names.length;
      nameless += lines.length - names.length;
    }
    expect(named).toBeGreaterThan(20);
    expect(nameless).toBeGreaterThan(20);
  });
});
