/** Lists of people: pasted or sent, tried first, carried out by the worker; several members changed at once. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { group, groupType, PLAIN, person } from "./support/make";
import { expect, test } from "./support/page";
import { address, closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const RUN = { ...PLAIN, leader: ["group.view", "member.list", "member.administer"], officer: ["member.remove"] };
const LIST = "One person a line";
const SHOW = "Show what would come of it";

const place = async () => {
  const [leader, ada, bob] = [await person("Leader"), await person("Ada"), await person("Bob")];
  return { leader, ada, bob, where: await group({ type: await groupType(RUN), leaders: [leader], members: [bob] }) };
};

/** Waits at the page of a job until its report is there. */
async function untilOver(page: Page, said: RegExp | string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
}

test("a pasted list is corrected, tried, and carried out, and the report says what came of every line", async ({
  somebody,
}) => {
  const { leader, ada, bob, where } = await place();
  const page = await somebody(leader.id);
  await page.goto(`/groups/${where.slug}/members`);
  await page.getByRole("link", { name: "Add many" }).click();
  const box = page.getByLabel(LIST);
  await box.fill(`${ada.name}, Officer, soon\n${bob.name}`);
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page.getByText("Line 1: “soon” is no day.")).toBeVisible();
  await expect(box, "nothing that was typed is lost").toHaveValue(`${ada.name}, Officer, soon\n${bob.name}`);

  await box.fill(`${ada.name}, Officer, 2099-12-31\n${bob.name}\nNobody Atall\nada@example.org`);
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page.getByText("1 of 4 will be added · 1 is in already · 2 cannot be added")).toBeVisible();
  await expect(page.getByText("You cannot find people by their address.")).toBeVisible();
  await page.getByRole("button", { name: "Add this person" }).click();
  await page.waitForURL(/\/jobs\//);
  await untilOver(page, "2 of them are in the group now.");
  await expect(page.getByRole("row").filter({ hasText: ada.name })).toContainText("Added, and told so.");
  await expect(page.getByRole("row").filter({ hasText: "Nobody Atall" })).toContainText("Nobody here is called this.");
  await page.getByRole("link", { name: "Members" }).last().click();
  const row = page.getByRole("row").filter({ hasText: ada.name });
  await expect(row).toContainText("Officer");
  await expect(row).toContainText("2099");
  await expect(row).toContainText(`Was added by ${leader.name}`);
});

test("a file is sent without script, at 360 pixels, and whoever it means twice by name is chosen", async ({
  browser,
  somebody,
}) => {
  const { leader, ada, where } = await place();
  const signedIn = await somebody(leader.id);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 780 },
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(`${address()}/groups/${where.slug}/members/add/many`);
  const buffer = Buffer.from(`\uFEFFname;roles\r\n${ada.name.toUpperCase()};Officer\r\n`);
  await page.getByLabel("Or a file").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page.getByText("1 of 1 will be added")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Add this person" }).click();
  await page.waitForURL(/\/jobs\//);
  await untilOver(page, "One of them is in the group now.");
  await context.close();
});

test("T53 the list of members is looked through, and kept as a file", async ({ somebody }) => {
  const { leader, bob, where } = await place();
  const page = await somebody(leader.id);
  await page.goto(`/groups/${where.slug}/members`);
  await page.getByRole("searchbox", { name: "Search members" }).fill(bob.name.slice(0, 6).toUpperCase());
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("row").filter({ hasText: bob.name })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download these as CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`members-of-${where.slug}.csv`);
  const text = await readFile((await file.path()) ?? "", "utf8");
  expect(
    text
      .split("\r\n")
      .slice(0, 2)
      .map((line) => line.split(",")[0]),
  ).toEqual(["\uFEFFName", bob.name]);
  await page.getByText("Narrow, or order by name").click();
  await page.getByRole("link", { name: "Joined" }).click();
  await expect(page.getByText("No member fits")).toBeVisible();
});

test("chosen members are removed together, with a reason that each reads", async ({ somebody }) => {
  const [leader, admin] = [await person("Leader"), await person("Admin")];
  const [one, two] = [await person("One"), await person("Two")];
  const type = await groupType({ ...RUN, leader: ["group.view", "member.list", "member.remove"] });
  const where = await group({ type, leaders: [leader], members: [one, two, [admin, "admin"]] });
  const page = await somebody(leader.id);
  await page.goto(`/groups/${where.slug}/members`);
  await expect(page.getByRole("checkbox", { name: `Choose ${admin.name}` })).toBeDisabled();
  for (const { name } of [one, two]) await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
  await page.getByRole("button", { name: "Change those chosen…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change 2 members");
  await page.getByRole("navigation", { name: "Where you are" }).getByRole("link", { name: "Members" }).click();
  for (const { name } of [one, two]) await expect(page.getByRole("checkbox", { name: `Choose ${name}` })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: `Choose ${admin.name}` })).not.toBeChecked();
  await page.getByRole("button", { name: "Change those chosen…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change 2 members");
  await page.getByLabel("Why").fill("The season is over.");
  await page.getByRole("button", { name: "Remove 2 from the group" }).click();
  await page.waitForURL(/\/jobs\//);
  await untilOver(page, "2 members were removed, and told so.");
  const told = await somebody(two.id);
  await told.goto("/notices");
  await expect(told.getByText("The season is over.")).toBeVisible();
});

test("without script everybody who fits is removed, beyond a page and as the list is narrowed, and oneself stays", async ({
  somebody,
}) => {
  const [admin, kept] = [await person("Admin"), await person("Kept")];
  const many = await Promise.all(Array.from({ length: 27 }, (_, n) => person(`Guest ${n}`)));
  const type = await groupType({ ...RUN, admin: ["group.administer"] });
  const where = await group({ type, members: [[admin, "admin"], kept, ...many] });
  const page = await somebody(admin.id, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(`/groups/${where.slug}/members`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "… all that fit" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change 28 members");
  await expect(page.getByRole("list", { name: "Chosen members" })).toContainText("and 3 more");

  await page.goto(`/groups/${where.slug}/members?q=guest`);
  await page.getByRole("button", { name: "… all that fit" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change 27 members");
  await expect(page.getByText("Everybody who fits, but for yourself.")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Remove 27 from the group" }).click();
  await page.waitForURL(/\/jobs\//);
  await untilOver(page, "27 members were removed, and told so.");
  await page.goto(`/groups/${where.slug}/members`);
  const table = page.getByRole("table", { name: /^Members of/ });
  await expect(table.getByRole("row")).toHaveCount(3);
  for (const { name } of [admin, kept]) await expect(table).toContainText(name);
});
