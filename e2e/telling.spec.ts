/** Telling people: the bell, what one change brought as one block, one mail for all of it, and none of what one does not want. */
import { removeMember } from "@/lib/members/commands/remove-member";
import { unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { findViewer } from "@/lib/session/viewer";
import { group, groupType, joinLink, type Person, PLAIN, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { address, asOwner, closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

const acting = async ({ id }: Person) => findViewer(await portalHere(), { account: id });

/** Somebody whom mail reaches. */
async function reachable(called: string): Promise<Person & { email: string }> {
  const somebody = await person(called);
  const email = `${word()}@guildhall.example`;
  await asOwner((client) =>
    client.query("update account set email = $2, email_key = $2, email_proven_at = now() where id = $1", [
      somebody.id,
      email,
    ]),
  );
  return { ...somebody, email };
}

/** What is asked for waits a little for what may follow; nobody waits for that here. */
const hurry = ({ id }: Person) =>
  asOwner(async (client) => {
    await client.query(
      "update outbox set due_at = now() where status = 'waiting' and payload->>'accountId' = $1 and leased_until is null",
      [id],
    );
    const { rows } = await client.query(
      "select 1 from outbox where status = 'waiting' and payload->>'accountId' = $1",
      [id],
    );
    return rows.length;
  });

const mailTo = ({ email }: { email: string }) =>
  asOwner(async (client) => {
    const { rows } = await client.query("select id, subject from sent_mail where recipient = $1", [email]);
    return rows as { id: string; subject: string }[];
  });

test("whoever loses a role is told of all that came of it: by the bell, as one block, and by one mail", async ({
  somebody,
  complaints,
}) => {
  // Playwright brings a script of its own into every page; a mail that is shown lets not even that run.
  complaints.expect("Blocked script execution in");
  const [member, owner] = [await reachable("Member"), await person("Owner", { owner: true })];
  const type = await groupType(PLAIN);
  const places = [];
  for (let n = 0; n < 3; n++) places.push(await group({ type, members: [member] }));
  const input = { account: member.id, role: "member", reason: "The season is over" };
  expect((await unassignGlobalRole(await acting(owner), input)).answer).toBe("changed");

  const page = await somebody(member.id);
  await page.goto("/home");
  const bell = page.getByRole("banner").getByRole("link", { name: "New for you" });
  await expect(bell).toContainText("4");
  await bell.click();
  const block = page.getByRole("list", { name: "Notices" }).getByRole("listitem").first();
  await expect(block).toContainText("You no longer hold the role");
  await expect(block.getByText("and 3 more")).toBeVisible();
  await expect(page.getByText(`You are no longer in ${places[0]?.name}`)).toBeHidden();
  await block.getByText("and 3 more").click();
  for (const { name } of places) await expect(page.getByText(`You are no longer in ${name}.`)).toBeVisible();
  await page.getByRole("link", { name: "My roles" }).click();
  await expect(page.getByText("You are no longer in")).toHaveCount(0);
  await page.getByRole("link", { name: "Unread" }).click();
  await expect(page).toHaveURL(/show=unread/);
  await page.getByRole("button", { name: "Mark as read" }).click();
  await expect(page.getByText("Nothing unread of this kind")).toBeVisible();
  await expect(bell).toHaveCount(0);
  await page.goto("/home");
  await page.getByRole("banner").getByRole("link", { name: "Notices, none unread" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notices");

  await expect.poll(() => hurry(member), { timeout: 60_000 }).toBe(0);
  const mails = await mailTo(member);
  expect(mails.map(({ subject }) => subject)).toEqual(["4 things changed for you at Guildhall"]);
  await page.goto("/dev/mail");
  await page.locator(`a[href="/dev/mail/${mails[0]?.id}"]`).click();
  for (const { name } of places) await expect(page.getByText(`You are no longer in ${name}.`)).toBeVisible();
  await expect(page.getByRole("main")).toContainText("The season is over");
  await page.getByRole("link", { name: "How it looks" }).click();
  await expect(page.getByRole("heading", { name: "4 things changed for you at Guildhall" })).toBeVisible();
  await page.getByRole("link", { name: "Choose what comes by mail" }).click();
  await expect(page).toHaveURL(`${address()}/notices/settings`);
});

test("what one does not want by mail is told in the portal alone", async ({ somebody }) => {
  const [member, leader] = [await reachable("Member"), await person("Leader")];
  const place = await group({ type: await groupType(PLAIN), leaders: [leader], members: [member] });
  const page = await somebody(member.id);
  await page.goto("/notices");
  await page.getByRole("link", { name: "What comes by mail" }).click();
  await expect(page.getByText(`Mail goes to ${member.email}.`)).toBeVisible();
  await page.getByRole("checkbox", { name: "My memberships" }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "My memberships" })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "My roles" })).toBeChecked();

  const input = { group: place.slug, account: member.id, reason: "" };
  expect((await removeMember(await acting(leader), input)).answer).toBe("removed");
  await expect.poll(() => hurry(member), { timeout: 60_000 }).toBe(0);
  expect(await mailTo(member)).toEqual([]);
  await page.goto("/notices");
  await expect(page.getByText(`You were removed from ${place.name}.`)).toBeVisible();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByText("New", { exact: true })).toHaveCount(0);
});

test("whose account an administrator deletes is told by a last mail, with the reason", async ({
  somebody,
  complaints,
}) => {
  complaints.expect("Blocked script execution in");
  const [gone, owner] = [await reachable("Gone"), await person("Owner", { owner: true })];
  const page = await somebody(owner.id);
  await page.goto(`/admin/people/${gone.id}?ask=delete`);
  await expect(
    page.getByText(/A last mail tells them, if their address is confirmed and they want mail/),
  ).toBeVisible();
  await page.getByLabel("Why?").fill("Two accounts of one");
  await page.getByRole("button", { name: "Delete the account" }).click();
  await expect(page.getByText("The account is deleted.")).toBeVisible();

  await expect.poll(async () => (await mailTo(gone)).length, { timeout: 60_000 }).toBe(1);
  const [mail] = await mailTo(gone);
  await page.goto(`/dev/mail/${mail?.id}`);
  await expect(page.getByRole("main")).toContainText("Reason given: “Two accounts of one”");
  await page.getByRole("link", { name: "How it looks" }).click();
  await expect(page.getByRole("heading", { name: "Your account at Guildhall was deleted" })).toBeVisible();
});

test("whose link somebody else revokes reads who it was, and why", async ({ somebody }) => {
  const [maker, owner] = [await person("Maker"), await person("Owner", { owner: true })];
  const place = await group({ leaders: [maker] });
  const link = await joinLink(place, maker);
  const page = await somebody(owner.id);
  await page.goto(`/groups/${place.slug}/links/${link.id}`);
  await page.getByLabel("Why?").fill("The fair is over");
  await page.getByRole("button", { name: "Revoke the link" }).click();
  await expect(page.getByText("A revoked link stays revoked.")).toBeVisible();
  const theirs = await somebody(maker.id);
  await theirs.goto("/notices");
  await expect(theirs.getByText(`A join link that you made for ${place.name} was revoked.`)).toBeVisible();
  await expect(theirs.getByText("The fair is over")).toBeVisible();
});
