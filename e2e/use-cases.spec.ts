/** The four use cases of the product, each set up by clicking and tried by the people whom it is for. */
import type { Page } from "@playwright/test";
import { changeGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { siteViewer } from "@/lib/session/viewer";
import { person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere, portalHere } from "./support/stand";

/** Types whose groups every account may create by now: nobody else's test is to find that. */
const opened: string[] = [];

test.afterAll(async () => {
  const site = await siteViewer(await portalHere());
  const changes = opened.map((type) => ({ role: "authenticated", permission: `group.create:${type}`, on: false }));
  await changeGlobalGrants(site, { changes, reason: "" });
  await closePortalHere();
});

const OWNER = { roles: [], owner: true };

interface Kind {
  readonly name: string;
  readonly label: string;
}

/** A new type, as an administrator makes it: a name, and what it starts from. */
async function makeType(page: Page, start: string, more?: () => Promise<unknown>): Promise<Kind> {
  const label = `Kind ${word()}`;
  await page.goto("/admin/group/types/add");
  await page.getByLabel("Name", { exact: true }).fill(label);
  await page.getByRole("radio", { name: start, exact: true }).check();
  await more?.();
  await page.getByRole("button", { name: "Create type" }).click();
  await expect(page.getByText("The type is made.")).toBeVisible();
  return { name: label.toLowerCase().replace(" ", "-"), label };
}

/** A new group of the type, with what the type proposes; its address. */
async function makeGroup(page: Page, { name }: Kind): Promise<string> {
  await page.goto(`/groups/new?type=${name}`);
  const called = `Group ${word()}`;
  await page.getByLabel("Name", { exact: true }).fill(called);
  await page.getByRole("button", { name: "Make the group" }).click();
  await expect(page).toHaveURL(/welcome=created/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(called);
  return new URL(page.url()).pathname;
}

const statusAt = async (page: Page, path: string) => (await page.goto(path))?.status();

test("1: people may create groups, and administer those that they made", async ({ somebody }) => {
  const admin = await somebody((await person("Owner", OWNER)).id);
  const kind = await makeType(admin, "People may create groups");
  opened.push(kind.name);
  const maker = await somebody((await person("Maker")).id);
  const path = await makeGroup(maker, kind);
  expect(await statusAt(maker, `${path}/settings`)).toBe(200);
  const other = await somebody((await person("Other")).id);
  expect(await statusAt(other, `${path}/settings`)).toBe(404);
  expect(await statusAt(other, path)).toBe(200);
});

test("1: the right to create groups is ticked on the page of site-wide permissions", async ({ somebody }) => {
  const admin = await somebody((await person("Owner", OWNER)).id);
  const kind = await makeType(admin, "Join and post");
  const maker = await somebody((await person("Maker")).id);
  await maker.goto(`/groups/new?type=${kind.name}`);
  await expect(maker.getByText(kind.label)).toHaveCount(0);
  opened.push(kind.name);
  await admin.goto("/admin/people/permissions");
  await admin.getByRole("checkbox", { name: `Create ${kind.label} groups for Authenticated` }).check();
  await admin.getByRole("button", { name: "Review changes" }).click();
  await admin.getByRole("button", { name: "Save these changes" }).click();
  await expect(admin.getByText("Saved: 1 change – 1 granted, 0 revoked.")).toBeVisible();
  await makeGroup(maker, kind);
});

test("2: people join and post, and change and delete what they wrote", async ({ somebody }) => {
  const admin = await somebody((await person("Owner", OWNER)).id);
  const path = await makeGroup(admin, await makeType(admin, "Join and post"));
  const page = await somebody((await person("Outsider")).id);
  expect(await statusAt(page, `${path}/posts`)).toBe(404);
  await page.goto(path);
  await page.getByRole("link", { name: /^Join/ }).click();
  await page.getByRole("button", { name: /^Join/ }).click();
  await expect(page).toHaveURL(/welcome=joined/);
  await page.goto(`${path}/posts/new`);
  const title = `Told ${word()}`;
  await page.getByLabel("Title").fill(title);
  await page.getByRole("textbox", { name: "Text" }).fill("Some words.");
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Text" }).fill("Other words.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Other words.")).toBeVisible();
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
});

test("3: a private group is there for those alone whom its admins add", async ({ somebody }) => {
  const admin = await somebody((await person("Owner", OWNER)).id);
  const path = await makeGroup(admin, await makeType(admin, "Private, only admins add people"));
  const guest = await person("Guest");
  const [page, outsider] = [await somebody(guest.id), await somebody((await person("Outsider")).id)];
  expect(await statusAt(page, path)).toBe(404);
  await admin.goto(`${path}/members`);
  await expect(admin.getByRole("main")).toContainText("Group admin");
  await admin.goto(`${path}/members/add?who=${encodeURIComponent(guest.name)}`);
  await admin.getByRole("button", { name: /^Add to/ }).click();
  await expect(admin.getByRole("row").filter({ hasText: guest.name })).toBeVisible();
  expect(await statusAt(page, path)).toBe(200);
  expect(await statusAt(page, `${path}/members`)).toBe(200);
  expect(await statusAt(page, `${path}/members/add`)).toBe(404);
  expect(await statusAt(outsider, path)).toBe(404);
});

test("4: holders of one role administer every group of a type from outside, until they join", async ({ somebody }) => {
  const admin = await somebody((await person("Owner", OWNER)).id);
  const label = `Keeper ${word()}`;
  await admin.goto("/admin/people/permissions");
  await admin.getByText("New role…").click();
  await admin.getByLabel("Name of the role").fill(label);
  await admin.getByRole("button", { name: "Make the role" }).click();
  await expect(admin.getByText("The role is made.")).toBeVisible();
  const kind = await makeType(admin, "Site admins administer all groups without joining", () =>
    admin.getByLabel("Which role administers the groups?").selectOption({ label }),
  );
  const path = await makeGroup(admin, kind);
  const keeper = await person("Keeper", { roles: [label.toLowerCase().replace(" ", "-"), "member"] });
  const [page, outsider] = [await somebody(keeper.id), await somebody((await person("Outsider")).id)];
  expect(await statusAt(page, `${path}/settings`)).toBe(200);
  expect(await statusAt(outsider, `${path}/settings`)).toBe(404);
  await admin.goto(`${path}/members/add?who=${encodeURIComponent(keeper.name)}`);
  await admin.getByRole("button", { name: /^Add to/ }).click();
  await expect(admin.getByRole("row").filter({ hasText: keeper.name })).toBeVisible();
  expect(await statusAt(page, path)).toBe(200);
  expect(await statusAt(page, `${path}/settings`)).toBe(404);
});
