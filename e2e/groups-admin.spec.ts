/** The list of all groups: how they are set, many changed at once, and what would follow before it does. */
import type { Browser, Page } from "@playwright/test";
import { ask, group, groupType, type Person, type Place, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const PLAIN_BROWSER = { javaScriptEnabled: false } satisfies Parameters<Browser["newContext"]>[0];
const RULES = { outsider: ["group.view", "member.join"], member: ["group.view", "member.list"] };

interface World {
  readonly owner: Person;
  readonly asker: Person;
  /** begins every name */
  readonly called: string;
  readonly type: string;
  readonly places: readonly [Place, Place, Place];
}

async function world(): Promise<World> {
  const called = `Lodge ${word()}`;
  const [owner, asker, member] = [
    await person("Owner", { owner: true }),
    await person("Asker"),
    await person("Member"),
  ];
  const type = await groupType(RULES);
  const one = await group({ type, called: `${called} A` });
  const two = await group({ type, called: `${called} B`, flags: { hidden: true }, members: [member] });
  const three = await group({ type, called: `${called} C`, flags: { open: true } });
  await ask(one, asker);
  return { owner, asker, called, type, places: [one, two, three] };
}

const names = (page: Page) => page.getByRole("table", { name: "Groups" }).getByRole("rowheader");
const listed = (places: readonly Place[]) => places.map(({ name }) => new RegExp(name));

async function choose(page: Page, change: string): Promise<void> {
  await page.getByLabel("What to do with them").selectOption({ label: change });
  await page.getByRole("button", { name: "See what would follow" }).click();
}

test("the list is narrowed, sorted and put together, and its address holds it", async ({ somebody }) => {
  const { owner, called, type, places } = await world();
  const page = await somebody(owner.id);
  await page.goto(`/admin/group?type=${type}`);
  await expect(page.getByRole("checkbox", { name: "Choose all on this page" })).toBeVisible();
  await expect(names(page)).toHaveText(listed(places));
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await expect(names(page)).toHaveText(listed([...places].reverse()));

  await page.getByText("Narrow the list").click();
  await page.getByLabel("Hidden").selectOption({ label: "Hidden" });
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page, "what was left empty does not stand in the address").toHaveURL(
    new RegExp(`/admin/group\\?type=${type}&hidden=yes$`),
  );
  await expect(names(page)).toHaveText(listed([places[1]]));
  await page
    .getByRole("list", { name: "Narrowed to" })
    .getByRole("link", { name: /Hidden/ })
    .click();
  await expect(names(page)).toHaveCount(3);

  await page.locator("summary", { hasText: "Columns" }).click();
  await page.getByRole("link", { name: /Changed/ }).click();
  await expect(page).toHaveURL(/hide=changed/);
  await expect(page.getByRole("columnheader", { name: "Changed" })).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Search groups" }).fill(`${called} C`);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(names(page)).toHaveText(listed([places[2]]));
  await expect(page.getByRole("columnheader", { name: "Changed" }), "what was put away stays away").toHaveCount(0);
});

test("a stretch is chosen with the shift key, what follows is read, and the report says what came of each", async ({
  somebody,
}) => {
  const { owner, asker, type, places } = await world();
  const page = await somebody(owner.id);
  await page.goto(`/admin/group?type=${type}`);
  await expect(page.getByRole("checkbox", { name: "Choose all on this page" })).toBeVisible();
  await page.getByRole("checkbox", { name: `Choose ${places[0].name}` }).click();
  await page.getByRole("checkbox", { name: `Choose ${places[2].name}` }).click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 groups ticked")).toBeVisible();
  await choose(page, "Open");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open 2 groups?");
  await expect(page.getByText("1 waiting request is granted at once.")).toBeVisible();
  const rows = page.getByRole("table", { name: "Group by group" });
  await expect(rows.getByRole("row").filter({ hasText: places[2].name })).toContainText("It is so already.");
  await page.getByRole("link", { name: "Leave them as they are" }).click();
  await expect(page.getByText("3 groups ticked"), "one comes back to what one had ticked").toBeVisible();
  for (const { name } of places) await expect(page.getByRole("checkbox", { name: `Choose ${name}` })).toBeChecked();
  await choose(page, "Open");
  await page.getByLabel("Why?").fill("There is room for all.");
  await page.getByRole("button", { name: "Open 2 groups" }).click();

  await expect(page).toHaveURL(/\/jobs\//);
  await expect(page.getByText("2 groups were changed.")).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("heading", { level: 1 }), "called as it was asked for").toHaveText("Open 2 groups");
  await expect(page.getByRole("columnheader")).toHaveText(["Group", "What came of it"]);
  await expect(page.getByRole("link", { name: places[0].name })).toBeVisible();
  await expect(page.getByRole("link", { name: "Read it in the log" })).toBeVisible();
  const waits = await somebody(asker.id);
  await waits.goto("/my-groups");
  await expect(waits.getByRole("link", { name: places[0].name, exact: true })).toBeVisible();
  await waits.goto("/notices");
  await expect(waits.getByText("Reason given: “There is room for all.”")).toBeVisible();
});

test("what is no longer as it was shown is shown again and not done", async ({ somebody }) => {
  const { owner, places } = await world();
  const page = await somebody(owner.id);
  await page.goto(`/admin/group/change?change=delete&group=${places[0].slug}`);
  await expect(page.getByText("1 waiting request is closed.")).toBeVisible();
  await ask(places[0], await person("Another"));
  await page.getByRole("button", { name: "Delete 1 group" }).click();
  await expect(page.getByRole("alert").first()).toContainText("What would follow is no longer what was shown.");
  await expect(page.getByText("2 waiting requests are closed.")).toBeVisible();
});

test("without script the list is narrowed, groups are ticked and changed all the same, at 360 pixels too", async ({
  somebody,
}) => {
  const { owner, type, places } = await world();
  const page = await somebody(owner.id, { ...PLAIN_BROWSER, viewport: { width: 360, height: 740 } });
  await page.goto(`/admin/group?type=${type}&hidden=no`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("checkbox", { name: `Choose ${places[0].name}` }).check();
  await choose(page, "Restrict");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Restrict 1 group?");
  await page.getByRole("button", { name: "Restrict 1 group" }).click();
  await expect(page).toHaveURL(/\/jobs\//);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("1 group was changed.")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
});

test("nothing chosen is said, and whoever has not the right finds no such pages", async ({ somebody }) => {
  const { owner, asker, places } = await world();
  const page = await somebody(owner.id);
  await page.goto(`/admin/group/change?group=${places[0].slug}`);
  await expect(page.getByText("Choose what to do with them first.")).toBeVisible();
  await page.goto("/admin/group/change?change=open-on");
  await expect(page.getByText("Tick some groups first.")).toBeVisible();
  const outsider = await somebody(asker.id);
  expect((await outsider.goto("/admin/group"))?.status()).toBe(404);
  expect((await outsider.goto(`/admin/group/change?change=open-on&group=${places[0].slug}`))?.status()).toBe(404);
});
