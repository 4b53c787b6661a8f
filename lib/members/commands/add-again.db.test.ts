/** Whom a save of site-wide rights or a deleted role removed: read by those who may, and added again under the rights of whoever asks. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type WorldDraft } from "@/db/testing/peopled-world";
import { listJobLines } from "@/lib/jobs/queries";
import { workJob } from "@/lib/jobs/work";
import { grantGlobal, revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { createGlobalRole, deleteGlobalRole } from "@/lib/permissions/commands/global-roles";
import { findAnyEnded, findEnded, listMissing } from "../queries/list-ended";
import { addAgain } from "./add-again";

const draft: WorldDraft = {
  roles: { member: ["group.request"], keeper: ["permission.administer", "group.request"] },
  types: { squad: { outsider: ["group.view"], member: ["group.view"], officer: ["member.add"] } },
  accounts: {
    root: { owner: true },
    kim: { roles: ["keeper"] },
    ann: { roles: ["member"] },
    bob: { roles: ["member"] },
    eve: {},
  },
  groups: {
    hall: { type: "squad", internal: false, members: { ann: [], bob: [], kim: ["officer"] } },
    vault: { type: "squad", internal: true, members: ["ann"] },
    inner: { type: "squad", internal: false, eligible: ["keeper"], members: ["bob"] },
  },
};

async function taken() {
  const at = await peopledWorld(draft);
  const viewer = await at.as("root");
  expect((await revokeGlobal(viewer, { role: "member", permission: "group.request", reason: "" })).answer).toBe(
    "changed",
  );
  return { at, request: viewer.requestId };
}

describe("whom a save removed", () => {
  it("is counted whole, and named as far as the reader sees the groups", async () => {
    const { at, request } = await taken();
    const kim = await findEnded(await at.as("kim"), request);
    expect(kim).toMatchObject({ people: 2, groups: 3, memberships: 4, missing: 3 });
    expect(kim?.shown.map(({ person, groupName }) => `${person} ${groupName}`)).toEqual([
      ...["ann hall", "bob hall", "bob inner"],
    ]);
    expect(await findEnded(await at.as("ann"), request)).toBeNull();
    expect(await findEnded(await at.as("root"), at.id("hall"))).toBeNull();
    expect(await findEnded(await at.as("root"), "nonsense")).toBeNull();
  });

  it("is added again by whoever may add, each with its answer, and twice is no harm", async () => {
    const { at, request } = await taken();
    const kim = await at.as("kim");
    const { answer, data } = await addAgain(kim, { request });
    expect(answer).toBe("started");
    await workJob(at.portal);
    const { lines } = await listJobLines(await at.as("kim"), data?.job ?? "");
    expect(lines.map(({ said, group, answer }) => `${said} ${group?.name} ${answer}`)).toEqual([
      ...["ann hall added", "bob hall added", "bob inner not-permitted"],
    ]);
    expect((await at.members("hall")).sort()).toEqual(["ann", "bob", "kim"]);
    expect(await at.members("vault")).toEqual([]);
    expect(await findEnded(await at.as("kim"), request)).toMatchObject({ memberships: 4, missing: 1 });
    expect((await addAgain(await at.as("kim"), { request })).answer).toBe("started");
    await workJob(at.portal);
    expect((await at.members("hall")).sort()).toEqual(["ann", "bob", "kim"]);
  });

  it("leads to no job where nobody is missing, and for nobody who may not read of it", async () => {
    const { at, request } = await taken();
    expect((await addAgain(await at.as("ann"), { request })).answer).toBe("not-found");
    expect(await listMissing(await at.as("ann"), request, 10)).toEqual([]);
    await at.rows(sql`delete from groups where slug not like 'hall%' and slug not like 'vault%'`);
    await addAgain(await at.as("kim"), { request });
    await workJob(at.portal);
    expect((await addAgain(await at.as("kim"), { request })).answer).toBe("nobody");
    expect(await at.rows(sql`select 1 from job`)).toHaveLength(1);
  });

  it("of more than a job carries, the first are named; those in groups unseen never", async () => {
    const { at, request } = await taken();
    const first = await listMissing(await at.as("kim"), request, 2);
    expect(first.map(({ person, group }) => `${person} ${group.slice(0, 4)}`)).toEqual(["ann hall", "bob hall"]);
    const owners = await listMissing(await at.as("root"), request, 10);
    expect(owners).toHaveLength(4);
  });
});

describe("whom a deleted role removed", () => {
  /** `harbour` is kept for sailors, and for keepers besides; `shore` is nobody's. */
  async function deleted() {
    const at = await peopledWorld({
      ...draft,
      roles: { ...draft.roles, sailor: [] },
      accounts: { ...draft.accounts, ann: { roles: ["sailor"] }, bob: { roles: ["sailor", "member"] } },
      groups: {
        harbour: {
          ...{ type: "squad", internal: false, eligible: ["sailor", "keeper"] },
          members: { ann: [], bob: [], kim: ["officer"] },
        },
        shore: { type: "squad", internal: false, members: ["bob"] },
      },
    });
    const viewer = await at.as("root");
    expect((await deleteGlobalRole(viewer, { role: "sailor", reason: "" })).answer).toBe("deleted");
    return { at, request: viewer.requestId };
  }

  it("is told with the role that went, to whoever administers permissions", async () => {
    const { at, request } = await deleted();
    const found = await findEnded(await at.as("kim"), request);
    expect(found).toMatchObject({ people: 2, groups: 1, memberships: 2, missing: 2, rights: false });
    expect(found?.roles).toHaveLength(1);
    expect(await findAnyEnded(await at.as("kim"), request)).toBe(true);
    expect(await findAnyEnded(await at.as("ann"), request)).toBe(false);
    expect(await findEnded(await at.as("ann"), request)).toBeNull();
  });

  it("is added again as far as the group takes them as they are now: refused, each, with its reason", async () => {
    const { at, request } = await deleted();
    await at.rows(sql`insert into account_role (account_id, role) values (${at.id("bob")}, 'keeper')`);
    await at.rows(sql`update account set version = version + 1`);
    const { data } = await addAgain(await at.as("kim"), { request });
    await workJob(at.portal);
    const { lines } = await listJobLines(await at.as("kim"), data?.job ?? "");
    expect(lines.map(({ said, answer }) => `${said} ${answer}`)).toEqual(["ann not-eligible", "bob added"]);
    expect((await at.members("harbour")).sort()).toEqual(["bob", "kim"]);
  });

  it("is nobody where a role or a right goes that kept nobody anywhere", async () => {
    const { at } = await deleted();
    const site = await at.site();
    await createGlobalRole(site, { role: "idle" });
    const granting = await at.as("root");
    await grantGlobal(granting, { role: "idle", permission: "group.request", reason: "" });
    const deleting = await at.as("root");
    expect((await deleteGlobalRole(deleting, { role: "idle", reason: "" })).answer).toBe("deleted");
    for (const { requestId } of [granting, deleting]) {
      expect(await findAnyEnded(await at.as("kim"), requestId)).toBe(false);
      expect(await findEnded(await at.as("kim"), requestId)).toBeNull();
    }
  });
});
