/** What one does with one's own account: why one is in a group, one's data as a file, and the way out. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { joinGroup } from "@/lib/members/commands/join-group";
import { findViewer } from "@/lib/session/viewer";
import { heeded } from "./support/keyboard";
import { ask, group, groupType, PLAIN, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

const PASSWORD = "lantern quarry mitten";

/** Somebody with an address and a password, made as people make themselves an account. */
async function signedUp(page: Page, called: string): Promise<string> {
  const name = `${called} ${word()}`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(`${word()}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${name}`);
  return name;
}

test("each group of one's own says how one came in, and what one's place rests on", async ({ somebody }) => {
  const me = await person("Me");
  const type = await groupType(PLAIN);
  const [kept, open] = [
    await group({ type, called: "Kept", members: [me] }),
    await group({ type, called: "Open", flags: { public: true, open: true } }),
  ];
  const viewer = await findViewer(await portalHere(), { account: me.id });
  expect((await joinGroup(viewer, { group: open.slug, note: "" })).answer).toBe("joined");
  const page = await somebody(me.id);
  await page.goto("/my-groups");
  await heeded(page);
  const line = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await expect(line(kept.name)).toContainText("Added");
  await expect(line(kept.name)).toContainText("You stay while you hold Member, which lets you be in groups");
  await expect(line(open.name)).toContainText("Joined");
  await expect(line(open.name)).toContainText("Public: no rule removes you");
  await line(kept.name)
    .getByRole("link", { name: /What you may do there/ })
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("one's data is a file to keep, and names nothing that one does not see", async ({ somebody, page }) => {
  const me = await person("Me");
  const place = await group({ called: "Mine", members: [me] });
  const mine = await somebody(me.id);
  await mine.goto("/account");
  const waiting = mine.waitForEvent("download");
  await mine.getByRole("link", { name: "Download my data" }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe("guildhall-my-data.json");
  const data = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(data.account.name).toBe(me.name);
  expect(data.memberships).toMatchObject([{ group: { name: place.name }, how: "added" }]);
  const head = (await mine.request.get("/account/data")).headers();
  expect(head["cache-control"]).toMatch(/private.*no-store/);
  expect(head["x-content-type-options"]).toBe("nosniff");
  expect((await page.request.get("/account/data")).status()).toBe(404);
});

test("leaving asks for the password, says goodbye, and leaves no way back in", async ({ somebody }) => {
  const page = await somebody(null);
  await signedUp(page, "Leaver");
  await page.goto("/account");
  await page.getByRole("link", { name: "Leave…" }).click();
  const go = page.getByRole("button", { name: "Leave the portal" });
  await expect(page.getByRole("heading", { name: "What ends" })).toBeVisible();
  await page.getByLabel("Your password").fill("not the password");
  await go.click();
  await expect(page.getByText("Tick this if you want to go.").first()).toBeVisible();
  await expect(page.getByRole("radio", { name: "Deactivate it" }), "what can be undone").toBeChecked();
  await page.getByText("Delete it").click();
  await page.getByLabel(/I have read what ends/).check();
  await page.getByLabel("Your password").fill("not the password");
  await go.click();
  await expect(page.getByText("That is not your password.")).toBeVisible();
  await page.getByLabel("Your password").fill(PASSWORD);
  await go.click();
  await expect(page).toHaveURL("/goodbye?account=deleted");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Goodbye, and thank you");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("the last administrator is asked to hand over first, and may go nevertheless; without script", async ({
  somebody,
}) => {
  const [me, other] = [await person("Me"), await person("Other")];
  const place = await group({ called: "Left", members: [[me, "admin"], other] });
  await ask(await group({ called: "Asked" }), me);
  const page = await somebody(me.id, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  await page.goto("/account/leave");
  await expect(page.getByText("A group needs somebody to look after it")).toBeVisible();
  await expect(page.getByRole("link", { name: place.name }).first()).toBeVisible();
  await expect(page.getByText(/1 pending request is closed/)).toBeVisible();
  await page.getByText("Deactivate it").click();
  await page.getByLabel(/I have read what ends/).check();
  await page.getByRole("button", { name: "Leave the portal" }).click();
  await expect(page.getByText(/You are the last administrator of a group/)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Deactivate it" })).toBeChecked();
  await page.getByLabel(/Go, though a group is left/).check();
  await page.getByRole("button", { name: "Leave the portal" }).click();
  await expect(page.getByText("Your account is deactivated")).toBeVisible();
});
