/** Hands that know no mouse: stops are found by their names, and each must show that it has the focus. */
import type { Page } from "@playwright/test";
import { expect } from "./page";

type Name = string | RegExp;

const fits = (name: Name, told: string): boolean => (typeof name === "string" ? told === name : name.test(told));

/** Waits for the script of a permission table: a page comes before its script, and a key pressed between is nobody's. */
export async function heedsKeys(page: Page): Promise<void> {
  // Boxes leave the form as soon as the script sends what changed in their place.
  await expect(page.locator("input[name=cell]").first()).toHaveAttribute("form", "none");
}

/** Waits for the script of a page with the portal's bar: the way to find things is a button from then on. */
export async function heeded(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Find or go to" })).toBeVisible();
}

/** Tab until the thing of that name has the focus; every stop on the way must show that it has it. */
export async function tabTo(page: Page, name: Name, most = 80): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < most; n++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(focused);
    expect(focus.shown, `the focus on “${focus.name}” shows`).toBe(true);
    passed.push(focus.name);
    if (fits(name, focus.name)) return;
  }
  throw new Error(`Tab never came to ${name}, but to ${passed.join(", ")}`);
}

/** Comes to a link or a button and follows or presses it. */
export async function press(page: Page, name: Name): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Comes to a box and ticks it, or takes its tick away. */
export async function tick(page: Page, name: Name, most?: number): Promise<void> {
  await tabTo(page, name, most);
  await page.keyboard.press("Space");
}

/** Comes to a field and types into it. */
export async function write(page: Page, name: Name, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Comes to one of several choices, whichever is chosen, and goes on to another by arrow. */
export async function choose(page: Page, group: readonly Name[], wanted: Name): Promise<void> {
  const any = new RegExp(group.map((one) => (typeof one === "string" ? `^${one}` : one.source)).join("|"));
  await tabTo(page, any);
  for (let n = 0; n <= group.length; n++) {
    const focus = await page.evaluate(focused);
    expect(focus.shown, `the focus on “${focus.name}” shows`).toBe(true);
    if (typeof wanted === "string" ? focus.name.startsWith(wanted) : wanted.test(focus.name)) {
      await page.keyboard.press("Space");
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no arrow leads to ${wanted}`);
}

function focused(): { name: string; shown: boolean } {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement)) return { name: "nothing", shown: false };
  const labelled =
    at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
  const label = labelled ? at.labels?.[0]?.textContent : null;
  const name = at.getAttribute("aria-label") ?? label ?? at.textContent ?? "";
  const marked = [at, at.closest("label")].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  });
  // What scrolls is a stop as well; the page's own body is not.
  return {
    name: name.trim().replaceAll(/\s+/g, " ").slice(0, 200) || at.tagName,
    shown: marked || at === document.body,
  };
}
