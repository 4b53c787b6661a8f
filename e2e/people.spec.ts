/** Pages about people: where names lead, and whose groups are shown to whom. */
import { ask, group, groupType, PLAIN, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

test("a name in a list leads to the person, with the groups that the reader may know of", async ({ somebody }) => {
  const [subject, fellow] = [await person("Subject"), await person("Fellow")];
  const type = await groupType({ ...PLAIN, outsider: ["group.view", "member.join", "member.list"] });
  const open = await group({ type, called: "Open", members: [subject] });
  const hidden = await group({ type, called: "Hidden", flags: { hidden: true }, members: [subject, fellow] });
  const nameless = await group({ called: "Nameless", members: [subject] });

  const outside = await somebody((await person("Reader")).id);
  await outside.goto(`/groups/${open.slug}/members`);
  await outside.getByRole("link", { name: subject.name }).click();
  await expect(outside.getByRole("heading", { level: 1 })).toHaveText(subject.name);
  await expect(outside).toHaveTitle(`Profile · ${subject.name} · Guildhall`);
  const groups = outside.getByRole("list", { name: "Groups" });
  await expect(groups.getByRole("listitem")).toHaveCount(1);
  await expect(groups.getByRole("link", { name: open.name, exact: true })).toBeVisible();

  const inside = await somebody(fellow.id);
  await inside.goto(`/people/${subject.id}`);
  await expect(inside.getByRole("link", { name: hidden.name, exact: true })).toBeVisible();

  const own = await somebody(subject.id);
  await own.goto(`/people/${subject.id}`);
  await expect(own.getByText("You", { exact: true })).toBeVisible();
  for (const place of [open, hidden, nameless]) {
    await expect(own.getByRole("link", { name: place.name, exact: true })).toBeVisible();
  }
});

test("those in charge and those who ask are known by name", async ({ somebody }) => {
  const [leader, asker] = [await person("Leader"), await person("Asker")];
  const place = await group({ leaders: [leader], members: [leader] });
  await ask(place, asker);
  const page = await somebody(leader.id);
  for (const path of [`/groups/${place.slug}/requests`, "/requests"]) {
    await page.goto(path);
    await page.getByRole("main").getByRole("link", { name: asker.name, exact: true }).click();
    await expect(page).toHaveURL(`/people/${asker.id}`);
    await expect(page.getByText("No group to show")).toBeVisible();
  }
  await page.goto(`/groups/${place.slug}`);
  await page.getByRole("complementary").getByRole("link", { name: leader.name }).click();
  await expect(page).toHaveURL(`/people/${leader.id}`);
});

test("to whoever may not look at profiles a name is a name, and a page about somebody is not there", async ({
  page,
}) => {
  const subject = await person("Subject");
  const type = await groupType({ ...PLAIN, anonymous: ["group.view", "member.list"] });
  const place = await group({ type, members: [subject], leaders: [subject] });
  await page.goto(`/groups/${place.slug}/members`);
  await expect(page.getByRole("rowheader", { name: subject.name })).toBeVisible();
  await expect(page.getByRole("link", { name: subject.name })).toHaveCount(0);
  const [there, nowhere] = [subject.id, crypto.randomUUID()];
  for (const id of [there, nowhere, "nobody"]) {
    expect((await page.goto(`/people/${id}`))?.status(), id).toBe(404);
    await expect(page.getByText("There is nothing at this address")).toBeVisible();
  }
});
