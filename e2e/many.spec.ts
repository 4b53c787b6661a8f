/** An administrator takes a right from hundreds: reads beforehand whom it removes, watches it happen, and finds all of them told. */
import { importMembers } from "@/lib/members/commands/import-members";
import { importAccounts } from "@/lib/people/commands/import-account";
import { changeGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { createGlobalRole } from "@/lib/permissions/commands/global-roles";
import { siteViewer } from "@/lib/session/viewer";
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
  test.setTimeout(240_000);
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
  await expect(page.getByText("Saved. Everybody concerned was told.")).toBeVisible({ timeout: 60_000 });

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

test("whoever did not ask for it does not find it", async ({ somebody }) => {
  const page = await somebody((await person("Stranger")).id);
  const response = await page.goto("/jobs/00000000-0000-4000-8000-000000000000");
  expect(response?.status()).toBe(404);
  await page.goto("/jobs");
  await expect(page.getByText("Nothing under way")).toBeVisible();
});
