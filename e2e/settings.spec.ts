/** A group's settings: two questions in words, one sentence that follows along, and what would happen before it does. */
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { siteViewer } from "@/lib/session/viewer";
import { ask, group, groupType, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

const RULES = {
  outsider: ["group.view", "member.join"],
  member: ["group.view", "member.list"],
  leader: ["group.view", "group.edit", "group.configure", "request.decide"],
};

async function world() {
  const leader = await person("Leader");
  return { leader, place: await group({ type: await groupType(RULES), leaders: [leader] }) };
}

test("the sentence changes with every answer, before anything is saved", async ({ somebody }) => {
  const { leader, place } = await world();
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/settings`);
  const form = page.getByRole("form", { name: "How people get in" });
  const says = (text: string) => expect(form.getByText(text)).toBeVisible();
  await says(
    "Any account that may request groups can ask to join, and whoever runs the group decides; the directory shows this group.",
  );
  await form.getByRole("radio", { name: "Only people with a link" }).check();
  await says(
    "Any account with the link that may request groups can ask to join, and whoever runs the group decides; nobody else can find this group.",
  );
  await form.getByRole("radio", { name: "They join at once" }).check();
  await form.getByRole("checkbox", { name: "Public" }).check();
  await says("Any account with the link joins at once; nobody else can find this group.");
  await form.getByRole("radio", { name: "Nobody", exact: true }).check();
  await says(
    "Only administrators and rules decide who is in this group; nobody can find it, join it, leave it or ask to.",
  );
  await form.getByRole("radio", { name: "Only people with a link" }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
  await page.goto(`/groups/${place.slug}`);
  await expect(
    page.getByText("Any account with the link joins at once; nobody else can find this group."),
  ).toBeVisible();
  await expect(page.getByText("Hidden", { exact: true })).toBeVisible();
});

test("what would follow is shown first, and can be gone back on", async ({ somebody }) => {
  const { leader, place } = await world();
  const asker = await person("Asker");
  await ask(place, asker);
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/settings`);
  const form = page.getByRole("form", { name: "How people get in" });
  await form.getByRole("radio", { name: "They join at once" }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Look at this before it is done")).toBeVisible();
  await expect(form.getByText("1 waiting request is granted at once.")).toBeVisible();
  await form.getByLabel("Why?").fill("There is room now.");
  await form.getByRole("button", { name: "Change the answers" }).click();
  await expect(form.getByText("Nothing is saved yet.")).toBeVisible();
  await expect(form.getByRole("radio", { name: "They join at once" }), "what was chosen is kept").toBeChecked();
  const waits = await somebody(asker.id);
  await waits.goto("/my-groups");
  await expect(waits.getByText("You are in no group yet")).toBeVisible();

  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Why?"), "what was said is kept").toHaveValue("There is room now.");
  await form.getByRole("button", { name: "Save, and let this happen" }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
  await waits.goto("/my-groups");
  await expect(waits.getByRole("list", { name: "My groups" })).toContainText(place.name);
  await waits.goto("/notices");
  await expect(waits.getByText("Reason given: “There is room now.”")).toBeVisible();
});

test("settings that somebody else changed meanwhile are not overwritten", async ({ somebody }) => {
  const { leader, place } = await world();
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/settings`);
  const site = await siteViewer(await portalHere());
  expect((await configureGroup(site, { group: place.slug, flags: { hidden: true } })).answer).toBe("changed");
  const form = page.getByRole("form", { name: "How people get in" });
  await form.getByRole("radio", { name: "They join at once" }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert").first()).toContainText("Somebody changed these settings while you were here.");
  await page.goto(`/groups/${place.slug}`);
  await expect(page.getByText("can ask to join, and whoever runs the group decides")).toBeVisible();
});

test("a group keeps its address when it is renamed, and a name that is none is refused at its field", async ({
  somebody,
}) => {
  const { leader, place } = await world();
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/settings`);
  const form = page.getByRole("form", { name: "What it says of itself" });
  await form.getByLabel("Name").fill("   ");
  await form.getByLabel("Description").fill("It was kept.");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Name")).toHaveAccessibleDescription(/Type a name\./);
  await expect(form.getByLabel("Description")).toHaveValue("It was kept.");
  await form.getByLabel("Name").fill("Renamed");
  await form.getByRole("radio", { name: "anchor" }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved. The address stays as it was.")).toBeVisible();
  await page.goto(`/groups/${place.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Renamed");
  await expect(page.getByText("It was kept.")).toBeVisible();
});

test("who may not configure finds no such page, and a leader who may cannot restrict", async ({ somebody }) => {
  const { leader, place } = await world();
  const outsider = await somebody((await person("Outsider")).id);
  expect((await outsider.goto(`/groups/${place.slug}/settings`))?.status()).toBe(404);
  const page = await somebody(leader.id);
  await page.goto(`/groups/${place.slug}/settings`);
  await expect(page.getByRole("checkbox", { name: "Public" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Restricted" })).toHaveCount(0);
});
