/** Joining and leaving: what one gains and loses is said before, and a refusal says why and what would change it. */
import { group, groupType, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const OPEN = {
  outsider: ["group.view", "member.join", "post.view"],
  member: ["group.view", "member.list", "member.leave"],
  admin: ["group.administer"],
};

test("joining an open group says what one gains and loses, and leaving says it the other way round", async ({
  somebody,
}) => {
  const place = await group({ type: await groupType(OPEN), flags: { open: true } });
  const page = await somebody((await person("Joiner")).id);
  await page.goto(`/groups/${place.slug}`);
  await page.getByRole("link", { name: /^Join\b/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Join ${place.name}`);
  const gain = page.getByRole("region", { name: "You gain" });
  const lose = page.getByRole("region", { name: "You lose" });
  await expect(gain.getByRole("listitem")).toHaveText(["View member list"]);
  await expect(lose.getByRole("listitem")).toHaveText(["View posts"]);
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page.getByText("Member", { exact: true })).toHaveCount(0);

  await page.getByRole("link", { name: /^Join\b/ }).click();
  await page.getByRole("button", { name: `Join ${place.name}` }).click();
  await expect(page.getByText(`You are in. Welcome to ${place.name}.`)).toBeVisible();

  await page.getByRole("link", { name: /^Leave/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Leave ${place.name}?`);
  await expect(lose.getByRole("listitem")).toHaveText(["View member list"]);
  await expect(gain.getByRole("listitem")).toHaveText(["View posts"]);
  await page.getByRole("button", { name: `Leave ${place.name}` }).click();
  await expect(page.getByText("You have left the group.")).toBeVisible();
  await expect(page.getByText("You are in no group yet")).toBeVisible();
});

test("without the right to ask, the page names the right that is lacking and no button", async ({ somebody }) => {
  const place = await group();
  const page = await somebody((await person("Newcomer", { roles: [] })).id);
  await page.goto(`/groups/${place.slug}`);
  await page.getByRole("link", { name: /^Why can’t I\?/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Why you cannot join");
  await expect(page.getByText("To join any other, you need a role that lets you request groups")).toBeVisible();
  await expect(page.getByText(/The role .*Member.* brings it/)).toBeVisible();
  await expect(page.locator("main").getByRole("button")).toHaveCount(0);
});

test("where the rules let outsiders neither join nor ask, the page says whom to ask instead", async ({ somebody }) => {
  const leader = await person("Leader");
  const type = await groupType({ outsider: ["group.view"], leader: ["group.view"] });
  const place = await group({ type, leaders: [leader] });
  const page = await somebody((await person("Outsider")).id);
  await page.goto(`/groups/${place.slug}/join`);
  await expect(page.getByText("The rules for this kind of group let you neither join nor ask.")).toBeVisible();
});

test("the last administrator cannot leave while others are in, and the page says why", async ({ somebody }) => {
  const admin = await person("Admin");
  const place = await group({ type: await groupType(OPEN), members: [[admin, "admin"], await person("Other")] });
  const page = await somebody(admin.id);
  await page.goto(`/groups/${place.slug}/leave`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Why you cannot leave");
  await expect(page.getByText("You are the last administrator here")).toBeVisible();
  await page.getByRole("link", { name: "See who else could be one" }).click();
  await expect(page.getByRole("cell", { name: "Admin", exact: true })).toBeVisible();
});

test("one’s own title and note are one’s own to change, and too much of them is refused at the field", async ({
  somebody,
}) => {
  const member = await person("Member");
  const type = await groupType({ ...OPEN, member: [...OPEN.member, "member.edit-own"] });
  const place = await group({ type, members: [member] });
  const page = await somebody(member.id);
  await page.goto(`/groups/${place.slug}`);
  await page.getByText("Change your title or note").click();
  await page.getByLabel("Title").fill("Keeper of the lamp");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Keeper of the lamp" })).toBeVisible();
  await page.getByLabel("Title").evaluate((box) => box.removeAttribute("maxlength"));
  await page.getByLabel("Title").fill("x".repeat(81));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Title")).toHaveAccessibleDescription(/At most 80 characters; this has 81\./);
});
