/** Making a group and ending it. */
import { group, groupType, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

test("a new group is what its maker answered, and its address ends in a part by chance", async ({ somebody }) => {
  const type = await groupType();
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto("/groups");
  await page.getByRole("link", { name: "New group" }).click();
  await page.getByRole("link", { name: `Kind ${type}` }).click();
  const name = `Lamplighters ${word()}`;
  await page.getByRole("button", { name: "Make the group" }).click();
  await expect(page.getByLabel("Name")).toHaveAccessibleDescription(/Type a name\./);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("radio", { name: "Only people with a link" }).check();
  await page.getByRole("radio", { name: "They join at once" }).check();
  await page.getByRole("button", { name: "Make the group" }).click();
  await expect(page.getByText("The group is made.")).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(
    new RegExp(`^/groups/${name.toLowerCase().replace(" ", "-")}-[a-z0-9]{6}$`),
  );
  await expect(page.getByText("Any account with the link that may request groups joins at once;")).toBeVisible();
});

test("who may create nothing of a kind is shown no such form", async ({ somebody }) => {
  const type = await groupType();
  const page = await somebody((await person("Member")).id);
  await page.goto(`/groups/new?type=${type}`);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText(type);
  await expect(page.getByText(`Kind ${type}`)).toHaveCount(0);
});

test("deleting says what goes, and leaves nothing at the address", async ({ somebody }) => {
  const member = await person("Member");
  const place = await group({ members: [member, await person("Other")] });
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto(`/groups/${place.slug}/settings`);
  await page.getByRole("link", { name: "Delete…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Delete ${place.name}?`);
  await expect(page.getByRole("definition").first()).toHaveText("2");
  await page.getByLabel("Why?").fill("The hall is sold.");
  await page.getByRole("button", { name: `Delete ${place.name}` }).click();
  await expect(page.getByText("The group is deleted. Its log stays.")).toBeVisible();
  expect((await page.goto(`/groups/${place.slug}`))?.status()).toBe(404);
  const was = await somebody(member.id);
  await was.goto("/notices");
  await expect(was.getByText("Reason given: “The hall is sold.”")).toBeVisible();
});
