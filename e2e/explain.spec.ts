/** Why: two clicks to why somebody cannot post, two people side by side, and all of it without script. */
import { heeded } from "./support/keyboard";
import { group, groupType, PLAIN, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const OWNER = { roles: [], owner: true };
const MUTE = { ...PLAIN, member: ["group.view", "member.list", "member.leave"] };

for (const [name, options] of [
  ["with script", {}],
  ["without script", { javaScriptEnabled: false }],
] as const) {
  test(`an administrator finds out in two clicks why a member cannot post, ${name}`, async ({ somebody }) => {
    const member = await person("Member");
    const place = await group({ type: await groupType(MUTE), members: [member] });
    const page = await somebody((await person("Owner", OWNER)).id, options);
    await page.goto(`/groups/${place.slug}`);
    await page.getByRole("link", { name: "Members", exact: true }).click();
    await page.getByRole("link", { name: `Why? ${member.name}` }).click();
    await expect(
      page.getByText(
        `No. ${member.name} may not write posts in ${place.name}: none of the roles that speak for them there grants it`,
      ),
    ).toBeVisible();
    await expect(page.getByText("Any one of these would allow it")).toBeVisible();
    await expect(page.getByText("Granting “Create posts” to Member, for every")).toBeVisible();
    // And the third click is where it is mended.
    await page
      .getByRole("link", { name: /^Table of .*: Member$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/permissions\?role=member$/);
  });

  test(`a member finds out why they cannot, from the list of what they may not, ${name}`, async ({ somebody }) => {
    const member = await person("Member");
    const place = await group({ type: await groupType(MUTE), members: [member] });
    const page = await somebody(member.id, options);
    await page.goto(`/groups/${place.slug}`);
    if (name === "with script") await heeded(page);
    await page.getByText("What you may not do here").click();
    await page.getByRole("link", { name: "write posts" }).click();
    await expect(page.getByText(`No. You may not write posts in ${place.name}`)).toBeVisible();
    // With script it stands above the page, one step from the picture.
    if (name === "with script") await page.getByRole("link", { name: "How it was decided, as a picture" }).click();
    await expect(page.getByRole("img", { name: /The way of the answer/ })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Table of/ })).toHaveCount(0);
    await page.getByRole("link", { name: "Leave group" }).click();
    await expect(page.getByText(`Yes. You may leave ${place.name}: Member grants it.`)).toBeVisible();
  });
}

test("the dialog closes with Escape, gives the focus back, and a click with Ctrl is the browser's", async ({
  somebody,
}) => {
  const member = await person("Member");
  const place = await group({ members: [member] });
  const page = await somebody(member.id);
  await page.goto(`/groups/${place.slug}`);
  // Before the script has come, the link leads to a page of its own.
  await heeded(page);
  const link = page.getByRole("link", { name: "write posts" });
  await link.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Why" });
  await expect(dialog.getByText(`Yes. You may write posts in ${place.name}`)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await expect(page.locator("[data-underway]"), "no page is on its way").toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click({ modifiers: ["ControlOrMeta"] })]);
  await expect(tab).toHaveURL(/\/why\?permission=post\.create/);
  await expect(dialog).toBeHidden();
});

test("two are compared, found by the beginning of a name, and what differs is marked", async ({ somebody }) => {
  const member = await person("Member");
  const place = await group({ members: [member] });
  const page = await somebody((await person("Owner", OWNER)).id, { javaScriptEnabled: false });
  await page.goto("/admin");
  await page.getByRole("link", { name: "Why, and what if" }).click();
  await expect(page.getByText("Ask about anybody, in any group that you see")).toBeVisible();
  await page.getByLabel("Group").fill(place.name.slice(0, -2));
  await page.getByLabel("Permission").selectOption("Create posts");
  await page.getByRole("textbox", { name: "Name" }).fill(member.name.slice(0, -2));
  await page.getByLabel("Compared with").selectOption("Any account outside the group");
  await page.getByRole("button", { name: "Ask why" }).click();
  await expect(page.getByText(`Yes. ${member.name} may write posts in ${place.name}: Member grants it.`)).toBeVisible();
  await expect(page.getByText(`No. Any outsider may not write posts in ${place.name}`)).toBeVisible();
  const table = page.getByRole("table", { name: `Everything in ${place.name}, side by side` });
  await expect(table.getByRole("row", { name: /Create posts/ })).toContainText("Differs");
  await expect(table.getByRole("row", { name: /Delete group/ })).not.toContainText("Differs");
});

test("a name that fits several is a choice, and one that fits nobody says so", async ({ somebody }) => {
  const name = `Twin ${word()}`;
  const [one, other] = [await person(name), await person(name)];
  const place = await group({ members: [one] });
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto(`/admin/explain?group=${place.slug}&who=person&name=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name: other.name }).click();
  await expect(page.getByText(`No. ${other.name} may not write posts`)).toBeVisible();
  await page.goto(`/admin/explain?group=${place.slug}&who=person&name=${word()}`);
  await expect(page.getByText("Nobody that you can find is called")).toBeVisible();
  await page.goto(`/admin/explain?group=${word()}&who=outsider`);
  await expect(page.getByText("No group that you see begins like")).toBeVisible();
});

test("about somebody else nothing is told without the right to ask", async ({ somebody }) => {
  const [member, other] = [await person("Member"), await person("Other")];
  const place = await group({ members: [member, other] });
  const page = await somebody(member.id);
  expect((await page.goto(`/groups/${place.slug}/why?who=${other.id}`))?.status()).toBe(404);
  expect((await page.goto(`/groups/${place.slug}/why?who=visitor`))?.status()).toBe(404);
  expect((await page.goto(`/groups/${place.slug}/why?who=person&name=Other`))?.status()).toBe(404);
  expect((await page.goto("/admin/explain"))?.status()).toBe(404);
  expect((await page.goto(`/groups/${place.slug}/why?who=${member.id}`))?.status()).toBe(200);
  await page.goto(`/groups/${place.slug}/members`);
  await expect(page.getByRole("link", { name: /Why\?/ })).toHaveCount(0);
});

test("whoever administers the members asks about all of them", async ({ somebody }) => {
  const [keeper, member] = [await person("Keeper"), await person("Member")];
  const cells = { ...MUTE, officer: ["member.administer"] };
  const place = await group({ type: await groupType(cells), members: [[keeper, "officer"], member] });
  const page = await somebody(keeper.id);
  await page.goto(`/groups/${place.slug}/members`);
  await heeded(page);
  await page.getByRole("link", { name: `Why? ${member.name}` }).click();
  await expect(page.getByText(`No. ${member.name} may not write posts`)).toBeVisible();
  await page.getByRole("link", { name: "How it was decided, as a picture" }).click();
  await page.getByLabel("Who").selectOption("A visitor without an account");
  await page.getByLabel("Permission").selectOption("View group");
  await page.getByRole("button", { name: "Ask why" }).click();
  await expect(page.getByText(`No. A visitor without an account may not open the page of ${place.name}`)).toBeVisible();
});
