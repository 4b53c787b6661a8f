/** Pages about people: where names lead, whose groups are shown to whom, and what administrators do to accounts. */
import { createPost } from "@/lib/posts/commands/create-post";
import { findViewer } from "@/lib/session/viewer";
import { ask, group, groupType, joinLink, PLAIN, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

test("a name in a list leads to the person, with the groups that the reader may know of", async ({ somebody }) => {
  const [subject, fellow] = [await person("Subject"), await person("Fellow")];
  const type = await groupType({ ...PLAIN, outsider: ["group.view", "member.join", "member.list"] });
  const open = await group({ type, called: "Open", members: [subject] });
  const hidden = await group({ type, called: "Hidden", flags: { hidden: true }, members: [subject, fellow] });
  const nameless = await group({ called: "Nameless", members: [subject] });

  const outside = await somebody((await person("Reader")).id);
  await outside.goto(`/groups/${open.slug}/members`);
  await outside.getByRole("link", { name: subject.name }).click();
  await expect(outside.getByRole("heading", { level: 1 })).toHaveText(subject.name);
  await expect(outside).toHaveTitle(`Profile · ${subject.name} · Guildhall`);
  const groups = outside.getByRole("list", { name: "Groups" });
  await expect(groups.getByRole("listitem")).toHaveCount(1);
  await expect(groups.getByRole("link", { name: open.name, exact: true })).toBeVisible();

  const inside = await somebody(fellow.id);
  await inside.goto(`/people/${subject.id}`);
  await expect(inside.getByRole("link", { name: hidden.name, exact: true })).toBeVisible();

  const own = await somebody(subject.id);
  await own.goto(`/people/${subject.id}`);
  await expect(own.getByText("You", { exact: true })).toBeVisible();
  for (const place of [open, hidden, nameless]) {
    await expect(own.getByRole("link", { name: place.name, exact: true })).toBeVisible();
  }
});

test("those in charge and those who ask are known by name", async ({ somebody }) => {
  const [leader, asker] = [await person("Leader"), await person("Asker")];
  const place = await group({ leaders: [leader], members: [leader] });
  await ask(place, asker);
  const page = await somebody(leader.id);
  for (const path of [`/groups/${place.slug}/requests`, "/requests"]) {
    await page.goto(path);
    await page.getByRole("main").getByRole("link", { name: asker.name, exact: true }).click();
    await expect(page).toHaveURL(`/people/${asker.id}`);
    await expect(page.getByText("No group to show")).toBeVisible();
  }
  await page.goto(`/groups/${place.slug}`);
  await page.getByRole("complementary").getByRole("link", { name: leader.name }).click();
  await expect(page).toHaveURL(`/people/${leader.id}`);
});

test("to whoever may not look at profiles a name is a name, and a page about somebody is not there", async ({
  page,
}) => {
  const subject = await person("Subject");
  const type = await groupType({ ...PLAIN, anonymous: ["group.view", "member.list"] });
  const place = await group({ type, members: [subject], leaders: [subject] });
  await page.goto(`/groups/${place.slug}/members`);
  await expect(page.getByRole("rowheader", { name: subject.name })).toBeVisible();
  await expect(page.getByRole("link", { name: subject.name })).toHaveCount(0);
  const [there, nowhere] = [subject.id, crypto.randomUUID()];
  for (const id of [there, nowhere, "nobody"]) {
    expect((await page.goto(`/people/${id}`))?.status(), id).toBe(404);
    await expect(page.getByText("There is nothing at this address")).toBeVisible();
  }
});

const NARROW = { viewport: { width: 360, height: 800 } };

test("several people are chosen, told apart, and dealt with one by one, with a report", async ({ somebody }) => {
  const surname = word();
  const owner = await person("Owner", { owner: true, roles: [] });
  const [ann, bob] = [await person(`Ann ${surname}`), await person(`Bob ${surname}`)];
  const type = await groupType(PLAIN);
  const place = await group({ type, called: "Place", members: [ann, bob] });
  const page = await somebody(owner.id);
  await page.goto("/admin/people");
  await page.getByRole("searchbox", { name: "Search people" }).fill(surname);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`q=${surname}`));
  await expect(page.getByRole("rowheader")).toHaveCount(2);
  for (const { name } of [ann, bob]) await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
  await page.getByLabel("With those who are ticked").selectOption("take:member");
  await page.getByRole("button", { name: "See what would follow…" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Take Member from 2 people?");
  await expect(page.getByText(`2 people would be removed from 1 group: ${place.name}.`)).toBeVisible();
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(2);
  for (const { name } of [ann, bob]) await expect(page.getByRole("checkbox", { name: `Choose ${name}` })).toBeChecked();
  await page.getByLabel("With those who are ticked").selectOption("take:member");
  await page.getByRole("button", { name: "See what would follow…" }).click();
  await page.getByLabel("Why?").fill("They moved on.");
  await page.getByRole("button", { name: "Take the role" }).click();

  await expect(page.getByText("Taken from 2 people.")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole("row", { name: new RegExp(ann.name) })).toContainText("Taken.");
  const theirs = await somebody(ann.id);
  await theirs.goto("/notices");
  await theirs.getByRole("main").locator("summary").first().click();
  await expect(theirs.getByText("They moved on.").first()).toBeVisible();
  await theirs.goto("/my-groups");
  await expect(theirs.getByText("You are in no group yet")).toBeVisible();
});

test("an account is deleted after everything was said that ends with it; its posts stay", async ({ somebody }) => {
  const owner = await person("Owner", { owner: true, roles: [] });
  const [gone, other] = [await person("Gone"), await person("Other")];
  const type = await groupType({ ...PLAIN, leader: ["group.view", "member.list", "link.manage"] });
  const place = await group({ type, called: "Kept", members: [[gone, "admin"], other], leaders: [gone] });
  const waits = await group({ type, called: "Waits" });
  await joinLink(place, gone);
  await ask(waits, gone);
  const draft = { group: place.slug, title: "What I leave", body: "Some words.", published: true };
  await createPost(await findViewer(await portalHere(), { account: gone.id }), draft);
  const theirs = await somebody(gone.id);
  await theirs.goto("/home");

  const page = await somebody(owner.id, NARROW);
  await page.goto(`/admin/people/${gone.id}`);
  for (const title of ["Groups", "In charge of", "Waiting for an answer", "Join links that they made"]) {
    await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
  }
  await expect(page.getByRole("link", { name: "Their log" })).toHaveAttribute("href", `/admin/audit?person=${gone.id}`);
  await page.getByRole("link", { name: "Delete…" }).click();
  for (const said of [
    /They are removed from 1 group: Kept/,
    /1 group is left without an administrator, and the site owners are told: Kept/,
    /1 leadership ends: Kept/,
    /1 pending request is closed: Waits/,
    /1 join link is revoked for good: Kept/,
    /Their sign-in ends in \d+ browsers?, at once\./,
  ]) {
    await expect(page.getByRole("listitem").filter({ hasText: said })).toBeVisible();
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByLabel("Why?").fill("They asked for it.");
  await page.getByRole("button", { name: "Delete the account" }).click();
  await expect(page.getByText("The account is deleted.")).toBeVisible();
  expect((await page.goto(`/admin/people/${gone.id}`))?.status()).toBe(404);
  expect((await theirs.goto("/home"))?.url()).not.toContain("/home");
  const reader = await somebody(other.id);
  await reader.goto(`/groups/${place.slug}/posts`);
  await expect(reader.getByText("What I leave")).toBeVisible();
  await expect(reader.getByText(gone.name)).toHaveCount(0);
});

test("without script people are narrowed, chosen and dealt with the same way", async ({ somebody }) => {
  const surname = word();
  const owner = await person("Owner", { owner: true, roles: [] });
  const plain = await person(`Plain ${surname}`);
  const page = await somebody(owner.id, { javaScriptEnabled: false });
  await page.goto(`/admin/people?q=${surname}`);
  await page.getByRole("link", { name: "In none that you know of" }).click();
  await page.getByRole("checkbox", { name: `Choose ${plain.name}` }).check();
  await page.getByLabel("With those who are ticked").selectOption("deactivate");
  await page.getByRole("button", { name: "See what would follow…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deactivate 1 person?");
  await page.getByRole("button", { name: "Deactivate them" }).click();
  await expect(page).toHaveURL(/\/jobs\//);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Deactivated 1 person.")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
  await page.goto(`/admin/people?q=${surname}&state=inactive`);
  await expect(page.getByRole("rowheader", { name: plain.name })).toBeVisible();
});
