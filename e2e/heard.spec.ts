/** What a screen reader is told of the things that eyes take in at once: tables, also where they are narrow, and menus. */
import { heeded } from "./support/keyboard";
import { group, groupType, PLAIN, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const RUN = { ...PLAIN, leader: ["group.view", "member.list", "member.administer"], officer: ["member.remove"] };

for (const [look, width] of [
  ["wide", 1280],
  ["narrow", 360],
] as const) {
  test(`the table of members names its columns, its rows and its cells, ${look}`, async ({ somebody }) => {
    const [leader, member] = [await person("Leader"), await person("Member")];
    const place = await group({ type: await groupType(RUN), leaders: [leader], members: [[member, "officer"]] });
    const page = await somebody(leader.id, { viewport: { width, height: 800 } });
    await page.goto(`/groups/${place.slug}/members`);
    const table = page.getByRole("table", { name: `Members of ${place.name}`, exact: true });
    await expect(table.getByRole("columnheader")).toHaveText([
      "Name",
      "Roles",
      "Since",
      "Until",
      "How",
      "Why",
      "Change",
    ]);
    const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: member.name, exact: true }) });
    await expect(row).toHaveCount(1);
    // Where each row is a sheet, what is empty is left out: no end is set.
    await expect(row.getByRole("cell")).toHaveCount(look === "wide" ? 6 : 5);
    await expect(row.getByRole("cell", { name: look === "wide" ? /^Officer$/ : /^Roles ?Officer$/ })).toHaveCount(1);
    await expect(row.getByRole("cell", { name: look === "wide" ? /^Was added$/ : /^How ?Was added$/ })).toHaveCount(1);
    await expect(row.getByRole("link", { name: `Change ${member.name}`, exact: true })).toBeVisible();
  });
}

test("the table of permissions names its bands, its columns and each cell", async ({ somebody }) => {
  const type = await groupType(RUN);
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto(`/admin/group/types/manage/${type}/permissions`);
  const table = page.getByRole("table").first();
  for (const name of ["Permission", "Outsider", "Member", "Leader", "Officer"])
    await expect(table.getByRole("columnheader", { name, exact: true }), name).toHaveCount(1);
  const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^View member list/ }) });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole("checkbox", { name: "View member list for Outsider", exact: true })).not.toBeChecked();
  await expect(row.getByRole("checkbox", { name: "View member list for Member", exact: true })).toBeChecked();
  const shut = table.getByRole("button", { name: "Join group for Member: impossible" });
  await expect(shut, "why a cell cannot be is told with it").toHaveAccessibleDescription(/\S/);
  await expect(table.getByRole("checkbox", { name: /^undefined|^$/ })).toHaveCount(0);
});

test("one column of permissions, as a narrow screen shows it, is a list of named boxes in named sections", async ({
  somebody,
}) => {
  const type = await groupType(RUN);
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id, {
    viewport: { width: 360, height: 800 },
  });
  await page.goto(`/admin/group/types/manage/${type}/permissions?role=member`);
  await expect(page.getByRole("heading", { level: 2, name: /Member/ })).toBeVisible();
  const box = page.getByRole("checkbox", { name: /^View member list/ });
  await expect(box).toHaveAccessibleName(/ for Member$/);
  await expect(box).toHaveAccessibleDescription(/\S/);
  const section = page.getByRole("group").filter({ has: box });
  await expect(section).toHaveAccessibleName(/\S/);
});

test("the menu of one’s account opens, is left by Escape, and gives the focus back", async ({ somebody }) => {
  const me = await person("Somebody");
  const page = await somebody(me.id);
  await page.goto("/groups");
  await heeded(page);
  const menu = page.locator("header details");
  const opener = menu.locator("summary");
  await expect(menu.getByRole("link", { name: "Your account" })).toBeHidden();
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(menu).toMatchAriaSnapshot(`
    - group:
      - text: ${me.name}
      - paragraph: ${me.name}
      - link "My groups":
        - /url: /my-groups
      - link "My requests":
        - /url: /my-requests
      - separator
      - link "Notices":
        - /url: /notices
      - link "Your account":
        - /url: /account
      - separator
      - button "Sign out"
  `);
  await page.keyboard.press("Tab");
  await expect(menu.getByRole("link", { name: "My groups" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu.getByRole("link", { name: "Notices" })).toBeHidden();
  await expect(opener).toBeFocused();
});
