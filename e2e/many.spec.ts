/** An administrator takes a right from hundreds, or a role: reads whom it removes, watches it happen, and finds all of them told. */
import { startWhole } from "@/lib/jobs/start";
import { importMembers } from "@/lib/members/commands/import-members";
import { importAccounts } from "@/lib/people/commands/import-account";
import { changeGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { createGlobalRole } from "@/lib/permissions/commands/global-roles";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { group, groupType, type Place, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { asOwner, closePortalHere, portalHere } from "./support/stand";

const HOLDERS = 520;
const MEMBERS = 412;
const GROUPS = 38;

test.afterAll(closePortalHere);

interface Multitude {
  readonly role: string;
  readonly label: string;
  readonly places: readonly Place[];
  readonly people: readonly string[];
}

/** A role that alone gives 520 people the right to request; 412 of them are in two of 38 groups each. */
async function multitude(): Promise<Multitude> {
  const site = async () => siteViewer(await portalHere());
  const [role, label] = [`crowd-${word()}`, `Crowd ${word()}`];
  await createGlobalRole(await site(), { role, label });
  await changeGlobalGrants(await site(), { changes: [{ role, permission: "group.request", on: true }], reason: "" });
  const names = Array.from({ length: HOLDERS }, (_, n) => `Somebody ${n} ${role}`);
  const imported = await importAccounts(
    await site(),
    names.map((name) => ({ name, roles: [role], owner: false, active: true })),
  );
  const people = imported.data ?? [];
  const type = await groupType();
  const places: Place[] = [];
  for (let n = 0; n < GROUPS; n++) {
    const place = await group({ type, called: `Crew ${n}` });
    const members = people
      .slice(0, MEMBERS)
      .filter((_, k) => k % GROUPS === n || (k + 5) % GROUPS === n)
      .map((account) => ({ account, roles: [], until: null }));
    await importMembers(await site(), { group: place.slug, members });
    places.push(place);
  }
  return { role, label, places, people };
}

test("412 people leave 38 groups: said before, watched, logged and told, each of them", async ({ somebody }) => {
  test.setTimeout(600_000);
  const { role, label, places, people } = await multitude();
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto("/admin/people/permissions");
  await page.getByRole("checkbox", { name: `Request non-public groups for ${label}`, exact: true }).uncheck();
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is saved yet" })).toBeVisible();
  await expect(page.getByText(/412 people .*38 groups/).first()).toBeVisible();
  await page.getByRole("textbox", { name: /^Why/ }).fill("The season is over.");
  await page.getByRole("button", { name: /^Save/ }).click();

  await expect(page).toHaveURL(/\/jobs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Changing site-wide permissions");
  await expect(page.getByText("Saved. Everybody concerned was told.")).toBeVisible({ timeout: 180_000 });

  await page.getByRole("link", { name: "See whom it removed" }).click();
  await expect(page.getByText("412 people were removed from 38 groups")).toBeVisible();
  const all = await asOwner(async (client) => {
    const counted = async (from: string) =>
      (await client.query(`select count(*)::int as n from ${from}`, [role])).rows[0].n;
    const cause = "cause = 'permission.revoked group.request ' || $1";
    return {
      logged: await counted(
        `(select distinct account_id, group_id from audit where event = 'member.pruned' and ${cause}) x`,
      ),
      told: await counted(
        `(select distinct account_id, group_id from notice where event = 'member.pruned' and ${cause}) x`,
      ),
      people: await counted(`(select distinct account_id from notice where event = 'member.pruned' and ${cause}) x`),
      left: await counted(`membership m join account_role r on r.account_id = m.account_id and r.role = $1`),
    };
  });
  expect(all).toEqual({ logged: MEMBERS * 2, told: MEMBERS * 2, people: MEMBERS, left: 0 });

  const one = await somebody(people[0]);
  await one.goto("/notices");
  await one.getByRole("main").locator("summary").first().click();
  await expect(one.getByText(new RegExp(`role ${label} lost the right`)).first()).toBeVisible();
  await one.goto(`/groups/${places[0]?.slug}`);
  await expect(one.getByRole("link", { name: /Leave/ })).toHaveCount(0);
});

/** A role that alone lets one person ask, who is in one group. */
async function roleOfOne() {
  const [role, label] = [`lone-${word()}`, `Lone ${word()}`];
  await createGlobalRole(await siteViewer(await portalHere()), { role, label });
  const changes = [{ role, permission: "group.request", on: true }];
  await changeGlobalGrants(await siteViewer(await portalHere()), { changes, reason: "" });
  const lone = await person("Lone", { roles: [role] });
  return { role, label, lone, place: await group({ members: [lone] }) };
}

test("the report of a deleted role leads to whom it removed, and to nobody where it removed nobody", async ({
  somebody,
}) => {
  const { role, label, lone, place } = await roleOfOne();
  const idle = `idle-${word()}`;
  await createGlobalRole(await siteViewer(await portalHere()), { role: idle });
  const owner = await person("Owner", { roles: [], owner: true });
  const deleting = async (name: string) =>
    startWhole(await findViewer(await portalHere(), { account: owner.id }), "role.delete", { role: name, reason: "" });
  const page = await somebody(owner.id);
  await page.goto(`/jobs/${await deleting(role)}`);
  await page.getByRole("link", { name: "See whom it removed" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Removed with the role ${label}`);
  await expect(page.getByRole("row", { name: new RegExp(lone.name) })).toContainText(place.name);
  await expect(page.getByText("What was deleted is gone for good")).toBeVisible();

  await page.goto(`/jobs/${await deleting(idle)}`);
  await expect(page.getByText("The role is deleted. Everybody who held it was told.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: "See whom it removed" })).toHaveCount(0);
});

test("a role that is deleted at once says whom it removed", async ({ somebody }) => {
  const { role, lone } = await roleOfOne();
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto(`/admin/people/permissions?ask=delete&which=${role}`);
  await page.getByRole("button", { name: "Delete the role" }).click();
  await expect(page.getByText("1 person was removed from 1 group with it")).toBeVisible();
  await page.getByRole("link", { name: "see who it was, and add them again" }).click();
  await expect(page.getByRole("row", { name: new RegExp(lone.name) })).toContainText("not in");
});

test("whoever did not ask for it does not find it", async ({ somebody }) => {
  const page = await somebody((await person("Stranger")).id);
  const response = await page.goto("/jobs/00000000-0000-4000-8000-000000000000");
  expect(response?.status()).toBe(404);
  await page.goto("/jobs");
  await expect(page.getByText("Nothing under way")).toBeVisible();
});
