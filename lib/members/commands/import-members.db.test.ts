import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as groupShape } from "@/lib/groups/schema";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { type ImportedMember, importMembers } from "./import-members";

let at: TestPortal;
let ids: Record<string, string>;

beforeAll(async () => {
  at = await testPortal();
  ids = await makeWorld(at.clone, {
    globalRoles: { member: ["group.request"], scholar: [] },
    types: { squad: { member: ["group.view"], officer: ["member.add"] } },
    accounts: { alice: { roles: ["member"] }, bob: {}, root: { owner: true } },
  });
});

const member = (name: string, roles: string[] = [], until: string | null = null): ImportedMember => ({
  account: ids[name] ?? crypto.randomUUID(),
  roles,
  until,
});

async function group(more: { confers?: string[] } = {}): Promise<string> {
  const input = groupShape.parse({ type: "squad", name: "Squad", ...more });
  const made = await createGroup(await siteViewer(at.portal), input, ids.root);
  return made.data?.slug ?? "";
}

const bring = async (slug: string, members: ImportedMember[]) =>
  (await importMembers(await siteViewer(at.portal), { group: slug, members })).answer;

const inside = async (slug: string) =>
  at.portal.store.reader.rows(sql`
    select a.name, m.until is not null as ends, array(select mr.role from membership_role mr
      where mr.group_id = m.group_id and mr.account_id = m.account_id) as roles
    from membership m join groups g on g.id = m.group_id join account a on a.id = m.account_id
    where g.slug = ${slug} order by 1`);

it("puts people into a group with their roles and ends, and tells the log of each and nobody else", async () => {
  const slug = await group();
  expect(await bring(slug, [member("alice", ["officer"]), member("bob", [], "2999-01-01T00:00:00Z")])).toBe("imported");
  expect(await inside(slug)).toEqual([
    { name: "alice", ends: false, roles: ["officer"] },
    { name: "bob", ends: true, roles: [] },
  ]);
  const lines = await at.portal.store.reader.rows(sql`select l.account_name as name from audit l
    join groups g on g.id = l.group_id where l.event = 'member.added' and g.slug = ${slug} order by l.id`);
  expect(lines).toEqual([{ name: "alice" }, { name: "bob" }]);
  expect(await at.portal.store.reader.rows(sql`select 1 from notice`)).toEqual([]);
});

it("confers what the group confers", async () => {
  await bring(await group({ confers: ["scholar"] }), [member("alice")]);
  expect((await findViewer(at.portal, { account: ids.alice ?? "" })).globalRoles.has("scholar")).toBe(true);
});

it("puts in all or nobody", async () => {
  const slug = await group();
  await bring(slug, [member("bob")]);
  expect(await bring(slug, [member("alice"), member("nobody")])).toBe("not-found");
  expect(await bring(slug, [member("alice"), member("bob")])).toBe("already-member");
  expect(await bring(slug, [member("alice"), member("alice")])).toBe("already-member");
  expect(await bring(slug, [member("alice", ["member"])])).toBe("no-such-role");
  expect(await bring("no-such-k3f9q2", [member("alice")])).toBe("not-found");
  expect(await inside(slug)).toEqual([{ name: "bob", ends: false, roles: [] }]);
});

it("is not heard from anybody but the portal itself, be it a site owner", async () => {
  const slug = await group();
  const root = await findViewer(at.portal, { account: ids.root ?? "" });
  expect((await importMembers(root, { group: slug, members: [member("alice")] })).answer).toBe("not-permitted");
  expect(await inside(slug)).toEqual([]);
});
