/** Changes that reach many: the same comes of them as in the ordinary way, whatever others do meanwhile. */
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterEach, describe, expect, inject, it, onTestFinished, vi } from "vitest";
import { cloneDatabase } from "@/db/scratch";
import { seedMultitude } from "@/db/testing/multitude";
import type { Plan } from "@/lib/consequences/plan";
import { bounded } from "@/lib/gate";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as newGroup } from "@/lib/groups/schema";
import { joinGroup } from "@/lib/members/commands/join-group";
import { removeMember } from "@/lib/members/commands/remove-member";
import { changeGlobalGrants, changingGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { deleteGlobalRole } from "@/lib/permissions/commands/global-roles";
import { openPortal } from "@/lib/portal";
import { Refusal } from "@/lib/refusal";
import { findViewer, type Phase, type Viewer } from "@/lib/session/viewer";
import { MANY } from "./prepared";

const forgotten = vi.hoisted(() => ({ latecomers: false, internal: false, groups: false }));
vi.mock("@/lib/consequences/plan", async (original) => {
  const real = await original<typeof import("@/lib/consequences/plan")>();
  return {
    ...real,
    planLatecomers: (...[read, viewer, changes, plan]: Parameters<typeof real.planLatecomers>) => {
      const { counted, madeInternal } = plan;
      if (forgotten.latecomers) return real.planConsequences(read, viewer, []);
      return real.planLatecomers(read, viewer, changes, {
        counted,
        madeInternal: forgotten.internal ? [] : madeInternal,
      });
    },
  };
});
vi.mock("./since", async (original) => {
  const real = await original<typeof import("./since")>();
  return {
    ...real,
    groupsMoved: async (...args: Parameters<typeof real.groupsMoved>) =>
      !forgotten.groups && (await real.groupsMoved(...args)),
  };
});
afterEach(() => {
  Object.assign(forgotten, { latecomers: false, internal: false, groups: false });
});

const TAKEN = { changes: [{ role: "member", permission: "group.request", on: false }], reason: "Spring cleaning" };
const SIZE = { accounts: MANY + 20, each: 2, groups: 20 };

async function multitude() {
  const clone = await cloneDatabase(inject("ownerUrl"));
  const crowd = await seedMultitude(clone.ownerUrl, SIZE);
  const owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  const portal = await openPortal({ url: clone.appUrl, size: 4, logLevel: "silent" });
  onTestFinished(async () => {
    await portal.store.end();
    await owner.end();
    await clone.drop();
  });
  const rows = async (statement: string) => (await owner.query(statement)).rows;
  const count = async (of: string): Promise<number> => (await rows(`select count(*)::int as n from ${of}`))[0].n;
  const person = async (n: number): Promise<string> =>
    (await rows(`select id from account where name = 'Person ${n}'`))[0].id;
  const root = await findViewer(portal, { account: crowd.owner });
  return { portal, crowd, rows, count, person, root };
}

type Multitude = Awaited<ReturnType<typeof multitude>>;

/** Takes the right, or does `what` else, and something besides meanwhile, once, at one of its steps. */
async function takeAnd(
  at: Multitude,
  name: Phase["name"],
  meanwhile: () => Promise<unknown>,
  what: (viewer: Viewer) => Promise<{ answer: string }> = (viewer) => changeGlobalGrants(viewer, TAKEN),
) {
  const seen: string[] = [];
  let came: unknown;
  const onPhase = async (phase: Phase) => {
    if (!seen.includes(phase.name) && phase.name === name) came = await meanwhile().catch((error) => error);
    seen.push(phase.name);
  };
  const { answer } = await what({ ...at.root, onPhase });
  return { answer, came, seen: [...new Set(seen)], again: seen.filter((phase) => phase === "removing").length > 1 };
}

const deleteAnd = (at: Multitude, name: Phase["name"], meanwhile: () => Promise<unknown>) =>
  takeAnd(at, name, meanwhile, (viewer) => deleteGlobalRole(viewer, { role: "member", reason: "" }));

const joinElsewhere = async ({ portal, crowd }: Multitude, account: string) =>
  joinGroup(await findViewer(portal, { account }), { group: crowd.elsewhere, note: "" });

describe("a right taken from many", () => {
  it("ends every membership, each in the log with its cause and told to its person", async () => {
    const at = await multitude();
    const { answer, seen } = await takeAnd(at, "closing", async () => {});
    expect(answer).toBe("changed");
    expect(seen).toEqual(["counting", "removing", "logging", "telling", "closing"]);
    expect(await at.count("membership")).toBe(0);
    expect(await at.count("global_grant where role = 'member'")).toBe(0);
    const both = SIZE.accounts * SIZE.each;
    const cause = "permission.revoked group.request member";
    expect(await at.count(`audit where event = 'member.pruned' and cause = '${cause}'`)).toBe(both);
    expect(await at.count(`notice where event = 'member.pruned' and cause = '${cause}'`)).toBe(both);
    expect(await at.count(`(select distinct request_id from audit) requests`)).toBe(1);
    expect(await at.count(`audit where event = 'permission.revoked' and reason = '${TAKEN.reason}'`)).toBe(1);
    expect(await at.count("account where version = 1 and name like 'Person%'")).toBe(0);
  });

  it.each(["removing", "telling", "closing"] as const)("lets others join elsewhere while it is %s", async (step) => {
    const at = await multitude();
    const { answer, came } = await takeAnd(at, step, () => joinElsewhere(at, at.crowd.other));
    expect(came).toMatchObject({ answer: "joined" });
    expect(answer).toBe("changed");
    expect(await at.count("membership")).toBe(1);
  });

  it("asks those whom it concerns to try again, and then they may not", async () => {
    const at = await multitude();
    const someone = await at.person(1);
    const { came } = await takeAnd(at, "telling", () => joinElsewhere(at, someone));
    expect(came).toBeInstanceOf(Refusal);
    expect(came).toMatchObject({ code: "busy" });
    expect(await joinElsewhere(at, someone)).toMatchObject({ answer: "needs-request-permission" });
  }, 30_000);

  /** Somebody is made a member of the role when all were counted already, and uses it at once. */
  const comeLate = async (at: Multitude, what?: Parameters<typeof takeAnd>[3]) => {
    const meanwhile = async () => {
      await at.rows(`insert into account_role (account_id, role) values ('${at.crowd.other}', 'member')`);
      await at.rows(`delete from account_role where account_id = '${at.crowd.other}' and role = 'steady'`);
      await at.rows(`update account set version = version + 1 where id = '${at.crowd.other}'`);
      return joinElsewhere(at, at.crowd.other);
    };
    return takeAnd(at, "telling", meanwhile, what);
  };

  it("catches up with whoever came to hold it meanwhile", async () => {
    const at = await multitude();
    const { answer, came } = await comeLate(at);
    expect(came).toMatchObject({ answer: "joined" });
    expect(answer).toBe("changed");
    expect(await at.count("membership")).toBe(0);
    expect(await at.count(`notice where event = 'member.pruned' and account_id = '${at.crowd.other}'`)).toBe(1);
  });

  it.each([
    ["is not done at all where they are more than are allowed", 0, "more"],
    ["is done where they are as many as are allowed", 1, "changed"],
  ])("%s", async (_says, further, answer) => {
    const at = await multitude();
    const most = SIZE.accounts * SIZE.each + further;
    const bound = ({ pruned }: Plan) => (pruned.length > most ? "more" : null);
    const what = (viewer: Viewer) => bounded(changingGlobalGrants)(viewer, TAKEN, bound);
    expect(await comeLate(at, what)).toMatchObject({ answer });
    // The one who came late is in by then, and nobody else has gone.
    expect(await at.count("membership")).toBe(further === 0 ? most + 1 : 0);
    expect(await at.count("audit where event = 'member.pruned'")).toBe(further === 0 ? 0 : most);
  });

  it("would leave them in if nobody looked for latecomers", async () => {
    const at = await multitude();
    forgotten.latecomers = true;
    await comeLate(at);
    expect(await at.count("membership")).toBe(1);
  });

  it("begins anew when a group changed meanwhile, and nobody is removed from one that became public", async () => {
    const at = await multitude();
    const [{ id }] = await at.rows("select id from groups order by name_key limit 1");
    const inside = await at.count(`membership where group_id = '${id}'`);
    const { answer } = await takeAnd(at, "telling", async () => {
      await at.rows("begin");
      await at.rows(`update groups set public = true, version = version + 1 where id = '${id}'`);
      await at.rows(
        `insert into audit (event, group_id, request_id) values ('group.configured', '${id}', gen_random_uuid())`,
      );
      await at.rows("commit");
    });
    expect(answer).toBe("changed");
    expect(inside).toBeGreaterThan(0);
    expect(await at.count("membership")).toBe(inside);
    expect(await at.count("audit where event = 'member.pruned'")).toBe(SIZE.accounts * SIZE.each - inside);
  });

  it("begins anew when a membership went by another way before it was ended", async () => {
    const at = await multitude();
    const [one] = await at.rows("select group_id, account_id from membership limit 1");
    const { answer } = await takeAnd(at, "removing", () =>
      at.rows(`delete from membership where group_id = '${one.group_id}' and account_id = '${one.account_id}'`),
    );
    expect(answer).toBe("changed");
    expect(await at.count("membership")).toBe(0);
    expect(await at.count("audit where event = 'member.pruned'")).toBe(SIZE.accounts * SIZE.each - 1);
  });

  it("is refused, and nothing of it stays, when the right to do so goes meanwhile", async () => {
    const at = await multitude();
    const before = await at.count("membership");
    const { answer } = await takeAnd(at, "telling", async () => {
      await at.rows(`update account set owner = true where id = '${at.crowd.other}'`);
      await at.rows(`update account set owner = false, version = version + 1 where id = '${at.crowd.owner}'`);
    });
    expect(answer).toBe("not-permitted");
    expect(await at.count("membership")).toBe(before);
    expect(await at.count("audit")).toBe(0);
    expect(await at.count("notice")).toBe(0);
  });
});

describe("a role deleted that many hold", () => {
  it("is taken from all, with every membership that hung on it", async () => {
    const at = await multitude();
    expect((await deleteGlobalRole(at.root, { role: "member", reason: "" })).answer).toBe("deleted");
    expect(await at.count("account_role where role = 'member'")).toBe(0);
    expect(await at.count("membership")).toBe(0);
    expect(await at.count("audit where event = 'account.role-taken'")).toBe(SIZE.accounts);
    expect(await at.count("audit where event = 'role.deleted'")).toBe(1);
  });
});

describe("a role deleted that many hold, while somebody else makes a group", () => {
  const madeMeanwhile = async (at: Multitude, eligibleRoles: string[]) => {
    await at.rows("update group_type set creator_is_member = true");
    await at.rows(
      "insert into group_grant (type, role, kind, permission) values ('crew', 'member', 'member', 'group.administer')",
    );
    await at.rows("insert into global_grant (role, permission) values ('steady', 'group.create:crew')");
    await at.rows("update policy set version = version + 1");
    const vault = newGroup.parse({ type: "crew", name: "Vault", flags: { internal: false }, eligibleRoles });
    const { answer, came, again } = await deleteAnd(at, "telling", async () =>
      createGroup(await findViewer(at.portal, { account: at.crowd.other }), vault),
    );
    expect({ answer, came }).toMatchObject({ answer: "deleted", came: { answer: "created" } });
    expect(await at.count("audit where event = 'account.role-taken'")).toBe(SIZE.accounts);
    const [made] = await at.rows("select internal, internal_forced as forced from groups where name = 'Vault'");
    const become = "event = 'group.made-internal' and cause = 'role.deleted member'";
    const said = [await at.count(`notice where ${become}`), await at.count(`audit where ${become}`)];
    return { ...made, said, again };
  };

  it("begins anew where it is kept for that role, and it becomes internal instead of open to everybody", async () => {
    const made = await madeMeanwhile(await multitude(), ["member"]);
    expect(made).toEqual({ internal: true, forced: true, said: [1, 1], again: true });
  });

  it("goes on where it is for everybody", async () => {
    const made = await madeMeanwhile(await multitude(), []);
    expect(made).toEqual({ internal: false, forced: false, said: [0, 0], again: false });
  });

  it("would leave it open to everybody if nobody looked for groups that moved", async () => {
    forgotten.groups = true;
    const made = await madeMeanwhile(await multitude(), ["member"]);
    expect(made).toEqual({ internal: false, forced: false, said: [0, 0], again: false });
  });
});

describe("a role deleted that many hold, while somebody else asks to join a group that becomes internal by it", () => {
  const askedMeanwhile = async (at: Multitude) => {
    await at.rows(`update account set owner = true, version = version + 1 where id = '${at.crowd.other}'`);
    await at.rows(`insert into group_eligible_role (group_id, role)
      select id, 'member' from groups where slug = '${at.crowd.elsewhere}'`);
    await at.rows(`update groups set open = false, version = version + 1 where slug = '${at.crowd.elsewhere}'`);
    const { answer, came } = await deleteAnd(at, "removing", () => joinElsewhere(at, at.crowd.other));
    expect({ answer, came }).toMatchObject({ answer: "deleted", came: { answer: "requested" } });
    expect(await at.count(`groups where internal and slug = '${at.crowd.elsewhere}'`)).toBe(1);
    const closed = `event = 'request.closed' and account_id = '${at.crowd.other}' and cause = 'role.deleted member'`;
    const pending = await at.count("request where status = 'pending'");
    return { pending, told: await at.count(`notice where ${closed}`), logged: await at.count(`audit where ${closed}`) };
  };

  it("closes the request, and says so", async () => {
    expect(await askedMeanwhile(await multitude())).toEqual({ pending: 0, told: 1, logged: 1 });
  });

  it("would leave it waiting if nobody looked for what was asked there since", async () => {
    forgotten.internal = true;
    expect(await askedMeanwhile(await multitude())).toEqual({ pending: 1, told: 0, logged: 0 });
  });
});

describe("a write of somebody else", () => {
  it("gives way to a long change instead of holding it up, and goes through afterwards", async () => {
    const at = await multitude();
    const [one] = await at.rows(
      "select g.slug, m.account_id from membership m join groups g on g.id = m.group_id limit 1",
    );
    let removing: Promise<unknown> | null = null;
    const { answer } = await takeAnd(at, "telling", async () => {
      removing = removeMember(at.root, { group: one.slug, account: one.account_id, reason: "" }).catch(
        (error) => error,
      );
    });
    expect(answer).toBe("changed");
    expect(await removing).toMatchObject({ answer: "not-a-member" });
    expect(await at.portal.store.reader.rows(sql`select 1 from membership`)).toEqual([]);
  }, 30_000);
});
