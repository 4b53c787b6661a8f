/** The directory: everything in it once, found by name and by kind, and nothing in it that is not for this viewer. */
import type { Page } from "@playwright/test";
import { group, groupType, PLAIN, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

const PAGE = 24;

test.afterAll(closePortalHere);

test("pages follow one another by key, each group once, and the way back leads to the first", async ({ somebody }) => {
  const type = await groupType();
  const places = [];
  for (let n = 0; n < PAGE + 3; n++) places.push(await group({ type, called: `No ${String(n).padStart(2, "0")}` }));
  const page = await somebody((await person("Reader")).id);
  await page.goto(`/groups?type=${type}`);
  const first = await names(page);
  expect(first).toHaveLength(PAGE);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(page.getByRole("list", { name: "Groups" }).getByRole("listitem")).toHaveCount(3);
  const second = await names(page);
  expect([...first, ...second]).toEqual(places.map(({ name }) => name).sort());
  await expect(page.getByRole("link", { name: "Next" })).toHaveCount(0);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page.getByRole("list", { name: "Groups" }).getByRole("listitem")).toHaveCount(PAGE);

  await test.step("a key that nobody gave out is the first page", async () => {
    await page.goto(`/groups?type=${type}&after=nonsense`);
    expect(await names(page)).toEqual(first);
  });
});

test("search forgives accents and capitals, keeps itself in the address, and says when there is nothing", async ({
  somebody,
}) => {
  const place = await group({ called: "Ÿarnspinnérs" });
  const page = await somebody((await person("Seeker")).id);
  await page.goto("/groups");
  await page.getByRole("searchbox", { name: "Search groups" }).fill(place.name.replace("Ÿarnspinnérs", "yarnspinners"));
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/groups\?q=yarnspinners/);
  await expect.poll(() => names(page)).toEqual([place.name]);

  const nothing = `${word()}${word()}`;
  await page.getByRole("searchbox", { name: "Search groups" }).fill(nothing);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText(`Nothing here is called “${nothing}”`)).toBeVisible();
  await page.getByRole("link", { name: `Without “${nothing}”` }).click();
  await expect(page).toHaveURL("/groups");
  await expect(page.getByRole("list", { name: "Groups" })).toBeVisible();
});

test("facets count what this person sees, and narrow to it", async ({ somebody }) => {
  const type = await groupType();
  const reader = await person("Reader");
  const open = await group({ type, called: "Open", flags: { open: true } });
  const asks = await group({ type, called: "Asks" });
  const mine = await group({ type, called: "Mine", members: [reader] });
  await group({ type, called: "Hidden", flags: { hidden: true } });
  const page = await somebody(reader.id);
  await page.goto(`/groups?type=${type}`);
  expect((await names(page)).sort()).toEqual([open.name, asks.name, mine.name].sort());
  const where = page.getByRole("navigation", { name: "Where" });
  await expect(where.getByRole("link", { name: "I can join 1" })).toBeVisible();
  await where.getByRole("link", { name: "I can ask to join 1" }).click();
  await expect(where.getByRole("link", { name: /I can ask to join/ })).toHaveAttribute("aria-current", "true");
  await expect.poll(() => names(page)).toEqual([asks.name]);
  await where.getByRole("link", { name: /I can ask to join/ }).click();
  await where.getByRole("link", { name: "I am in 1" }).click();
  await expect.poll(() => names(page)).toEqual([mine.name]);
  await expect(page.getByText("Member", { exact: true })).toBeVisible();

  await page.goto(`/groups?type=${type}&can=manage`);
  await expect(page.getByText("Nothing here fits")).toBeVisible();
  await page.getByRole("link", { name: "Not only “I decide who gets in”" }).click();
  await expect.poll(async () => (await names(page)).length).toBe(3);
});

test("a visitor sees what visitors may, with the way to an account as its verb", async ({ page }) => {
  const shown = await group({ type: await groupType({ ...PLAIN, anonymous: ["group.view"] }), called: "Shown" });
  const kept = await group({ called: "Kept" });
  await page.goto(`/groups?q=${encodeURIComponent(shown.name)}`);
  expect(await names(page)).toEqual([shown.name]);
  await page.getByRole("link", { name: `Sign in to join ${shown.name}` }).click();
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/groups/${shown.slug}`)}`);
  await page.goto(`/groups?q=${encodeURIComponent(kept.name)}`);
  await expect(page.getByText(/Nothing here is called/)).toBeVisible();
});

function names(page: Page): Promise<string[]> {
  return page
    .getByRole("list", { name: "Groups" })
    .getByRole("listitem")
    .locator("a[href^='/groups/']:not([class*='min-h'])")
    .allTextContents();
}
