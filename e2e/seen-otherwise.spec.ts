/** Pages for eyes that see otherwise: in a system's own colours, in letters twice as large, without motion, on paper. */
import type { Locator, Page } from "@playwright/test";
import { heeded, tabTo } from "./support/keyboard";
import { group, groupType, PLAIN, person } from "./support/make";
import { expect, test } from "./support/page";
import { PAGES, type PagesWorld, pagesWorld, VIEWERS } from "./support/pages";
import { closePortalHere } from "./support/stand";

let world: PagesWorld;
test.beforeAll(async () => {
  world = await pagesWorld();
});
test.afterAll(closePortalHere);

test.describe("in the colours of the system", () => {
  const borderOf = (one: Locator, side = "Top") =>
    one.evaluate((at, name) => {
      const style = getComputedStyle(at);
      const [width, line, colour] = ["Width", "Style", "Color"].map((part) =>
        Reflect.get(style, `border${name}${part}`),
      );
      const seen = Number.parseFloat(width) > 0 && line !== "none" && !/^rgba.*, 0\)$/.test(colour);
      return { seen, colour: String(colour) };
    }, side);

  for (const colorScheme of ["light", "dark"] as const) {
    test(`every control has an edge that shows, and what is chosen differs by it (${colorScheme})`, async ({
      somebody,
    }) => {
      const page = await somebody();
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      await page.goto("/dev/ui");
      expect(await page.evaluate(withoutEdge)).toEqual([]);
      for (const tone of ["neutral", "accent", "info", "warning", "danger"])
        expect((await borderOf(page.locator("#standings").getByText(tone, { exact: true }).first())).seen, tone).toBe(
          true,
        );
      const card = (name: string) =>
        page
          .locator("label")
          .filter({ has: page.getByRole("radio", { name }) })
          .first();
      expect(await borderOf(card("They ask"))).not.toEqual(await borderOf(card("They join at once")));
      const tabs = page.getByRole("navigation", { name: "Pages of a group" });
      const [here, there] = [tabs.getByRole("link", { name: "About" }), tabs.getByRole("link", { name: "Members" })];
      expect((await borderOf(here, "Bottom")).colour).not.toBe((await borderOf(there, "Bottom")).colour);
      const chosen = page.getByRole("navigation", { name: "Kind" }).getByRole("link", { name: /chosen/ });
      await expect(chosen.locator("svg"), "what narrows a list has a sign").toBeVisible();
    });
  }

  test("one sees where one is, and which emblem is chosen", async ({ somebody }) => {
    const page = await somebody(world.owner.id);
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`/groups/${world.place.slug}/settings`);
    for (const name of ["Skip to the page", "Name", "Save"]) await tabTo(page, name);
    const emblem = (name: string) =>
      page.locator("label").filter({ has: page.getByRole("radio", { name, exact: true }) });
    await page.getByRole("radio", { name: "anchor" }).check();
    expect((await borderOf(emblem("anchor"))).colour).not.toBe((await borderOf(emblem("bell"))).colour);
  });

  test("a cell that cannot be is hatched all the same", async ({ somebody }) => {
    const page = await somebody(world.owner.id);
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`/admin/group/types/manage/${world.type}/permissions`);
    const cell = page
      .getByRole("cell")
      .filter({ has: page.getByRole("button", { name: /impossible$/ }) })
      .first();
    expect(await cell.evaluate((at) => getComputedStyle(at).backgroundImage)).toContain("repeating-linear-gradient");
  });
});

/** Controls that only a ground would show. A native box draws its own edge; the switch of themes stands in a frame. */
function withoutEdge(): string[] {
  const edged =
    "button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, label:has([type=radio])";
  return [...document.querySelectorAll<HTMLElement>(`main :is(${edged}):not(fieldset.inline-flex *)`)]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(one);
      const drawn = Number.parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none";
      return !drawn || /^rgba.*, 0\)$/.test(borderTopColor) || borderTopColor === backgroundColor;
    })
    .map((one) => one.outerHTML.slice(0, 120));
}

test.describe("in letters twice as large", () => {
  for (const who of VIEWERS) {
    test(`nothing is cut off and nothing scrolls sideways, as ${who}`, async ({ somebody }) => {
      const page = await somebody(world[who]?.id ?? null, { viewport: { width: 1280, height: 900 } });
      await page.addInitScript(() => {
        const large = new CSSStyleSheet();
        large.replaceSync("html { font-size: 200% !important; }");
        document.adoptedStyleSheets = [large];
      });
      for (const [, path] of PAGES.filter(([of]) => of === who)) {
        const at = path(world);
        await page.goto(at);
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), at).toBe("32px");
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(width, `${at} is as wide as its window`).toBeLessThanOrEqual(1280);
        expect.soft(await page.evaluate(cutOff), `${at} shows everything`).toEqual([]);
      }
    });
  }
});

/** What hides what does not fit into it. Left out: fields, what ends in dots on purpose, and what is for ears alone. */
function cutOff(): string[] {
  return [...document.querySelectorAll<HTMLElement>("body :not(input)")]
    .filter((one) => {
      const { overflowX, overflowY, textOverflow, webkitLineClamp, clipPath, display } = getComputedStyle(one);
      if (display === "none" || clipPath !== "none" || textOverflow === "ellipsis" || webkitLineClamp !== "none")
        return false;
      const hides = (how: string) => how === "hidden" || how === "clip";
      return (
        (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
        (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
      );
    })
    .map((one) => one.outerHTML.slice(0, 120));
}

test("who wants no motion gets none", async ({ somebody }) => {
  const page = await somebody();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/dev/ui");
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("body *")].flatMap((one) => {
      const style = getComputedStyle(one);
      const times = [style.transitionDuration, style.animationName === "none" ? "0s" : style.animationDuration];
      return times.flatMap((time) => time.split(", ")).some((time) => Number.parseFloat(time) > 0.001)
        ? [one.tagName]
        : [];
    }),
  );
  expect(moving).toEqual([]);
  // What lasts no time at all is over with the next frame, whenever that comes.
  const running = () => document.getAnimations().filter((one) => one.playState === "running").length;
  await expect.poll(() => page.evaluate(running)).toBe(0);
});

test.describe("on paper", () => {
  async function printed(page: Page): Promise<void> {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  }

  test("a list of members is a table with its heads, the group’s name and the day, and nothing to press", async ({
    somebody,
  }) => {
    const leader = await person("Leader");
    const members = [[await person("Member"), "officer"], await person("Other")] as const;
    const type = await groupType({ ...PLAIN, officer: ["member.remove"] });
    const place = await group({ type, leaders: [leader], members });
    // Narrower than paper ever is: on a screen of this width each row is a sheet of its own.
    const page = await somebody(leader.id, { viewport: { width: 500, height: 700 } });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`/groups/${place.slug}/members`);
    await printed(page);
    const table = page.getByRole("table", { name: `Members of ${place.name}` });
    const display = (one: Locator) => one.evaluate((at) => getComputedStyle(at).display);
    expect(await display(table)).toBe("table");
    expect(await display(table.locator("thead"))).toBe("table-header-group");
    for (const name of ["Name", "Roles", "Since"])
      await expect(table.getByRole("columnheader", { name, exact: true })).toBeVisible();
    const row = table.getByRole("row").filter({ hasText: members[0][0].name });
    expect(await display(row)).toBe("table-row");
    await expect(row.getByRole("cell", { name: "Officer", exact: true })).toBeVisible();
    await expect(row.locator("time").first()).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(place.name);
    const today = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
    await expect(page.getByText(`Printed on ${today}`)).toBeVisible();

    for (const gone of ["nav", "footer", "main button", "main a[href$='/members/add']", "td a"])
      await expect(page.locator(gone).filter({ visible: true }), gone).toHaveCount(0);
    const colours = await row.evaluate((at) => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(at).color,
    ]);
    expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, "the paper is wide enough").toBeLessThanOrEqual(718);
  });

  test("black on white also for who chose the dark", async ({ somebody }) => {
    const page = await somebody(world.leader.id);
    await page.goto(`/groups/${world.place.slug}/members`);
    await heeded(page);
    await page.getByRole("radio", { name: "Dark" }).check({ force: true });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await printed(page);
    const shown = await page
      .locator("h1")
      .evaluate((at) => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(at).color]);
    expect(shown).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  });
});
