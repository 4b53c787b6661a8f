/** Members: added by name, given roles and an end, removed with a reason; and nobody acts upward. */
import { group, groupType, PLAIN, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const RUN = {
  ...PLAIN,
  leader: ["group.view", "member.list", "member.administer"],
  officer: ["member.remove"],
};

test("somebody is added by their full name, with a role, and is told", async ({ somebody }) => {
  const [leader, guest] = [await person("Leader"), await person("Guest")];
  const place = await group({ type: await groupType(RUN), leaders: [leader] });
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/members`);
  await page.getByRole("link", { name: "Add people" }).click();
  const search = page.getByRole("searchbox", { name: "Full name" });
  await search.fill("Nobody of that name");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("Nobody here is called “Nobody of that name”")).toBeVisible();
  await search.fill(guest.name.toUpperCase());
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("radio", { name: guest.name })).toBeChecked();
  await page.getByRole("checkbox", { name: "Officer" }).check();
  await page.getByRole("button", { name: `Add to ${place.name}` }).click();
  await expect(page.getByText("Added to the group, and told so.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: guest.name });
  await expect(row).toContainText("Officer");
  await expect(row).toContainText("Was added");

  await page.goto(`/groups/${place.slug}/members/add?who=${encodeURIComponent(guest.name)}`);
  await expect(page.getByText("They are in this group already.")).toBeVisible();
  const told = await somebody(guest.id);
  await told.goto("/notices");
  await expect(told.getByRole("main")).toContainText(place.name);
});

test("roles and an end are given, and a role above one’s own cannot be chosen", async ({ somebody }) => {
  const [leader, member] = [await person("Leader"), await person("Member")];
  const place = await group({ type: await groupType(RUN), leaders: [leader], members: [member] });
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/members`);
  await page.getByRole("link", { name: `Change ${member.name}` }).click();
  await page.getByRole("checkbox", { name: "Officer" }).check();
  await page.getByRole("button", { name: "Save roles" }).click();
  await expect(page.getByText("Saved. They have been told.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Officer" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Admin" }), "more than the leader holds").toBeDisabled();

  const until = page.getByLabel("In the group until");
  await until.fill("2099-12-31");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const ending = page.getByRole("form", { name: "When the membership ends" });
  await expect(ending.getByText("Saved. They have been told.")).toBeVisible();
  await page.goto(`/groups/${place.slug}/members`);
  await expect(page.getByRole("row").filter({ hasText: member.name })).toContainText("2099");
});

test("somebody is removed with a reason that they read", async ({ somebody }) => {
  const [leader, member] = [await person("Leader"), await person("Member")];
  const place = await group({ type: await groupType(RUN), leaders: [leader], members: [member] });
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/members/${member.id}`);
  await page.getByLabel("Why").fill("The season is over.");
  await page.getByRole("button", { name: `Remove from ${place.name}` }).click();
  await expect(page.getByText("Removed from the group, and told so.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: member.name })).toHaveCount(0);
  const told = await somebody(member.id);
  await told.goto("/notices");
  await expect(told.getByText("The season is over.")).toBeVisible();
  await told.goto("/my-groups");
  await expect(told.getByText("You are in no group yet")).toBeVisible();
});

test("nobody acts upward: an officer finds nothing to change at an administrator", async ({ somebody }) => {
  const [officer, admin, member] = [await person("Officer"), await person("Admin"), await person("Member")];
  const members = [[officer, "officer"], [admin, "admin"], member] as const;
  const place = await group({ type: await groupType(RUN), members });
  const page = await somebody(officer.id);
  await page.goto(`/groups/${place.slug}/members/${admin.id}`);
  await expect(page.getByText("They hold rights here that you do not hold")).toBeVisible();
  await expect(page.locator("main").getByRole("button")).toHaveCount(0);
  await page.goto(`/groups/${place.slug}/members/${member.id}`);
  await expect(page.getByRole("button", { name: `Remove from ${place.name}` })).toBeVisible();
  const refused = await page.goto(`/groups/${place.slug}/members/add`);
  expect(refused?.status(), "an officer adds nobody").toBe(404);
});

test("the last administrator is not demoted by another form that was left open", async ({ somebody }) => {
  const [first, second] = [await person("First"), await person("Second")];
  const members = [[first, "admin"], [second, "admin"], await person("Member")] as const;
  const place = await group({ type: await groupType(RUN), members });
  const page = await somebody(first.id);
  const other = await somebody(first.id);
  await page.goto(`/groups/${place.slug}/members/${first.id}`);
  await other.goto(`/groups/${place.slug}/members/${second.id}`);
  await other.getByRole("checkbox", { name: "Admin" }).uncheck();
  await other.getByRole("button", { name: "Save roles" }).click();
  await expect(other.getByText("Saved. They have been told.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Admin" }).uncheck();
  await page.getByRole("button", { name: "Save roles" }).click();
  await expect(page.getByRole("alert").first()).toContainText("without an administrator while others are still in it");
});
