/** The product's main job from end to end: by a hidden link into a group, and then exactly what the type's table says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { findSituation } from "@/lib/groups/facts";
import type { GroupPermission } from "@/lib/policy/catalogue";
import { decide } from "@/lib/policy/decide";
import { findViewer } from "@/lib/session/viewer";
import { heeded } from "./support/keyboard";
import { group, groupType, type Person, PLAIN, type Place, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { asOwner, closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

test("a stranger follows a hidden link, asks, is let in, may do what the table says, and leaves", async ({
  page,
  somebody,
}) => {
  const leader = await person("Leader");
  const place = await group({
    type: await groupType(PLAIN),
    called: "Hidden crew",
    description: "Nobody finds it.",
    flags: { hidden: true },
    leaders: [leader],
  });
  const inCharge = await somebody(leader.id, { permissions: ["clipboard-read", "clipboard-write"] });

  const link = await test.step("the leader makes a hidden link and copies it", () => makeLink(inCharge, place));
  const name = `Newcomer ${word()}`;
  await test.step("a visitor opens it, makes an account and comes back to it", async () => {
    await page.goto(`/groups/${place.slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`You are invited to ${place.name}`);
    await page.getByRole("button", { name: "Create account" }).click();
    await signUp(page, name);
    await expect(page.getByText(`You are signed in as ${name}.`)).toBeVisible();
    await expect(page).toHaveURL(link);
  });
  await test.step("they ask", async () => {
    await page.getByLabel("A word to whoever decides").fill("I can row.");
    await page.getByRole("button", { name: "Ask to join" }).click();
    await expect(page.getByText("You have asked to join.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Withdraw/ })).toBeVisible();
  });
  await test.step("the leader approves from the inbox", async () => {
    await inCharge.goto("/requests");
    await expect(inCharge.getByText("“I can row.”")).toBeVisible();
    await inCharge.getByRole("button", { name: `Approve: ${name}, ${place.name}` }).click();
    await expect(inCharge.getByText("Answered. They have been told.")).toBeVisible();
    await expect(inCharge.getByText("All caught up")).toBeVisible();
  });
  const account = { id: await accountCalled(name), name };
  await test.step("the new member may do what the table says and nothing else", () => seeRights(page, place, account));
  await test.step("and leaves again", async () => {
    await page.getByRole("link", { name: /^Ask to leave/ }).click();
    await expect(page.getByText("you will not find it again without a link")).toBeVisible();
    await page.getByRole("button", { name: "Ask to leave" }).click();
    await expect(page.getByText("You have asked to leave.")).toBeVisible();
    await inCharge.goto(`/groups/${place.slug}/requests`);
    await inCharge.getByRole("button", { name: `Approve ${name}` }).click();
    await expect(inCharge.getByText("Approved. They have been told.")).toBeVisible();
    const gone = await page.goto(`/groups/${place.slug}`);
    expect(gone?.status()).toBe(404);
  });
});

test("in the demo: Alice asks by the link to Scouts, and Mira lets her in", async ({ page, somebody }) => {
  const mira = await somebody();
  await stepIn(page, "Alice");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome, Alice");
  await page.goto(toldLink("Scouts: a hidden crew"));
  await page.getByRole("button", { name: "Ask to join" }).click();
  await expect(page.getByText("You have asked to join.")).toBeVisible();

  await stepIn(mira, "Mira Anand");
  await mira.getByRole("link", { name: "To review" }).click();
  await mira.getByRole("button", { name: "Approve: Alice, Scouts" }).click();
  await expect(mira.getByText("Answered. They have been told.")).toBeVisible();

  await page.reload();
  await expect(page.getByRole("list").filter({ hasText: "write posts" })).toBeVisible();
  await test.step("and takes her out again, so that the demo is as it was", async () => {
    await mira.goto(new URL(page.url()).pathname);
    await mira.getByRole("link", { name: "Members" }).click();
    await mira.getByRole("link", { name: "Change Alice", exact: true }).click();
    await mira.getByRole("button", { name: "Remove from Scouts" }).click();
    await expect(mira.getByText("Removed from the group, and told so.")).toBeVisible();
  });
});

async function makeLink(page: Page, place: Place): Promise<string> {
  await page.goto(`/groups/${place.slug}`);
  await heeded(page);
  await page.getByRole("link", { name: "Join links", exact: true }).click();
  await page.getByRole("link", { name: "New link" }).click();
  await page.getByLabel("Label").fill("For the newcomer");
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("textbox", { name: "Join link" }).inputValue();
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  return link;
}

async function signUp(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(`${name.replace(" ", ".").toLowerCase()}@example.org`);
  await page.getByLabel("Password").fill("lantern quarry mitten");
  await page.getByRole("button", { name: "Create account" }).click();
}

async function stepIn(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Step in as ${name}`, exact: true }).click();
  await page.waitForURL("/home");
}

/** Links of the demo are kept beside it as they were told. */
function toldLink(label: string): string {
  const kept = JSON.parse(readFileSync(join(process.env.E2E_FOLDER ?? "", "links.json"), "utf8"));
  const told: { label: string; link: string }[] = kept.links;
  const found = told.find((one) => one.label.startsWith(label));
  if (!found) throw new Error(`the demo told of no link to ${label}`);
  return new URL(found.link).pathname;
}

async function accountCalled(name: string): Promise<string> {
  return asOwner(async (client) => (await client.query("select id from account where name = $1", [name])).rows[0].id);
}

/** The page's words for permissions, and the pages behind them that must open or not be there. */
const WORDS: readonly (readonly [GroupPermission, string, string?])[] = [
  ["group.view", "read this page"],
  ["member.list", "see who is in it", "/members"],
  ["post.view", "read its posts"],
  ["post.create", "write posts"],
  ["member.edit-own", "change your own title and note"],
  ["request.decide", "answer requests", "/requests"],
  ["member.add", "add people", "/members/add"],
  ["member.remove", "remove people"],
  ["member.assign-roles", "change people’s roles"],
  ["member.administer", "say when a membership ends"],
  ["link.manage", "make join links", "/links"],
  ["leader.appoint", "choose who leads it", "/leaders"],
  ["group.edit", "change its name, description and picture", "/settings"],
  ["group.configure", "change how people get in"],
  ["audit.view", "read its log"],
  ["group.delete", "delete it", "/delete"],
];

async function seeRights(page: Page, place: Place, { id }: Person): Promise<void> {
  const portal = await portalHere();
  const viewer = await findViewer(portal, { account: id });
  const found = await findSituation(portal.store.reader, viewer, { slug: place.slug });
  if (!found) throw new Error("the group is gone");
  const allowed = (permission: GroupPermission) => decide(viewer, found.situation, permission).allowed;
  for (const [permission, , at] of WORDS) {
    if (!at) continue;
    const response = await page.goto(`/groups/${place.slug}${at}`);
    expect(response?.status(), `${permission} at ${at}`).toBe(allowed(permission) ? 200 : 404);
  }
  await page.goto(`/groups/${place.slug}`);
  const said = await page.getByRole("region", { name: "What you may do here" }).getByRole("listitem").allTextContents();
  expect(said).toEqual(WORDS.filter(([permission]) => allowed(permission)).map(([, words]) => words));
  expect(said).toContain("write posts");
  expect(said).not.toContain("add people");
}
