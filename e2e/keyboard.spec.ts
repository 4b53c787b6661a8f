/** Everything that the journey consists of, by keyboard alone; and one sees where one is at every stop. */
import type { Page } from "@playwright/test";
import { choose, heedsKeys, press, tabTo, tick, write } from "./support/keyboard";
import { ask, group, groupType, joinLink, PLAIN, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const OWNER = { roles: [], owner: true };
const RUN = { ...PLAIN, leader: ["group.view", "member.list", "member.administer"], officer: ["member.remove"] };

const title = (page: Page) => expect(page.getByRole("heading", { level: 1 }));
const sees = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible();

test("one makes an account, signs out by the menu, and signs in", async ({ page }) => {
  const name = `Typist ${word()}`;
  const email = `${name.replace(" ", ".").toLowerCase()}@example.org`;
  await page.goto("/");
  await press(page, "Create account");
  await title(page).toHaveText("Create account");
  await write(page, /^Name/, name);
  await write(page, /^E-mail address/, email);
  await write(page, /^Password/, "lantern quarry mitten");
  await page.keyboard.press("Enter");
  await title(page).toHaveText(`Welcome, ${name}`);
  await tabTo(page, new RegExp(`${name}$`));
  await page.keyboard.press("Enter");
  await press(page, "Sign out");
  await title(page).toHaveText("Sign in");
  await write(page, "E-mail address", email);
  await write(page, "Password", "lantern quarry mitten");
  await press(page, "Sign in");
  await title(page).toHaveText(`Welcome, ${name}`);
});

test("one finds a group, joins it, and leaves it after having read what that means", async ({ somebody }) => {
  const place = await group({ flags: { open: true } });
  const page = await somebody((await person("Typist")).id);
  await page.goto("/groups");
  await press(page, "Skip to the page");
  await write(page, "Search groups", place.name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await page.waitForLoadState();
  await press(page, place.name);
  await title(page).toHaveText(place.name);
  await press(page, /^Join/);
  await title(page).toHaveText(`Join ${place.name}`);
  await tabTo(page, `Join ${place.name}`);
  await page.keyboard.press("Space");
  await sees(page, `You are in. Welcome to ${place.name}.`);
  await press(page, /^Leave/);
  await title(page).toHaveText(`Leave ${place.name}?`);
  await press(page, `Leave ${place.name}`);
  await sees(page, "You have left the group.");
});

test("one asks, takes it back, and asks again from the directory", async ({ somebody }) => {
  const place = await group();
  const page = await somebody((await person("Typist")).id);
  await page.goto(`/groups/${place.slug}`);
  await press(page, /^Ask to join/);
  await title(page).toHaveText(`Ask to join ${place.name}`);
  await write(page, /^A word to whoever decides/, "By hand.");
  await press(page, "Ask to join");
  await sees(page, "You have asked to join.");
  await press(page, /^Withdraw/);
  await sees(page, "Your request is taken back.");
  await page.goto(`/groups?q=${encodeURIComponent(place.name)}`);
  await press(page, `Ask to join ${place.name}`);
  await sees(page, "You have asked.");
});

test("requests are approved from the inbox, rejected with a reason, and the news of it is marked as read", async ({
  somebody,
}) => {
  const [leader, one, other] = [await person("Leader"), await person("One"), await person("Other")];
  const place = await group({ leaders: [leader] });
  for (const asker of [one, other]) await ask(place, asker);
  const page = await somebody(leader.id);
  await page.goto("/home");
  await press(page, /^To review/);
  await title(page).toHaveText("To review");
  await tabTo(page, `Approve: ${one.name}, ${place.name}`);
  await page.keyboard.press("Space");
  await sees(page, "Answered. They have been told.");
  await page.goto(`/groups/${place.slug}/requests`);
  await press(page, `With a reason to ${other.name}`);
  await title(page).toHaveText(`${other.name} asks to join`);
  await write(page, /^Why/, "We are full.");
  await press(page, "Reject");
  await sees(page, "Rejected. They have been told.");

  const told = await somebody(other.id);
  await told.goto("/home");
  await press(told, "All of it");
  await title(told).toHaveText("Notices");
  await press(told, "Mark all as read");
  await expect(told.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
});

const FINDS = ["Whoever may see groups of this kind", "Only people with a link", "Nobody"];
const ENTERS = ["They join at once", "They ask, and somebody lets them in"];

test("a group is made, and its settings are changed after having looked at what follows", async ({ somebody }) => {
  const type = await groupType();
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto(`/groups/new?type=${type}`);
  const name = `Typed ${word()}`;
  await write(page, "Name", name);
  await choose(page, FINDS, "Whoever");
  await choose(page, ENTERS, "They ask");
  await press(page, "Make the group");
  await sees(page, "The group is made.");
  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await ask({ id: "", slug, name }, await person("Asker"));

  await press(page, "Settings");
  await expect(page.getByRole("form", { name: "How people get in" })).toBeVisible();
  await write(page, /^Description/, "Written without a mouse.");
  await press(page, "Save");
  await sees(page, "Saved. The address stays as it was.");
  await choose(page, FINDS, "Whoever");
  await choose(page, ENTERS, "They join at once");
  await press(page, "Save");
  await sees(page, "1 waiting request is granted at once.");
  await press(page, "Save, and let this happen");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
});

test("somebody is added, given a role and an end, and removed", async ({ somebody }) => {
  const [leader, guest] = [await person("Leader"), await person("Guest")];
  const place = await group({ type: await groupType(RUN), leaders: [leader] });
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/members`);
  await press(page, "Add people");
  await title(page).toHaveText("Add people");
  await write(page, "Full name", guest.name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/who=/);
  await page.waitForLoadState();
  await tabTo(page, new RegExp(`^${guest.name}`));
  await press(page, `Add to ${place.name}`);
  await sees(page, "Added to the group, and told so.");
  await press(page, `Change ${guest.name}`);
  await title(page).toHaveText(guest.name);
  await tick(page, "Officer");
  await press(page, "Save roles");
  await sees(page, "Saved. They have been told.");
  await write(page, /^In the group until/, "12312099");
  await press(page, "Save");
  const ending = page.getByRole("form", { name: "When the membership ends" });
  await expect(ending.getByText("Saved. They have been told.")).toBeVisible();
  await expect(ending.getByLabel("In the group until")).toHaveValue("2099-12-31");
  await write(page, /^Why/, "The season is over.");
  await press(page, `Remove from ${place.name}`);
  await sees(page, "Removed from the group, and told so.");
});

test("a link is made, paused and revoked", async ({ somebody }) => {
  const leader = await person("Leader");
  const place = await group({ leaders: [leader] });
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/links`);
  await press(page, "New link");
  await title(page).toHaveText("New join link");
  await write(page, /^Label/, "By keyboard");
  await tabTo(page, "Works for");
  await page.keyboard.press("ArrowDown");
  await tick(page, /^Always asks for approval/);
  await press(page, "Make the link");
  await sees(page, "Here is the link");
  await tabTo(page, "Copy");
  await press(page, "Back to the links");
  await title(page).toHaveText(place.name);
  await press(page, "Pause By keyboard");
  await sees(page, /^Paused/);
  await press(page, "Manage By keyboard");
  await title(page).toHaveText("By keyboard");
  await press(page, "Revoke the link");
  await sees(page, "A revoked link stays revoked.");
});

test("a leader is appointed and dismissed", async ({ somebody }) => {
  const chosen = await person("Chosen");
  const place = await group();
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto(`/groups/${place.slug}/leaders`);
  await write(page, "Full name", chosen.name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/who=/);
  await page.waitForLoadState();
  await press(page, `Put in charge ${chosen.name}`);
  const leaders = page.getByRole("list", { name: "Leaders" });
  await expect(leaders).toContainText(chosen.name);
  await page.goto(`/groups/${place.slug}/leaders`);
  await press(page, `Dismiss ${chosen.name}`);
  await sees(page, "Nobody leads this group yet.");
});

test("a permission is granted in the type’s table, with its reason", async ({ somebody }) => {
  const type = await groupType();
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto(`/admin/group/types/manage/${type}/permissions`);
  await heedsKeys(page);
  await tabTo(page, /^Administer group for Anonymous/);
  await page.keyboard.press("ArrowRight");
  for (let n = 0; n < 20 && !(await focusIsOn(page, "View member list for Outsider")); n++) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Space");
  await press(page, "Review changes");
  await expect(page.getByRole("alert").filter({ hasText: "Nothing is saved yet" })).toBeFocused();
  await tabTo(page, /^Why\?/);
  await page.keyboard.type("By hand.");
  await press(page, "Save these changes");
  await sees(page, "Saved: 1 change – 1 granted, 0 revoked.");
  await expect(page.getByRole("checkbox", { name: "View member list for Outsider" })).toBeChecked();
});

test("an invitation is pasted and accepted", async ({ page: visitor, somebody }) => {
  const leader = await person("Leader");
  const place = await group({ flags: { hidden: true, open: true }, leaders: [leader] });
  const { token } = await joinLink(place, leader);
  await visitor.goto("/");
  await write(visitor, /invitation link/, `https://elsewhere.example/join/${token}`);
  await press(visitor, "Open the invitation");
  await title(visitor).toHaveText(`You are invited to ${place.name}`);
  const page = await somebody((await person("Guest")).id);
  await page.goto(`/join/${token}`);
  await press(page, /^Join/);
  await sees(page, `You are in. Welcome to ${place.name}.`);
});

const focusIsOn = (page: Page, name: string) =>
  page.evaluate((wanted) => document.activeElement?.getAttribute("aria-label") === wanted, name);
