/** The journey's forms in a browser that runs no script: each is a real form, and each answer a whole page. */
import type { Browser, Page } from "@playwright/test";
import { ask, group, groupType, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const PLAIN_BROWSER = { javaScriptEnabled: false } satisfies Parameters<Browser["newContext"]>[0];
const RULES = {
  outsider: ["group.view", "member.join"],
  member: ["group.view", "member.leave"],
  leader: ["group.view", "group.configure", "request.decide", "link.manage", "member.list"],
};

test("an account, a link that waits meanwhile, asking, and an answer", async ({ somebody }) => {
  const leader = await person("Leader");
  const place = await group({ type: await groupType(RULES), flags: { hidden: true }, leaders: [leader] });
  const inCharge = await somebody(leader.id, PLAIN_BROWSER);

  await inCharge.goto(`/groups/${place.slug}/links/new`);
  await inCharge.getByLabel("Uses").fill("none");
  await inCharge.getByRole("button", { name: "Make the link" }).click();
  await expect(inCharge.getByLabel("Uses")).toHaveAccessibleDescription(/A whole number\./);
  await inCharge.getByLabel("Uses").fill("3");
  await inCharge.getByLabel("Label").fill("By hand");
  await inCharge.getByRole("button", { name: "Make the link" }).click();
  await expect(inCharge.getByText("Here is the link")).toBeVisible();
  const link = await inCharge.getByRole("textbox", { name: "Join link" }).inputValue();
  await inCharge.goto(`/groups/${place.slug}/links`);
  expect(await inCharge.content(), "the secret is shown once").not.toContain(link.split("/").at(-1));

  const page = await somebody(null, PLAIN_BROWSER);
  const name = `Plain ${word()}`;
  await page.goto(link);
  await page.getByRole("button", { name: "Create account" }).click();
  await signUp(page, name, "short");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/12 characters or more/);
  await expect(page.getByLabel("Name")).toHaveValue(name);
  await signUp(page, name, "lantern quarry mitten");
  await expect(page).toHaveURL(link);
  await page.getByLabel("A word to whoever decides").fill("Without script.");
  await page.getByRole("button", { name: "Ask to join" }).click();
  await expect(page.getByText("You have asked to join.")).toBeVisible();

  await inCharge.goto("/requests");
  await expect(inCharge.getByText("“Without script.”")).toBeVisible();
  await inCharge.getByRole("button", { name: `Approve: ${name}, ${place.name}` }).click();
  await expect(inCharge.getByText("Answered. They have been told.")).toBeVisible();
  await page.goto(`/groups/${place.slug}`);
  await expect(page.getByText("Member", { exact: true })).toBeVisible();
});

test("signing in and out, with a wrong password between", async ({ somebody }) => {
  const page = await somebody(null, PLAIN_BROWSER);
  const name = `Plain ${word()}`;
  await page.goto("/sign-up");
  await signUp(page, name, "lantern quarry mitten");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${name}`);
  await page.locator("summary", { hasText: name }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  for (const password of ["lantern quarry kitten", "lantern quarry mitten"]) {
    await page.getByRole("textbox", { name: "E-mail address" }).fill(addressOf(name));
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    if (password.includes("kitten"))
      await expect(page.getByText("Address and password do not fit together.")).toBeVisible();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${name}`);
});

test("settings: what would follow is a page between, and then it is saved", async ({ somebody }) => {
  const leader = await person("Leader");
  const place = await group({ type: await groupType(RULES), leaders: [leader] });
  await ask(place, await person("Asker"));
  const page = await somebody(leader.id, PLAIN_BROWSER);
  await page.goto(`/groups/${place.slug}/settings`);
  await page.getByRole("radio", { name: "They join at once" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("1 waiting request is granted at once.")).toBeVisible();
  await page.getByRole("button", { name: "Save, and let this happen" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(
    page.getByText("Any account that may request groups joins at once; the directory shows this group."),
  ).toBeVisible();
});

test("asking and taking it back from the directory, and leaving from the group", async ({ somebody }) => {
  const place = await group({ type: await groupType(RULES) });
  const page = await somebody((await person("Asker")).id, PLAIN_BROWSER);
  await page.goto(`/groups?q=${encodeURIComponent(place.name)}`);
  await page.getByRole("button", { name: `Ask to join ${place.name}` }).click();
  await expect(page.getByText("You have asked. Whoever is in charge here has been told")).toBeVisible();
  await page.getByRole("button", { name: `Withdraw ${place.name}` }).click();
  await expect(page.getByText("Your request is taken back.")).toBeVisible();

  const open = await group({ type: await groupType(RULES), flags: { open: true } });
  await page.goto(`/groups/${open.slug}/join`);
  await page.getByRole("button", { name: `Join ${open.name}` }).click();
  await expect(page.getByText(`You are in. Welcome to ${open.name}.`)).toBeVisible();
  await page.getByRole("link", { name: /^Leave/ }).click();
  await page.getByRole("button", { name: `Leave ${open.name}` }).click();
  await expect(page.getByText("You have left the group.")).toBeVisible();
});

test("the permission form: a cell ticked and saved", async ({ somebody }) => {
  const type = await groupType(RULES);
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id, PLAIN_BROWSER);
  await page.goto(`/admin/group/types/manage/${type}/permissions`);
  await page.getByRole("checkbox", { name: "View member list for Member" }).check();
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is saved yet" })).toBeVisible();
  await page.getByLabel("Why?").fill("By hand.");
  await page.getByRole("button", { name: "Save these changes" }).click();
  await expect(page.getByText("Saved: 1 change – 1 granted, 0 revoked.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "View member list for Member" })).toBeChecked();
});

async function signUp(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(addressOf(name));
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
}

const addressOf = (name: string): string => `${name.replace(" ", ".").toLowerCase()}@example.org`;
