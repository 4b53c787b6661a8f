/** Forms whose change reaches many hand it to the worker, who comes to the same. */
import pg from "pg";
import { expect, inject, it, onTestFinished } from "vitest";
import { cloneDatabase } from "@/db/scratch";
import { seedMultitude } from "@/db/testing/multitude";
import { MANY } from "@/lib/gate/prepared";
import { configureByForm } from "@/lib/groups/commands/configure-by-form";
import { findGroupSettings } from "@/lib/groups/queries/find-group-settings";
import type { ConfigureForm } from "@/lib/groups/schema";
import { findEnded } from "@/lib/members/queries/list-ended";
import { deleteGlobalRoleByForm } from "@/lib/permissions/commands/by-form";
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
  const count = async (of: string): Promise<number> =>
    (await owner.query(`select count(*)::int as n from ${of}`)).rows[0].n;
  return { portal, count, root: await findViewer(portal, { account: crowd.owner }) };
}

it("a list of eligible roles that leaves out hundreds", async () => {
  const { portal, count, root } = await multitude();
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
  const { data } = await configureByForm(root, { ...form, seen: seen ?? "" });
  if (!data || !("job" in data)) throw new Error("no job was begun");
  expect(await count("membership")).toBe(SIZE);
  await workJob(portal);
  expect(await findJob(root, data.job)).toMatchObject({ status: "done", answer: "changed", outcome: { done: true } });
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
