/** Forms whose change reaches many hand it to the worker, who comes to the same. */
import pg from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { cloneDatabase } from "@/db/scratch";
import { seedMultitude } from "@/db/testing/multitude";
import { MANY } from "@/lib/gate/prepared";
import { configureByForm } from "@/lib/groups/commands/configure-by-form";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { findGroupSettings } from "@/lib/groups/queries/find-group-settings";
import type { ConfigureForm } from "@/lib/groups/schema";
import { findEnded } from "@/lib/members/queries/list-ended";
import { deleteGlobalRoleByForm } from "@/lib/permissions/commands/by-form";
import { saveGlobalTable } from "@/lib/permissions/commands/save-global-table";
import { globalTableForm } from "@/lib/permissions/schema-forms";
import { openPortal } from "@/lib/portal";
import { findViewer } from "@/lib/session/viewer";
import { findJob } from "./queries";
import { workJob } from "./work";

const SIZE = MANY + 5;

async function multitude() {
  const clone = await cloneDatabase(inject("ownerUrl"));
  const crowd = await seedMultitude(clone.ownerUrl, { accounts: SIZE, each: 1, groups: 1 });
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
  return { portal, rows, count, root: await findViewer(portal, { account: crowd.owner }) };
}

type Multitude = Awaited<ReturnType<typeof multitude>>;

/** Keeps the one group for the steady ones: looked over first, as everybody does, and then saved. */
async function keepForFew({ root }: Multitude) {
  const settings = await findGroupSettings(root, "crew-000001");
  if (!settings) throw new Error("there is no such group");
  const form: ConfigureForm = {
    ...{ group: "crew-000001", was: settings.was, seen: "", has: ["confers"], confers: [], quietJoinPage: false },
    reason: "It is for the steady ones now.",
    ...{ who: "roles", eligibleRoles: ["steady"], finds: "everybody", enters: "once" },
    ...{ public: false, published: true, restricted: false },
  };
  const asked = await configureByForm(root, form);
  const seen = (asked.data && "echo" in asked.data ? asked.data.echo : []).find(({ name }) => name === "seen")?.value;
  expect(asked).toMatchObject({ answer: "confirm", data: { counts: { removed: SIZE } } });
  return jobOf(await configureByForm(root, { ...form, seen: seen ?? "" }));
}

async function takeFromAll({ root }: Multitude) {
  const form = { column: ["member"], was: "member|group.request", reason: "so", end: "end" };
  const { data } = await saveGlobalTable(root, globalTableForm.parse(form));
  const seen = data?.kind === "review" ? data.seen : "";
  return jobOf(await saveGlobalTable(root, globalTableForm.parse({ ...form, seen })));
}

const deleteRole = async ({ root }: Multitude) =>
  jobOf(await deleteGlobalRoleByForm(root, { role: "member", reason: "" }));

function jobOf({ data }: { readonly data: object | null }): string {
  if (!data || !("job" in data)) throw new Error("no job was begun");
  return String(data.job);
}

it("a list of eligible roles that leaves out hundreds", async () => {
  const at = await multitude();
  const { portal, count, root } = at;
  const job = await keepForFew(at);
  expect(await count("membership")).toBe(SIZE);
  await workJob(portal);
  expect(await findJob(root, job)).toMatchObject({ status: "done", answer: "changed", outcome: { done: true } });
  expect(await count("membership")).toBe(0);
  const told = "event = 'member.pruned' and reason = 'It is for the steady ones now.'";
  expect(await count(`notice where ${told}`)).toBe(SIZE);
  expect(await count(`audit where ${told}`)).toBe(SIZE);
});

it("a role that hundreds hold", async () => {
  const { portal, count, root } = await multitude();
  const { answer, data } = await deleteGlobalRoleByForm(root, { role: "member", reason: "" });
  expect(answer).toBe("deleted");
  expect(await count("account_role where role = 'member'")).toBe(SIZE);
  await workJob(portal);
  const job = data && "job" in data ? await findJob(root, data.job) : null;
  expect(job).toMatchObject({ status: "done", answer: "deleted" });
  expect(await count("account_role where role = 'member'")).toBe(0);
  expect(await count("membership")).toBe(0);
  expect(await findEnded(root, job?.request ?? "")).toMatchObject({ memberships: SIZE, missing: SIZE });
});

describe("what waited for its turn", () => {
  const hidden = async ({ count }: Multitude) => (await count("groups where hidden and slug = 'crew-000001'")) === 1;

  /** Somebody else hides the group while the settings of the first form wait. */
  async function hiddenMeanwhile(forgotten: boolean) {
    const at = await multitude();
    const job = await keepForFew(at);
    const { answer } = await configureGroup(at.root, { group: "crew-000001", flags: { hidden: true } });
    expect(answer).toBe("changed");
    if (forgotten) await at.rows("update job set input = input - 'was'");
    await workJob(at.portal);
    return { job: await findJob(at.root, job), hidden: await hidden(at), inside: await at.count("membership") };
  }

  it("does not undo what somebody else set meanwhile", async () => {
    const { job, ...left } = await hiddenMeanwhile(false);
    expect(job).toMatchObject({ status: "done", answer: "stale", outcome: { done: false } });
    expect(left).toEqual({ hidden: true, inside: SIZE });
  });

  it("is not stale by being sent twice", async () => {
    const at = await multitude();
    const [first, again] = [await keepForFew(at), await keepForFew(at)];
    await workJob(at.portal);
    await workJob(at.portal);
    expect(await findJob(at.root, first)).toMatchObject({ answer: "changed", outcome: { done: true } });
    expect(await findJob(at.root, again)).toMatchObject({ status: "done", answer: "changed" });
    expect(await at.count("audit where event = 'group.configured'")).toBe(1);
  });

  it("would, did it not know on which settings it was made; work of an older version does not", async () => {
    const { job, ...left } = await hiddenMeanwhile(true);
    expect(job).toMatchObject({ answer: "changed" });
    expect(left).toEqual({ hidden: false, inside: 0 });
  });

  const kinds: [name: string, begin: (at: Multitude) => Promise<string>, answer: string][] = [
    ["settings", keepForFew, "changed"],
    ["a right taken", takeFromAll, "changed"],
    ["a role deleted", deleteRole, "deleted"],
  ];

  /** One more is in by the time that it is carried out. */
  async function oneMore(begin: (at: Multitude) => Promise<string>, forgotten: boolean) {
    const at = await multitude();
    const job = await begin(at);
    await at.rows(`with nora as (insert into account (name, name_key) values ('Nora', 'nora') returning id),
      given as (insert into account_role (account_id, role) select id, 'member' from nora)
      insert into membership (group_id, account_id, how)
        select g.id, nora.id, 'added' from nora, groups g where g.slug = 'crew-000001'`);
    if (forgotten) await at.rows("update job set input = input - 'seen'");
    await workJob(at.portal);
    return { job: await findJob(at.root, job), inside: await at.count("membership") };
  }

  it.each(kinds)("touches nobody when more would be touched than was seen: %s", async (_name, begin) => {
    const { job, inside } = await oneMore(begin, false);
    expect(job).toMatchObject({ status: "done", answer: "more-than-seen", outcome: { done: false } });
    expect(inside).toBe(SIZE + 1);
  });

  it.each(kinds)("would touch them all, did it not know what was seen: %s", async (_name, begin, answer) => {
    const { job, inside } = await oneMore(begin, true);
    expect(job).toMatchObject({ status: "done", answer, outcome: { done: true } });
    expect(inside).toBe(0);
  });
});
