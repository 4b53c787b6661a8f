/** Types of groups and their permission table, which is one real form. */
import { heeded, heedsKeys } from "./support/keyboard";
import { group, groupType, PLAIN, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const OWNER = { roles: [], owner: true };

test("a type is made from a preset, and its table says what the preset says", async ({ somebody }) => {
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto("/admin/group/types");
  await heeded(page);
  await page.getByRole("link", { name: "New type" }).first().click();
  const name = word();
  await page.getByRole("button", { name: "Create type" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name", { exact: true }).fill(`Book Club ${name}`);
  await expect(page.getByLabel("Machine name")).toHaveValue(`book-club-${name}`);
  await page.getByRole("radio", { name: "Join and post" }).check();
  await page.getByRole("button", { name: "Create type" }).click();
  await expect(page.getByText("The type is made.")).toBeVisible();
  await page.goto(`/admin/group/types/manage/book-club-${name}/permissions`);
  await expect(page.getByRole("checkbox", { name: "Join group for Outsider" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Leave group for Member" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "View member list for Outsider" })).not.toBeChecked();

  await page.goto("/admin/group/types/add");
  await page.getByLabel("Name", { exact: true }).fill("Another");
  await page.getByLabel("Machine name").fill(`book-club-${name}`);
  await page.getByRole("button", { name: "Create type" }).click();
  await expect(page.getByLabel("Machine name")).toHaveAccessibleDescription(/This machine name is taken\./);
});

test("a cell is ticked, saved with its reason, and holds in the group at once", async ({ somebody }) => {
  const type = await groupType(PLAIN);
  const place = await group({ type });
  const outsider = await somebody((await person("Outsider")).id);
  expect((await outsider.goto(`/groups/${place.slug}/members`))?.status()).toBe(404);
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto(`/admin/group/types/manage/${type}/permissions`);
  await page.getByRole("checkbox", { name: "View member list for Outsider" }).check();
  await page.getByRole("checkbox", { name: "Leave group for Member" }).uncheck();
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByLabel("Why?").fill("Everybody knows them anyway.");
  await page.getByRole("button", { name: "Save these changes" }).click();
  await expect(page.getByText("Saved: 2 changes – 1 granted, 1 revoked.")).toBeVisible();
  await expect(page.getByText("Everybody knows them anyway.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "View member list for Outsider" })).toBeChecked();
  expect((await outsider.goto(`/groups/${place.slug}/members`))?.status()).toBe(200);
});

test("an impossible cell has no box and says why; sent all the same it is refused, with the rest of the form", async ({
  somebody,
}) => {
  const type = await groupType(PLAIN);
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto(`/admin/group/types/manage/${type}/permissions`);
  await heedsKeys(page);
  const why = page.getByRole("button", { name: "Join group for Member: impossible" });
  await expect(page.getByRole("checkbox", { name: "Join group for Member" })).toHaveCount(0);
  await why.click();
  const note = page.locator(`#${await why.getAttribute("popovertarget")}`);
  await expect(note).toBeVisible();
  await expect(note).not.toBeEmpty();
  await page.keyboard.press("Escape");

  const box = page.getByRole("checkbox", { name: "View member list for Outsider" });
  await box.check();
  await box.evaluate((one) => {
    const extra = document.createElement("input");
    extra.type = "hidden";
    extra.name = "change";
    extra.value = "+member|member.join";
    one.closest("form")?.append(extra);
  });
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Nothing was saved: these cells are impossible.");
  await page.goto(`/admin/group/types/manage/${type}/permissions`);
  await expect(box).not.toBeChecked();
});

test("whoever does not administer types finds none of these pages", async ({ somebody }) => {
  const type = await groupType(PLAIN);
  const page = await somebody((await person("Member")).id);
  for (const rest of [
    "",
    "/add",
    `/manage/${type}`,
    `/manage/${type}/permissions`,
    `/manage/${type}/permissions/outsider`,
  ])
    expect((await page.goto(`/admin/group/types${rest}`))?.status(), rest).toBe(404);
});

test("custom roles change places and names, and deleting one says who loses it", async ({ somebody }) => {
  const type = await groupType({ ...PLAIN, officer: ["member.add"] });
  const holder = await person("Holder");
  const place = await group({ type, members: [[holder, "officer"]] });
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto(`/admin/group/types/manage/${type}`);
  const rows = page.getByRole("list", { name: "Custom roles" }).getByRole("listitem");
  await expect(rows).toHaveText([/^Admin/, /^Officer/]);
  await page.getByRole("button", { name: "Move Officer up" }).click();
  await expect(rows).toHaveText([/^Officer/, /^Admin/]);
  await expect(page.getByRole("button", { name: "Move Officer up" })).toBeDisabled();
  await expect(page.getByRole("list", { name: "Groups of this type" })).toContainText(place.name);
  await page.getByRole("link", { name: /^Delete\s+Officer/ }).click();
  await expect(page.getByRole("list", { name: "Who loses it" })).toHaveText(`${holder.name}, in ${place.name}`);
});

test("a global role is called otherwise, in the tables of types too, and moves", async ({ somebody }) => {
  const [type, label] = [await groupType(PLAIN), `Role ${word()}`];
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto("/admin/people/permissions");
  await page.getByText("New role…").click();
  await page.getByLabel("Name of the role").fill(label);
  await page.getByRole("button", { name: "Make the role" }).click();
  const rows = page.getByRole("list", { name: "Roles of this portal" }).getByRole("listitem");
  await expect(rows.last()).toContainText(label);
  await page.getByRole("button", { name: `Move ${label} up` }).click();
  await expect(rows.last()).not.toContainText(label);
  await page.getByText(`Rename ${label}…`).click();
  const form = page.getByRole("form", { name: `Rename ${label}` });
  await form.getByLabel("New name").fill(`${label} again`);
  await form.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(page.getByRole("form", { name: `Rename ${label} again` })).toBeVisible();
  await page.goto(`/admin/group/types/manage/${type}/permissions/outsider`);
  await expect(page.getByRole("columnheader", { name: `${label} again` }).first()).toBeVisible();
});
