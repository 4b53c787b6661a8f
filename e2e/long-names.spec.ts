/** Names as long as they may be, in one word: nothing grows wider for them, with everything on the page unfolded. */
import { expect, test } from "./support/page";
import { PAGES, type PagesWorld, pagesWorld, VIEWERS } from "./support/pages";
import { closePortalHere } from "./support/stand";

/** What a name may have, less the word that makes it the only one of its kind. */
const LONGEST = 80 - " type-".length - 8;

let world: PagesWorld;
test.beforeAll(async () => {
  world = await pagesWorld((called) => called.replaceAll(/[^A-Za-z]/g, "").padEnd(LONGEST, "mw"));
});
test.afterAll(closePortalHere);

for (const who of VIEWERS) {
  test(`nothing is wider than its window, however long its names are, as ${who}`, async ({ somebody }) => {
    const page = await somebody(world[who]?.id ?? null);
    for (const [, path] of PAGES.filter(([of]) => of === who)) {
      const at = path(world);
      await page.goto(at);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
      });
      for (const width of [360, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        expect.soft(await page.evaluate(tooWide), `${at}, ${width} pixels`).toEqual([]);
        // Between the two a table of seven columns may scroll within itself.
        if (width === 360 || width === 1280)
          expect.soft(await page.evaluate(scrolling), `tables of ${at}, ${width} pixels`).toEqual([]);
      }
    }
  });
}

/** What reaches beyond a page that scrolls sideways. */
function tooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = (one: Element | null) => one !== null && one.getBoundingClientRect().right > clientWidth;
  return [...document.querySelectorAll("body *")]
    .filter((one) => beyond(one) && !beyond(one.parentElement))
    .map((one) => `${Math.round(one.getBoundingClientRect().right)}: ${one.outerHTML.slice(0, 160)}`);
}

/** Tables that scroll sideways. One of permissions may, by its many columns; but its first one stays in sight then, and narrow. */
function scrolling(): string[] {
  const tables = [...document.querySelectorAll("div:has(> table:not(.permission-table))")]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map((one) => `${one.scrollWidth}: ${one.outerHTML.slice(0, 160)}`);
  const first = [...document.querySelectorAll(".permission-table th.first")]
    .filter((one) => one.getBoundingClientRect().width > 300)
    .map((one) => `${one.getBoundingClientRect().width}: ${one.textContent?.slice(0, 160)}`);
  return [...tables, ...first];
}
