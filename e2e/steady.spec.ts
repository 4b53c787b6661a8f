/** The pages that are opened most: nothing moves once it is shown, and no script is loaded that nobody weighed. */
import type { Page } from "@playwright/test";
import { pageScripts } from "@/bin/build/weigh";
import { group, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

/** Far from the server's zone, so that every moment is rewritten. */
const ELSEWHERE = "Asia/Kolkata";

for (const width of [1280, 360]) {
  test(`nothing shifts on the directory, on a group’s page and among its members, ${width} pixels wide`, async ({
    somebody,
  }) => {
    const leader = await person("Leader");
    const description = "What it is for. ".repeat(30);
    const place = await group({ description, leaders: [leader], members: [await person("Member")] });
    for (const who of [null, leader.id]) {
      const page = await somebody(who, { viewport: { width, height: 800 }, timezoneId: ELSEWHERE });
      const paths = ["/groups", ...(who ? [`/groups/${place.slug}`, `/groups/${place.slug}/members`] : [])];
      for (const path of paths) {
        expect.soft(await lastingShifts(page, path), path).toEqual([]);
      }
    }
  });
}

test("what moves a page that is shown is seen by these tests", async ({ somebody }) => {
  const page = await somebody(null);
  // By a style and not by an element, which the page's own script might find in its way.
  await page.addInitScript(() => {
    const late = new CSSStyleSheet();
    late.replaceSync("main { margin-top: 5rem !important; }");
    document.addEventListener("DOMContentLoaded", () =>
      setTimeout(() => {
        document.adoptedStyleSheets = [late];
      }, 500),
    );
  });
  expect(await lastingShifts(page, "/groups")).not.toEqual([]);
});

/** What one could notice, as a share of the window: more than this is a fault whenever it comes. */
const NOTICEABLE = 0.01;

/**
 * What moves at each of three visits, and what moves far at any. A slow machine paints half a row before the rest of it has
 * arrived, or a frame before the typeface: that is small, comes once and somewhere else the next time.
 */
async function lastingShifts(page: Page, path: string): Promise<string[]> {
  let told: string[] = [];
  for (let visit = 0; visit < 3; visit++) {
    await page.goto(path, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    told = await shifts(page);
    if (told.length === 0 || told.some((line) => Number.parseFloat(line) > NOTICEABLE)) break;
  }
  return told;
}

/** Every shift since the page began, with what moved. */
function shifts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const told: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const sources: { node?: Node }[] = Reflect.get(entry, "sources") ?? [];
            const names = sources.map(({ node }) => node?.textContent?.slice(0, 40) || (node?.nodeName ?? "?"));
            told.push(`${Reflect.get(entry, "value")}: ${names.join(", ")}`);
          }
        }).observe({ type: "layout-shift", buffered: true });
        // Two frames later whatever was buffered has been told.
        requestAnimationFrame(() => setTimeout(() => done(told), 300));
      }),
  );
}

test("the directory loads what the build weighed, and nothing besides", async ({ somebody }) => {
  const page = await somebody((await person("Reader")).id);
  const loaded = new Set<string>();
  page.on("response", (answer) => {
    const { pathname } = new URL(answer.url());
    if (answer.request().resourceType() === "script") loaded.add(pathname.replace("/_next/", ""));
  });
  await page.goto("/groups", { waitUntil: "networkidle" });
  const { own, framework } = pageScripts();
  expect(loaded.size).toBeGreaterThan(framework.length);
  expect([...loaded].filter((file) => !own.includes(file) && !framework.includes(file))).toEqual([]);
});
