/** Every page of the journey: for eyes in light and dark, on a narrow screen, for a screen reader, by keyboard alone. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ask, group, groupType, joinLink, type Person, PLAIN, type Place, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

interface World {
  readonly visitor: null;
  readonly owner: Person;
  readonly leader: Person;
  readonly member: Person;
  readonly outsider: Person;
  readonly asker: Person;
  readonly place: Place;
  readonly type: string;
  readonly token: string;
  readonly link: string;
}

let world: World;
test.beforeAll(async () => {
  const type = await groupType({ ...PLAIN, officer: ["member.add"] });
  const [owner, leader] = [await person("Owner", { roles: [], owner: true }), await person("Leader")];
  const [member, outsider, asker] = [await person("Member"), await person("Outsider"), await person("Asker")];
  const members = [[member, "officer"], await person("Other")] as const;
  const place = await group({ type, description: "What it is for.", leaders: [leader], members });
  await ask(place, asker, "Please let me in.");
  const { id: link, token } = await joinLink(place, leader, { maxUses: 3 });
  world = { visitor: null, owner, leader, member, outsider, asker, place, type, token, link };
});
test.afterAll(closePortalHere);

type Who = "visitor" | "owner" | "leader" | "member" | "outsider" | "asker";

const PAGES: readonly (readonly [who: Who, path: (world: World) => string, status?: number])[] = [
  ["visitor", () => "/"],
  ["visitor", () => "/sign-in"],
  ["visitor", () => "/sign-up"],
  ["visitor", () => "/groups"],
  ["visitor", () => "/nowhere", 404],
  ["visitor", ({ token }) => `/join/${token}`],
  ["outsider", ({ token }) => `/join/${token}`],
  ["member", ({ token }) => `/join/${token}`],
  ["outsider", () => "/home"],
  ["outsider", () => "/groups?plain=1"],
  ["outsider", () => "/groups?q=nothingiscalledlikethis"],
  ["outsider", ({ place }) => `/groups/${place.slug}`],
  ["outsider", ({ place }) => `/groups/${place.slug}/join`],
  ["asker", ({ place }) => `/groups/${place.slug}`],
  ["asker", () => "/my-requests"],
  ["member", ({ place }) => `/groups/${place.slug}`],
  ["member", ({ place }) => `/groups/${place.slug}/leave`],
  ["member", () => "/my-groups"],
  ["member", () => "/notices"],
  ["member", () => "/account"],
  ["member", ({ member }) => `/people/${member.id}`],
  ["outsider", ({ member }) => `/people/${member.id}`],
  ["leader", () => "/requests"],
  ["leader", ({ place }) => `/groups/${place.slug}/members`],
  ["leader", ({ place, member }) => `/groups/${place.slug}/members/${member.id}`],
  ["leader", ({ place, outsider }) => `/groups/${place.slug}/members/add?who=${encodeURIComponent(outsider.name)}`],
  ["leader", ({ place }) => `/groups/${place.slug}/requests`],
  ["leader", ({ place, asker }) => `/groups/${place.slug}/requests/${asker.id}`],
  ["leader", ({ place }) => `/groups/${place.slug}/links`],
  ["leader", ({ place }) => `/groups/${place.slug}/links/new`],
  ["leader", ({ place, link }) => `/groups/${place.slug}/links/${link}`],
  ["owner", ({ place }) => `/groups/${place.slug}/settings`],
  ["owner", ({ place }) => `/groups/${place.slug}/leaders`],
  ["owner", ({ place }) => `/groups/${place.slug}/delete`],
  ["owner", ({ type }) => `/groups/new?type=${type}`],
  ["owner", () => "/admin"],
  ["owner", () => "/admin/group/types"],
  ["owner", () => "/admin/group/types/add"],
  ["owner", ({ type }) => `/admin/group/types/manage/${type}`],
  ["owner", ({ type }) => `/admin/group/types/manage/${type}/permissions`],
  ["owner", ({ type }) => `/admin/group/types/manage/${type}/permissions?role=member`],
  ["owner", ({ type }) => `/admin/group/types/manage/${type}/permissions/outsider`],
  ["owner", () => "/admin/people"],
  ["owner", ({ member }) => `/admin/people/${member.id}`],
  ["owner", () => "/admin/people/permissions"],
];

for (const who of ["visitor", "outsider", "asker", "member", "leader", "owner"] as const) {
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

test("the way from the directory into a group goes by keyboard alone, and one sees where one is", async ({
  somebody,
}) => {
  const leader = await person("Leader");
  const place = await group({ leaders: [leader] });
  const page = await somebody((await person("Typist")).id);
  await page.goto("/groups");
  await tabTo(page, "Skip to the page");
  await page.keyboard.press("Enter");
  await tabTo(page, "Search groups");
  await page.keyboard.type(place.name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await tabTo(page, place.name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place.name);
  await tabTo(page, /^Ask to join/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Ask to join ${place.name}`);
  await tabTo(page, /^A word to whoever decides/);
  await page.keyboard.type("By hand.");
  await tabTo(page, "Ask to join");
  await page.keyboard.press("Space");
  await expect(page.getByText("You have asked to join.")).toBeVisible();

  const inCharge = await somebody(leader.id);
  await inCharge.goto("/home");
  await tabTo(inCharge, /^To review/);
  await inCharge.keyboard.press("Enter");
  await expect(inCharge.getByRole("heading", { level: 1 })).toHaveText("To review");
  await tabTo(inCharge, /^Approve: Typist/);
  await inCharge.keyboard.press("Space");
  await expect(inCharge.getByText("Answered. They have been told.")).toBeVisible();
});

test("a link is made by keyboard alone", async ({ somebody }) => {
  const leader = await person("Leader");
  const place = await group({ leaders: [leader] });
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/links/new`);
  await tabTo(page, /^Label/);
  await page.keyboard.type("By keyboard");
  await tabTo(page, /^Always asks for approval/);
  await page.keyboard.press("Space");
  await tabTo(page, "Make the link");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Here is the link")).toBeVisible();
  await tabTo(page, "Copy");
});

const pathOf = (at: string): string => at.split("?")[0] ?? at;

async function expectNoViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect.soft(told, where).toEqual([]);
}

/** Tab until the thing of that name has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(focused);
    expect(focus.shown, `the focus on “${focus.name}” shows`).toBe(true);
    passed.push(focus.name);
    if (typeof name === "string" ? focus.name === name : name.test(focus.name)) return;
  }
  throw new Error(`Tab never came to ${name}, but to ${passed.join(", ")}`);
}

function focused(): { name: string; shown: boolean } {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement)) return { name: "nothing", shown: false };
  const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : [];
  const name = at.getAttribute("aria-label") ?? labels[0]?.textContent ?? at.textContent ?? "";
  const marked = [at, at.closest("label")].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  });
  // What scrolls is a stop as well; the page's own body is not.
  return { name: name.trim().replaceAll(/\s+/g, " ") || at.tagName, shown: marked || at === document.body };
}
