import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld, type World } from "@/db/testing/seed";
import { listNotices } from "@/lib/notices/queries";
import { decide, decideGlobal, sees } from "@/lib/policy/decide";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { findPerson } from "./find-person";
import { findAccount, listPeople } from "./list-people";

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
