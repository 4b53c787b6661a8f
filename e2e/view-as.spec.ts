/** An owner looks at the portal as others do: the banner on every page, nothing to change, and the way back. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { group, groupType, joinLink, PLAIN, type Place, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const RULES = { ...PLAIN, officer: ["member.list", "member.remove"] };

async function place(): Promise<Place> {
  return group({ type: await groupType(RULES), leaders: [await person("Leader")], members: [await person("Member")] });
}

const banner = (page: Page) => page.getByRole("complementary", { name: "Viewing as somebody else" });

for (const javaScriptEnabled of [true, false]) {
  test(`T50 as a member with a role, ${javaScriptEnabled ? "with" : "without"} script`, async ({ somebody }) => {
    const hall = await place();
    const page = await somebody((await person("Owner", { owner: true })).id, { javaScriptEnabled });
    await page.goto("/admin");
    await page.getByRole("link", { name: "View as somebody else" }).click();
    await page.getByRole("searchbox", { name: "Name of a group" }).fill(hall.name);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: hall.name }).click();
    await page.getByRole("radio", { name: "A member", exact: true }).check();
    await page.getByRole("checkbox", { name: "Officer" }).check();
    await page.getByRole("button", { name: "View the portal like this" }).click();
    await expect(page).toHaveURL(`/groups/${hall.slug}`);
    await expect(banner(page)).toContainText(`a member of ${hall.name} (Officer)`);
    await expect(page.getByRole("link", { name: "Admin" })).toHaveCount(0);
    await page.getByRole("link", { name: "Leave" }).first().click();
    await page.getByRole("button", { name: /leave/i }).click();
    await expect(page.getByText("so nothing can be changed")).toBeVisible();
    expect((await page.goto(`/groups/${hall.slug}/settings`))?.status()).toBe(404);
    await page.goto("/my-groups");
    await expect(page.getByRole("link", { name: hall.name, exact: true })).toBeVisible();
    await banner(page).getByRole("button", { name: "Stop" }).click();
    await expect(page).toHaveURL("/admin/view-as");
    await expect(banner(page)).toHaveCount(0);
    await page.goto(`/groups/${hall.slug}/settings`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}

test("T50 as a visitor, on every kind of page, and signing out ends it", async ({ somebody }) => {
  const [hall, leader] = [await place(), await person("Leader")];
  const link = await joinLink(hall, leader);
  const page = await somebody((await person("Owner", { owner: true })).id);
  await page.goto("/admin/view-as");
  await page.getByRole("button", { name: "View the portal like this" }).click();
  // What is at home to an account is at the front door to a visitor.
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Every group has a door");
  for (const path of ["/", "/groups", `/join/${link.token}`, "/sign-in", "/sign-up", "/nowhere"]) {
    await page.goto(path);
    await expect(banner(page), path).toContainText("as a visitor");
  }
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("somebody@example.org");
  await page.getByLabel("Password").fill("a lantern in the fog");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("so nothing can be changed")).toBeVisible();
  await banner(page).getByRole("button", { name: "Stop" }).click();
  await expect(page).toHaveURL("/admin/view-as");
});

test("T50 an account may sign out from there", async ({ somebody }) => {
  const page = await somebody((await person("Owner", { owner: true })).id);
  await page.goto("/admin/view-as");
  await page.getByRole("radio", { name: "Somebody with an account" }).check();
  await page.getByRole("button", { name: "View the portal like this" }).click();
  await expect(banner(page)).toContainText("an account and no role");
  await page.locator("summary", { hasText: "Somebody" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await expect(banner(page)).toHaveCount(0);
});

test("the banner keeps to a narrow screen, and breaks no rule of axe", async ({ somebody }) => {
  const hall = await place();
  const page = await somebody((await person("Owner", { owner: true })).id);
  await page.goto(`/admin/view-as?group=${hall.slug}`);
  await page.getByRole("radio", { name: "A member in charge" }).check();
  await page.getByRole("button", { name: "View the portal like this" }).click();
  for (const path of [`/groups/${hall.slug}`, "/groups", "/nowhere"]) {
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 360],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      await expect(banner(page)).toContainText("and in charge of it");
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect
        .soft(
          violations.map(({ id }) => id),
          `${path} ${colorScheme}`,
        )
        .toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  }
});
