/** Join links: made, shown once, tended; and what each of their states says at the link's own address. */
import type { Page } from "@playwright/test";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { siteViewer } from "@/lib/session/viewer";
import { group, groupType, joinLink, type Person, PLAIN, type Place, person } from "./support/make";
import { expect, test } from "./support/page";
import { asOwner, closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

async function world(wanted: Parameters<typeof group>[0] = {}): Promise<{ leader: Person; place: Place }> {
  const leader = await person("Leader");
  return { leader, place: await group({ flags: { hidden: true }, leaders: [leader], ...wanted }) };
}

test("a link is shown once; paused, resumed, rotated and revoked it says so at its address", async ({
  page,
  somebody,
}) => {
  const { leader, place } = await world();
  const inCharge = await somebody(leader.id);
  await inCharge.goto(`/groups/${place.slug}/links/new`);
  await inCharge.getByLabel("Uses").fill("none");
  await inCharge.getByRole("button", { name: "Make the link" }).click();
  await expect(inCharge.getByLabel("Uses")).toHaveAccessibleDescription(/A whole number\./);
  await inCharge.getByLabel("Uses").fill("5");
  await inCharge.getByLabel("Label").fill("At the gate");
  await inCharge.getByRole("button", { name: "Make the link" }).click();
  const first = await shownLink(inCharge);
  await expectTitle(page, first, `You are invited to ${place.name}`);

  await inCharge.getByRole("link", { name: "Back to the links" }).click();
  await expect(inCharge.getByRole("listitem").filter({ hasText: "At the gate" })).toContainText("0 of 5 uses");
  expect(await inCharge.content(), "the secret is shown once").not.toContain(first.split("/").at(-1));
  await inCharge.getByRole("button", { name: "Pause At the gate" }).click();
  await expect(inCharge.getByText("Paused", { exact: true })).toBeVisible();
  await expectTitle(page, first, "This invitation is paused");
  await inCharge.getByRole("button", { name: "Resume At the gate" }).click();
  await expect(inCharge.getByText("Works", { exact: true })).toBeVisible();
  await expectTitle(page, first, `You are invited to ${place.name}`);

  await inCharge.getByRole("link", { name: "Manage At the gate" }).click();
  await inCharge.getByRole("button", { name: "Make a new address" }).click();
  const second = await shownLink(inCharge);
  expect(second).not.toBe(first);
  await expectTitle(page, first, "There is nothing at this address", 404);
  await expectTitle(page, second, `You are invited to ${place.name}`);

  await inCharge.getByRole("button", { name: "Revoke the link" }).click();
  await expect(inCharge.getByText("A revoked link stays revoked.")).toBeVisible();
  await expectTitle(page, second, "This invitation was withdrawn");
  await expect(page.getByRole("button")).toHaveCount(0);
});

test("whoever may not manage links finds no such page", async ({ somebody }) => {
  const member = await person("Member");
  const { leader, place } = await world({ members: [member] });
  const link = await joinLink(place, leader);
  const page = await somebody(member.id);
  for (const path of ["/links", "/links/new", `/links/${link.id}`])
    expect((await page.goto(`/groups/${place.slug}${path}`))?.status(), path).toBe(404);
});

test("used up, expired, unavailable and unknown each answer in their own words", async ({ page, somebody }) => {
  const { leader, place } = await world({ flags: { hidden: true, open: true } });
  const once = await joinLink(place, leader, { maxUses: 1 });
  const user = await somebody((await person("User")).id);
  await user.goto(`/join/${once.token}`);
  await user.getByRole("button", { name: "Join" }).click();
  await expect(user.getByText(`You are in. Welcome to ${place.name}.`)).toBeVisible();
  await expectTitle(page, `/join/${once.token}`, "This invitation is used up");
  const open = await joinLink(place, leader);
  await expectTitle(user, `/join/${open.token}`, `You are in ${place.name}`);
  await expect(user.getByRole("link", { name: `Go to ${place.name}` })).toBeVisible();

  const old = await joinLink(place, leader);
  await asOwner((client) =>
    client.query("update join_link set expires_at = created_at + interval '1 millisecond' where id = $1", [old.id]),
  );
  await expectTitle(page, `/join/${old.token}`, "This invitation has expired");

  const shut = await joinLink(place, leader);
  const closed = { group: place.slug, flags: { internal: true } };
  expect((await configureGroup(await siteViewer(await portalHere()), closed)).answer).toBe("changed");
  await expectTitle(page, `/join/${shut.token}`, "This invitation is not open at the moment");
  await expectTitle(page, `/join/${"x".repeat(43)}`, "There is nothing at this address", 404);
  await expectTitle(page, "/join/nothing", "There is nothing at this address", 404);
});

test("the last place, taken while somebody reads, is told to them", async ({ somebody }) => {
  const { leader, place } = await world({ flags: { hidden: true, open: true } });
  const { token } = await joinLink(place, leader, { maxUses: 1 });
  const [slow, quick] = [await somebody((await person("Slow")).id), await somebody((await person("Quick")).id)];
  await slow.goto(`/join/${token}`);
  await quick.goto(`/join/${token}`);
  await quick.getByRole("button", { name: "Join" }).click();
  await expect(quick.getByText(`You are in. Welcome to ${place.name}.`)).toBeVisible();
  await slow.getByRole("button", { name: "Join" }).click();
  await expect(slow.getByText("The last place was taken while you were reading.")).toBeVisible();
  await expect(slow.getByRole("heading", { level: 1 })).toHaveText("This invitation is used up");
});

test("pending, not permitted to ask, and not let in by the rules are told to whom it is so", async ({ somebody }) => {
  const { leader, place } = await world();
  const { token } = await joinLink(place, leader);
  const asker = await person("Asker");
  const page = await somebody(asker.id);
  await page.goto(`/join/${token}`);
  await page.getByRole("button", { name: "Ask to join" }).click();
  await expect(page.getByText("You have asked to join.")).toBeVisible();
  await expectTitle(page, `/join/${token}`, `You have asked to join ${place.name}`);

  const newcomer = await somebody((await person("Newcomer", { roles: [] })).id);
  await expectTitle(newcomer, `/join/${token}`, "You may not ask to join groups yet");
  await expect(newcomer.getByText(/That right comes with .*Member/)).toBeVisible();
  await expect(newcomer.getByRole("button", { name: "Ask to join" })).toHaveCount(0);

  const other = await world({ type: await groupType({ ...PLAIN, outsider: ["group.view"] }) });
  const closed = await joinLink(other.place, other.leader);
  await expectTitle(page, `/join/${closed.token}`, `${other.place.name} does not let you in by itself`);
});

test("a link that always asks lets nobody in at once, and the leader sees by what they came", async ({ somebody }) => {
  const { leader, place } = await world({ flags: { hidden: true, open: true } });
  const { token } = await joinLink(place, leader, { asksApproval: true });
  const asker = await person("Asker");
  const page = await somebody(asker.id);
  await page.goto(`/join/${token}`);
  await page.getByRole("button", { name: "Ask to join" }).click();
  await expect(page.getByText("You have asked to join.")).toBeVisible();
  const inCharge = await somebody(leader.id);
  await inCharge.goto(`/groups/${place.slug}/requests`);
  await expect(inCharge.getByRole("listitem").filter({ hasText: asker.name })).toContainText("By a link");
});

test("a quiet link names nothing before one has signed in", async ({ page, somebody }) => {
  const { leader, place } = await world({ quietJoinPage: true, description: "Secret of the lamp" });
  const { token } = await joinLink(place, leader);
  await expectTitle(page, `/join/${token}`, "You are invited");
  expect(await page.content()).not.toContain(place.name);
  expect(await page.content()).not.toContain("Secret of the lamp");
  const known = await somebody((await person("Known")).id);
  await expectTitle(known, `/join/${token}`, `You are invited to ${place.name}`);
});

test("a link that was pasted is read, and what is none is said at the field", async ({ page }) => {
  const { leader, place } = await world();
  const { token } = await joinLink(place, leader);
  await page.goto("/");
  const field = page.getByLabel("Have an invitation link? Paste it");
  await field.fill("hello");
  await page.getByRole("button", { name: "Open the invitation" }).click();
  await expect(field).toHaveAccessibleDescription(/There is no invitation in that\./);
  await field.fill(`https://elsewhere.example/join/${token}`);
  await page.getByRole("button", { name: "Open the invitation" }).click();
  await expect(page).toHaveURL(`/join/${token}`);
});

test("“Not you?” leads to another account, which comes back to the link", async ({ somebody }) => {
  const { leader, place } = await world();
  const { token } = await joinLink(place, leader);
  const holder = await person("Holder");
  const page = await somebody(holder.id);
  await page.goto(`/join/${token}`);
  await page.getByRole("button", { name: "Not you?" }).click();
  await expect(page.getByText(`You are signed in as ${holder.name}`)).toBeVisible();
  await page.getByRole("link", { name: "Go on" }).click();
  await expect(page).toHaveURL(`/join/${token}`);
});

test("T35 opening a link counts openings and changes nothing else", async ({ somebody }) => {
  const { leader, place } = await world();
  const link = await joinLink(place, leader);
  const page = await somebody((await person("Reader")).id);
  for (let n = 0; n < 2; n++) {
    const told = page.waitForResponse((response) => response.url().endsWith("/opened"));
    await page.goto(`/join/${link.token}`);
    expect((await told).status()).toBe(204);
  }
  const inCharge = await somebody(leader.id);
  await inCharge.goto(`/groups/${place.slug}/links/${link.id}`);
  await expect(inCharge.getByText("2", { exact: true })).toHaveCount(2);
  await expect(inCharge.getByText("0 uses")).toBeVisible();
});

async function expectTitle(page: Page, path: string, title: string, status = 200): Promise<void> {
  const response = await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  expect(response?.status(), path).toBe(status);
}

async function shownLink(page: Page): Promise<string> {
  await expect(page.getByText("Here is the link")).toBeVisible();
  await expect(page.getByRole("img", { name: "QR code of the join link" })).toBeVisible();
  return page.getByRole("textbox", { name: "Join link" }).inputValue();
}
