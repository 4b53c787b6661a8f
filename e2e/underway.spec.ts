/** A press on a link is answered at once, however long the page takes; and the answer goes when the page is there. */
import { heeded } from "./support/keyboard";
import { group, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

test("a line says that a page is on its way until it is there", async ({ somebody }) => {
  const place = await group();
  const page = await somebody((await person("Reader")).id);
  await page.goto(`/groups?q=${place.name}`);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/groups/${place.slug}**`, async (route) => {
    await held;
    await route.continue();
  });
  const line = page.locator("[data-underway]");
  await expect(line).toHaveCount(0);
  await heeded(page);
  // What shows the line is the last part of a page to wake up: a press before it is not seen, and the next one is.
  await expect(async () => {
    await page.getByRole("link", { name: place.name }).click();
    await expect(line).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  release();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place.name);
  await expect(line).toHaveCount(0);
});

test("a link to where one is, to elsewhere or into a new window shows nothing", async ({ somebody }) => {
  const page = await somebody((await person("Reader")).id);
  await page.goto("/groups");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Groups" }).click();
  await expect(page.locator("[data-underway]")).toHaveCount(0);
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Guildhall, to the start" }).click({ modifiers: ["Control"] });
  await (await opened).close();
  await expect(page.locator("[data-underway]")).toHaveCount(0);
});
