/** Every page of the journey: for eyes in light and dark, on a narrow screen, for a screen reader. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/page";
import { PAGES, type PagesWorld, pagesWorld, VIEWERS } from "./support/pages";
import { closePortalHere } from "./support/stand";

let world: PagesWorld;
test.beforeAll(async () => {
  world = await pagesWorld();
});
test.afterAll(closePortalHere);

for (const who of VIEWERS) {
  test(`pages as ${who}: no violation in light and dark, nothing wider than 360 pixels, each with a title`, async ({
    somebody,
  }) => {
    test.setTimeout(600_000);
    const page = await somebody(world[who]?.id ?? null);
    const titles = new Map<string, string>();
    for (const [, path, status = 200] of PAGES.filter(([of]) => of === who)) {
      const at = path(world);
      await test.step(at, async () => {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        expect((await page.goto(at))?.status(), at).toBe(status);
        await expectNoViolation(page, `${at} in light, wide`);
        await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
        await page.setViewportSize({ width: 360, height: 740 });
        await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
        await expectNoViolation(page, `${at} in dark, narrow`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(width, `${at} at 360 pixels`).toBeLessThanOrEqual(360);
        const title = await page.title();
        expect.soft(title, at).toContain("Guildhall");
        expect.soft(titles.get(title) ?? pathOf(at), `“${title}” is the title of ${at}`).toBe(pathOf(at));
        titles.set(title, pathOf(at));
        await expect.soft(page.getByRole("heading", { level: 1 }), at).toHaveCount(1);
      });
    }
  });
}

const pathOf = (at: string): string => at.split("?")[0] ?? at;

async function expectNoViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect.soft(told, where).toEqual([]);
}
