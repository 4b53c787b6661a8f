/** The palette and the keys: opened, typed into, chosen from, closed, and nothing in it that is not for this person. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { heeded } from "./support/keyboard";
import { group, groupType, PLAIN, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

test("a group is found by typing and gone to by Enter, with accents and capitals forgiven", async ({ somebody }) => {
  const place = await group({ called: "Ÿodelers" });
  const page = await somebody((await person("Seeker")).id);
  await openByKey(page, "/my-groups");
  await page.keyboard.type(place.name.replace("Ÿ", "y").toUpperCase());
  await expect(option(page, place.name)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/groups/${place.slug}`);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("one's own groups are there before anything is typed", async ({ somebody }) => {
  const member = await person("Member");
  const place = await group({ members: [member] });
  const page = await somebody(member.id);
  await openByKey(page);
  await expect(page.getByRole("group", { name: "My groups" }).getByRole("option")).toContainText([place.name]);
  await expect(option(page, place.name)).toContainText("Member");
});

test("a hidden group is found by its members, and by an outsider no more than one that never was", async ({
  somebody,
}) => {
  const [member, outsider] = [await person("Member"), await person("Outsider")];
  const place = await group({ called: "Hidden", flags: { hidden: true }, members: [member] });
  const inside = await somebody(member.id);
  await openByKey(inside);
  await inside.keyboard.type(place.name);
  await expect(option(inside, place.name)).toBeVisible();

  const outside = await somebody(outsider.id);
  await openByKey(outside);
  const never = `Hidden ${word()}`;
  for (const name of [place.name, never]) {
    await field(outside).fill(name);
    await expect(outside.getByText(`Nothing here is called “${name}”`)).toBeVisible();
    await expect(outside.getByRole("option")).toHaveCount(0);
  }
  const answers = await Promise.all([place.name, never].map((q) => answered(outside, q)));
  expect(answers[0]).toEqual(answers[1]);
});

test("a person is found by the beginning of their name, and by no visitor", async ({ somebody, page }) => {
  const subject = await person("Subject");
  const reader = await somebody((await person("Reader")).id);
  await openByKey(reader);
  await reader.keyboard.type(subject.name.toLowerCase());
  await option(reader, subject.name).click();
  await expect(reader).toHaveURL(`/people/${subject.id}`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(subject.name);

  await openByKey(page);
  await page.keyboard.type(subject.name);
  await expect(page.getByText(`Nothing here is called “${subject.name}”`)).toBeVisible();
});

test("a visitor finds what visitors may see, and the way in", async ({ page }) => {
  const shown = await group({ type: await groupType({ ...PLAIN, anonymous: ["group.view"] }), called: "Shown" });
  await openByKey(page);
  await expect(option(page, "Sign in")).toBeVisible();
  await expect(option(page, "Sign out")).toHaveCount(0);
  await expect(option(page, "My groups")).toHaveCount(0);
  await page.keyboard.type(shown.name);
  await expect(option(page, shown.name)).toBeVisible();
});

test("pages and actions are found by their names and by other words, and only those that are for one", async ({
  somebody,
}) => {
  const page = await somebody((await person("Reader")).id);
  await openByKey(page);
  await expect(option(page, "Admin")).toHaveCount(0);
  await page.keyboard.type("settings");
  await expect(option(page, "Your account")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await option(page, "Your account").click();
  await expect(page).toHaveURL("/account");

  await openByKey(page, null);
  await page.keyboard.type("theme: dark");
  await expect(option(page, "Theme: dark")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await openByKey(page, null);
  await page.keyboard.type("sign out");
  await expect(option(page, "Sign out")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/sign-in");

  const owner = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await openByKey(owner);
  await owner.keyboard.type("admin: people");
  await expect(option(owner, "Admin: People")).toHaveAttribute("aria-selected", "true");
  await owner.keyboard.press("Enter");
  await expect(owner).toHaveURL("/admin/people");
});

test("arrows move, around the ends too, and an answer that comes in does not move what was chosen by hand", async ({
  somebody,
}) => {
  const page = await somebody((await person("Mover")).id);
  await openByKey(page);
  const options = page.getByRole("option");
  await expect(option(page, "Home")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  const active = await field(page).getAttribute("aria-activedescendant");
  expect(active).toBe(await options.last().getAttribute("id"));

  const answers = await held(page);
  const place = await group({ called: "Grouse" });
  await page.keyboard.type("gro");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(1);
  const chosen = await page.getByRole("option", { selected: true }).textContent();
  answers.release();
  await expect(page.getByRole("group", { name: "Groups" })).toBeVisible();
  expect(await page.getByRole("option", { selected: true }).textContent()).toBe(chosen);
  await field(page).fill(place.name);
  await expect(option(page, place.name)).toHaveAttribute("aria-selected", "true");
});

test("Escape and the same key close it, and the focus is where it was", async ({ somebody }) => {
  const page = await somebody((await person("Closer")).id);
  await page.goto("/groups");
  await heeded(page);
  const box = page.getByRole("searchbox", { name: "Search groups" });
  for (const key of ["Escape", "Control+k"]) {
    await box.focus();
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(box).toBeFocused();
  }
  const button = page.getByRole("button", { name: "Find or go to" });
  await button.click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("where the portal does not answer it says so, and tries again", async ({ somebody, complaints }) => {
  complaints.expect("Failed to load resource");
  const place = await group();
  const page = await somebody((await person("Patient")).id);
  await page.goto("/groups");
  await page.route("**/api/palette?*", (route) => route.abort());
  await openByKey(page, null);
  await expect(page.getByRole("alert")).toContainText("The portal did not answer.");
  await page.keyboard.type(place.name);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.unroute("**/api/palette?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(option(page, place.name)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("what is asked is data that nobody keeps, whatever is asked", async ({ somebody }) => {
  const page = await somebody((await person("Asker")).id);
  await page.goto("/groups");
  for (const q of ["", "s", "%00%25_", "%f0%9f", "a".repeat(5_000), "a&q=b", "'--"]) {
    const response = await page.request.get(`/api/palette?q=${q}`);
    expect(response.status(), q.slice(0, 9)).toBe(200);
    expect(response.headers()["content-type"]).toContain("application/json");
    expect(response.headers()["cache-control"]).toContain("no-store");
    const { groups, people } = await response.json();
    expect(groups.length).toBeLessThanOrEqual(24);
    expect(people.length).toBeLessThanOrEqual(6);
  }
});

test("“?” tells the keys, “/” leads to the search box, and neither does anything while one types", async ({
  somebody,
}) => {
  const page = await somebody((await person("Typist")).id);
  await page.goto("/groups");
  const box = page.getByRole("searchbox", { name: "Search groups" });
  const help = page.getByRole("dialog", { name: "Keys" });
  // A key that is pressed before the script has come is nobody's.
  await expect(async () => {
    if (!(await box.evaluate((one) => one === document.activeElement))) await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("a/b?");
  await expect(box).toHaveValue("a/b?");
  await expect(help).toHaveCount(0);

  await box.evaluate((one) => one.blur());
  await page.keyboard.press("?");
  await expect(help).toBeVisible();
  await expect(help.getByText("This help")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);

  await page.getByRole("button", { name: "Keyboard help" }).click();
  await help.getByRole("checkbox", { name: /^Keys that work by themselves/ }).uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Keyboard help" })).toBeFocused();
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await expect(help).toHaveCount(0);
  await expect(box).not.toBeFocused();

  await openByKey(page, null);
  await page.keyboard.type("keyboard help");
  await page.keyboard.press("Enter");
  await expect(help).toBeVisible();
});

test("both dialogs are whole for ears, break no rule in light or dark, and fit 360 pixels", async ({ somebody }) => {
  const reader = await person("Reader");
  const place = await group({ members: [reader] });
  const page = await somebody(reader.id);
  for (const [scheme, width] of [
    ["light", 1280],
    ["dark", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 740 });
    await openByKey(page);
    await expect(option(page, place.name)).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveAccessibleName("Find or go to");
    await expect(field(page)).toHaveAccessibleName("Find or go to");
    await expect(page.getByRole("listbox")).toHaveAccessibleName("What you can go to or do");
    await expectNoViolation(page, `palette in ${scheme}`);
    await field(page).fill(place.name);
    await expect(page.getByRole("group", { name: "Groups" }).getByRole("option")).toHaveCount(1);
    await expect(page.getByRole("status").filter({ hasText: "1 found" })).toHaveCount(1);
    await expectNoViolation(page, `something found in ${scheme}`);
    await field(page).fill(word());
    await expect(page.getByText("Nothing here is called")).toBeVisible();
    await expectNoViolation(page, `nothing found in ${scheme}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toHaveAccessibleName("Keys");
    await expectNoViolation(page, `help in ${scheme}`);
  }
});

test("without script the button is a way to the groups, and there is no help to offer", async ({ somebody }) => {
  const page = await somebody((await person("Plain")).id, { javaScriptEnabled: false });
  await page.goto("/my-groups");
  await expect(page.getByRole("button", { name: "Keyboard help" })).toBeHidden();
  await page.getByRole("link", { name: "Find or go to" }).click();
  await expect(page).toHaveURL("/groups");
});

test("no page carries the palette's script before it is wanted", async ({ somebody }) => {
  const page = await somebody((await person("Light")).id);
  const scripts: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/_next/static/") && response.url().endsWith(".js")) scripts.push(response.url());
  });
  await page.goto("/groups", { waitUntil: "networkidle" });
  const holds = async (text: string) => {
    const texts = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).text()));
    return texts.some((one) => one.includes(text));
  };
  expect(await holds("cmdk-input")).toBe(false);
  await openByKey(page, null);
  expect(await holds("cmdk-input"), "the look at scripts can find it").toBe(true);
});

const field = (page: Page) => page.getByRole("combobox", { name: "Find or go to" });

/** By its name; a hint stands behind it. */
const option = (page: Page, name: string) =>
  page.getByRole("option").filter({ has: page.getByText(name, { exact: true }) });

async function openByKey(page: Page, path: string | null = "/groups"): Promise<void> {
  if (path) await page.goto(path);
  // The button is one as soon as the page listens to keys.
  await expect(page.getByRole("button", { name: "Find or go to" })).toBeVisible();
  // One that is still being put away would be opened and closed in one.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

async function answered(page: Page, q: string): Promise<unknown> {
  return (await page.request.get(`/api/palette?${new URLSearchParams({ q })}`)).json();
}

/** From now on the portal's answers wait until they are released. */
async function held(page: Page): Promise<{ release(): void }> {
  let release = () => {};
  const released = new Promise<void>((go) => {
    release = go;
  });
  await page.route("**/api/palette?*", async (route) => {
    await released;
    await route.continue().catch(() => {});
  });
  return { release };
}

async function expectNoViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect.soft(told, where).toEqual([]);
}
