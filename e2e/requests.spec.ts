/** Requests: made, taken back, answered with a reason, and answered too late. */
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { addMember } from "@/lib/members/commands/add-member";
import { joinGroup } from "@/lib/members/commands/join-group";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { createGlobalRole } from "@/lib/permissions/commands/global-roles";
import { withdrawRequest } from "@/lib/requests/commands";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { ask, group, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { asOwner, closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

test("asking from the directory is one press, and can be taken back with one", async ({ somebody }) => {
  const place = await group();
  const page = await somebody((await person("Asker")).id);
  await page.goto(`/groups?q=${encodeURIComponent(place.name)}`);
  await page.getByRole("button", { name: `Ask to join ${place.name}` }).click();
  await expect(page.getByText("You have asked. Whoever is in charge here has been told")).toBeVisible();
  await expect(page.getByText("Asked to join", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: `Withdraw ${place.name}` }).click();
  await expect(page.getByText("Your request is taken back.")).toBeVisible();
  await expect(page.getByRole("button", { name: `Ask to join ${place.name}` })).toBeVisible();
  await page.getByRole("link", { name: "My requests" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: place.name })).toContainText("Taken back");
});

test("a refusal with its reason reaches whoever asked, and they may ask again", async ({ somebody }) => {
  const [leader, asker] = [await person("Leader"), await person("Asker")];
  const place = await group({ leaders: [leader] });
  await ask(place, asker, "Please.");
  const inCharge = await somebody(leader.id);
  await inCharge.goto(`/groups/${place.slug}/requests`);
  await inCharge.getByRole("link", { name: `With a reason to ${asker.name}` }).click();
  // The list has a field and buttons that are called alike.
  await expect(inCharge).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
  await expect(inCharge.getByText("Please.")).toBeVisible();
  await inCharge.getByLabel("Why").fill("We are full until spring.");
  await inCharge.getByRole("button", { name: "Reject" }).click();
  await expect(inCharge.getByText("Rejected. They have been told.")).toBeVisible();
  await expect(inCharge.getByText("Nobody is waiting")).toBeVisible();
  await inCharge.getByRole("link", { name: "How earlier requests ended" }).click();
  const answered = inCharge.getByRole("row", { name: new RegExp(asker.name) });
  for (const said of ["join", "Please.", "Rejected", "We are full until spring."])
    await expect(answered).toContainText(said);

  const page = await somebody(asker.id);
  await page.goto("/home");
  await expect(page.getByText("We are full until spring.")).toBeVisible();
  await page.getByRole("link", { name: "All of it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notices");
  await expect(page.getByText("We are full until spring.")).toBeVisible();
  await page.goto("/my-requests");
  await expect(page.getByText("Their answer: “We are full until spring.”")).toBeVisible();
  await expect(page.getByText("Rejected", { exact: true })).toBeVisible();
  await page.goto(`/groups/${place.slug}`);
  await expect(page.getByRole("link", { name: /^Ask to join/ })).toBeVisible();
});

test("an answer that comes too late is refused in words, and nobody is let in", async ({ somebody }) => {
  const [leader, asker] = [await person("Leader"), await person("Asker")];
  const place = await group({ leaders: [leader] });
  await ask(place, asker, "Before the tide turns.");
  const inCharge = await somebody(leader.id);
  await inCharge.goto("/requests");
  await withdrawRequest(await findViewer(await portalHere(), { account: asker.id }), { group: place.slug });
  await inCharge.getByRole("button", { name: `Approve: ${asker.name}, ${place.name}` }).click();
  await expect(inCharge.getByText("This request was answered or taken back meanwhile.")).toBeVisible();
  await inCharge.goto(`/groups/${place.slug}/members`);
  await expect(inCharge.getByText("Nobody is in it yet.")).toBeVisible();
  await inCharge.goto(`/groups/${place.slug}/requests/history`);
  const takenBack = inCharge.getByRole("row", { name: new RegExp(asker.name) });
  for (const said of ["join", "Taken back"]) await expect(takenBack).toContainText(said);
  await expect(takenBack, "what was written goes with what is taken back").not.toContainText("Before the tide turns.");
});

test("nobody answers their own request", async ({ somebody }) => {
  const [leader, asker] = [await person("Leader"), await person("Asker")];
  const place = await group({ leaders: [leader] });
  const viewer = await findViewer(await portalHere(), { account: leader.id });
  expect((await joinGroup(viewer, { group: place.slug, note: "" })).answer).toBe("requested");
  await ask(place, asker);
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/requests`);
  const own = page.getByRole("listitem").filter({ hasText: leader.name });
  await expect(own).toContainText("Your own: somebody else answers it");
  await expect(own.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: asker.name }).getByRole("button")).toHaveCount(2);
  await page.goto(`/groups/${place.slug}/requests/${leader.id}`);
  await expect(page.getByText("This request is your own. Somebody else in charge answers it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
});

test("in a restricted group a leader sees who waits, and that an owner answers", async ({ somebody }) => {
  const [leader, asker, owner] = [
    await person("Leader"),
    await person("Asker"),
    await person("Owner", { roles: [], owner: true }),
  ];
  const place = await group({ leaders: [leader], flags: { restricted: true, open: true } });
  await ask(place, asker);
  const inCharge = await somebody(leader.id);
  await inCharge.goto(`/groups/${place.slug}/requests`);
  await expect(inCharge.getByText("This group is restricted: only a site owner answers its requests.")).toBeVisible();
  await expect(inCharge.getByRole("button", { name: /Approve/ })).toHaveCount(0);
  const page = await somebody(owner.id);
  await page.goto(`/groups/${place.slug}/requests`);
  await page.getByRole("button", { name: `Approve ${asker.name}` }).click();
  await expect(page.getByText("Approved. They have been told.")).toBeVisible();
});

test("several requests get one answer, and the report says what came of each", async ({ somebody }) => {
  const [leader, one, two, third] = [
    await person("Leader"),
    await person("One"),
    await person("Two"),
    await person("Third"),
  ];
  const place = await group({ leaders: [leader] });
  for (const asker of [one, two, third]) await ask(place, asker);
  const page = await somebody(leader.id);
  await page.goto("/requests");
  for (const { name } of [one, two])
    await page.getByRole("checkbox", { name: `Choose ${name}, ${place.name}` }).check();
  await withdrawRequest(await findViewer(await portalHere(), { account: two.id }), { group: place.slug });
  await page.getByLabel("Why").fill("Welcome aboard.");
  await page.getByRole("button", { name: "Approve those chosen" }).click();
  await expect(page.getByText("1 answered, 1 not")).toBeVisible();
  await expect(page.getByText(`${one.name}, ${place.name}: Approved. They have been told.`)).toBeVisible();
  await expect(page.getByText("This request was answered or taken back meanwhile.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Choose ${third.name}, ${place.name}` })).toBeVisible();
  await page.goto(`/groups/${place.slug}/requests`);
  await page.getByRole("link", { name: "How earlier requests ended" }).click();
  const row = page.getByRole("row").filter({ hasText: one.name });
  await expect(row).toContainText("Approved");
  await expect(row).toContainText(leader.name);
  await expect(row).toContainText("Welcome aboard.");
});

test("whoever has waited long stands out in words, and what letting them in means is said beforehand", async ({
  somebody,
}) => {
  const [leader, asker] = [await person("Leader"), await person("Asker")];
  const place = await group({ leaders: [leader] });
  await ask(place, asker);
  await asOwner((client) =>
    client.query("update request set created_at = created_at - interval '9 days' where account_id = $1", [asker.id]),
  );
  const page = await somebody(leader.id);
  await page.goto("/requests");
  await expect(page.getByRole("listitem").filter({ hasText: asker.name })).toContainText("Waiting for 9 days");
  await page.getByRole("link", { name: "Waiting for more than a week" }).click();
  await expect(page).toHaveURL(/days=7/);
  await page.getByRole("link", { name: `With a reason to ${asker.name}, ${place.name}` }).click();
  await expect(page.getByRole("heading", { name: "If they are let in" })).toBeVisible();
  await expect(page.getByText("View posts")).toBeVisible();
});

test("a wish to leave that takes a role along is looked at before it is approved", async ({ somebody }) => {
  const [leader, goer] = [await person("Leader"), await person("Goer")];
  const [place, kept] = [await group({ leaders: [leader], members: [goer] }), await group({ called: "Deck" })];
  const [site, role] = [await siteViewer(await portalHere()), `sailor-${word()}`];
  expect((await createGlobalRole(site, { role, label: `Sailor ${role}` })).answer).toBe("created");
  expect((await configureGroup(site, { group: place.slug, flags: {}, confers: [role] })).answer).toBe("changed");
  expect((await configureGroup(site, { group: kept.slug, flags: {}, eligibleRoles: [role] })).answer).toBe("changed");
  expect((await addMember(site, { group: kept.slug, account: goer.id, roles: [], until: null })).answer).toBe("added");
  const viewer = await findViewer(await portalHere(), { account: goer.id });
  expect((await leaveGroup(viewer, { group: place.slug, note: "" })).answer).toBe("leave-requested");

  const page = await somebody(leader.id);
  await page.goto("/requests");
  const line = page.getByRole("listitem").filter({ hasText: goer.name });
  await expect(line.getByText("The group gives roles")).toBeVisible();
  await expect(line.getByRole("button", { name: "Approve" })).toHaveCount(0);
  const many = page.getByRole("form", { name: "One answer for several" });
  await expect(many.getByText(`1 person loses the role Sailor ${role}`)).toBeVisible();
  await line.getByRole("link", { name: /^Approve… / }).click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
  await expect(page.getByText(`1 person loses the role Sailor ${role}`)).toBeVisible();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Approved. They have been told.")).toBeVisible();
});
