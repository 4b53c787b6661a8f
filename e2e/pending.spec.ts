/** Every kind of form answers at once, before the portal does: its button says that it is on its way, and waits. */
import type { Locator, Page } from "@playwright/test";
import { heeded } from "./support/keyboard";
import { ask, group, groupType, joinLink, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

/** Holds back what the next press sends, looks at the button meanwhile, presses it once more, and lets go. */
async function whileOnItsWay(page: Page, button: Locator, words: string | RegExp): Promise<void> {
  await heeded(page);
  const held = await button.elementHandle();
  let letGo = () => {};
  let sent = 0;
  const waiting = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    sent++;
    await waiting;
    return route.fallback();
  });
  await button.click();
  await expect.poll(() => held?.getAttribute("aria-disabled")).toBe("true");
  expect(await held?.textContent()).toMatch(words);
  expect(await held?.evaluate((at) => getComputedStyle(at, "::before").animationName), "it turns").toBe("turn");
  await held?.click({ force: true });
  await expect.poll(() => sent).toBe(1);
  letGo();
  await expect
    .poll(async () => (await held?.isVisible()) && (await held?.getAttribute("aria-disabled")))
    .not.toBe("true");
  await page.unrouteAll({ behavior: "wait" });
  expect(sent, "it was sent once").toBe(1);
}

test("a form with one button, that goes on to another page", async ({ somebody }) => {
  const place = await group({ flags: { open: true } });
  const page = await somebody((await person("Guest")).id);
  await page.goto(`/groups/${place.slug}/join`);
  await whileOnItsWay(page, page.getByRole("button", { name: `Join ${place.name}` }), "Joining…");
  await expect(page.getByText(`You are in. Welcome to ${place.name}.`)).toBeVisible();
});

test("a form with one button, that stays, and one that is refused", async ({ somebody }) => {
  const page = await somebody((await person("Writer")).id);
  await page.goto("/account");
  const form = page.getByRole("form", { name: "Name" });
  await form.getByLabel("Name").fill(" ");
  await whileOnItsWay(page, form.getByRole("button"), "One moment…");
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByLabel("Name").fill("Renamed by hand");
  await whileOnItsWay(page, form.getByRole("button"), "One moment…");
  await expect(form.getByText("Your name is changed.")).toBeVisible();
});

test("a form with two answers: only the one that was pressed says so", async ({ somebody }) => {
  const [leader, asker] = [await person("Leader"), await person("Asker")];
  const place = await group({ leaders: [leader] });
  await ask(place, asker);
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/requests/${asker.id}`);
  await whileOnItsWay(page, page.getByRole("button", { name: "Reject" }), "One moment…");
  await expect(page.getByText("Rejected. They have been told.")).toBeVisible();
});

test("the rows of a list, whose buttons have no script of their own", async ({ somebody }) => {
  const place = await group();
  const page = await somebody((await person("Asker")).id);
  await page.goto(`/groups?q=${encodeURIComponent(place.name)}`);
  await whileOnItsWay(page, page.getByRole("button", { name: `Ask to join ${place.name}` }), /Ask to join/);
  await expect(page.getByText("You have asked.")).toBeVisible();
});

test("the inbox, which is one form of many rows", async ({ somebody }) => {
  const [leader, asker] = [await person("Leader"), await person("Asker")];
  const place = await group({ leaders: [leader] });
  await ask(place, asker);
  const page = await somebody(leader.id);
  await page.goto("/requests");
  await whileOnItsWay(page, page.getByRole("button", { name: `Approve: ${asker.name}` }), "Approve");
  await expect(page.getByText("Answered. They have been told.")).toBeVisible();
});

test("a form of a menu", async ({ somebody }) => {
  const page = await somebody((await person("Somebody")).id);
  await page.goto("/groups");
  await heeded(page);
  await page.locator("header summary").click();
  await whileOnItsWay(page, page.getByRole("button", { name: "Sign out" }), "One moment…");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("a table of boxes", async ({ somebody }) => {
  const type = await groupType();
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto(`/admin/group/types/manage/${type}/permissions`);
  await page.getByRole("checkbox", { name: "View member list for Outsider" }).check();
  await whileOnItsWay(page, page.getByRole("button", { name: "Review changes" }), "One moment…");
  await whileOnItsWay(page, page.getByRole("button", { name: "Save these changes" }), "One moment…");
  await expect(page.getByText("Saved: 1 change – 1 granted, 0 revoked.")).toBeVisible();
});

test("a link that is paused in its list and on its own page", async ({ somebody }) => {
  const leader = await person("Leader");
  const place = await group({ leaders: [leader] });
  const { id } = await joinLink(place, leader, { label: "Held" });
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/links`);
  await whileOnItsWay(page, page.getByRole("button", { name: "Pause Held" }), /Pause/);
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await page.goto(`/groups/${place.slug}/links/${id}`);
  await whileOnItsWay(page, page.getByRole("button", { name: "Resume the link" }), "One moment…");
  await expect(page.getByRole("button", { name: "Pause the link" })).toBeVisible();
});
