/** The settings of the portal, and names that no group may bear. All specs share them: only what disturbs none is changed. */
import type { Browser } from "@playwright/test";
import { group, groupType, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere } from "./support/stand";

test.afterAll(closePortalHere);

const PLAIN_BROWSER = { javaScriptEnabled: false } satisfies Parameters<Browser["newContext"]>[0];

for (const [way, options] of Object.entries({ "with script": {}, "without script": PLAIN_BROWSER })) {
  test(`a name is reserved, refused to a group at its field with the reason, and released, ${way}`, async ({
    somebody,
  }) => {
    const owner = await person("Owner", { owner: true });
    const name = `Kept ${word()}`;
    const place = await group({ type: await groupType(), called: name });
    const page = await somebody(owner.id, options);
    await page.goto("/admin/settings");
    const form = page.getByRole("form", { name: "Reserve a name" });
    await form.getByLabel("Name").fill(place.name.toUpperCase());
    await form.getByLabel("Reason").fill("It belongs to the council.");
    await form.getByRole("button", { name: "Reserve" }).click();
    await expect(page.getByText("Reserved. Groups that bear the name already keep it.")).toBeVisible();
    const line = page
      .getByRole("list", { name: "Reserved names" })
      .getByRole("listitem")
      .filter({ hasText: place.name.toUpperCase() });
    await expect(line).toContainText("It belongs to the council.");
    await expect(line, "who bears it, by address").toContainText(place.slug);

    const other = await group({ type: await groupType() });
    await page.goto(`/groups/${other.slug}/settings`);
    const edit = page.getByRole("form", { name: "What it says of itself" });
    await edit.getByLabel("Name").fill(` ${place.name.toLowerCase()} `);
    await edit.getByRole("button", { name: "Save" }).click();
    await expect(edit.getByLabel("Name")).toHaveAccessibleDescription(
      /kept for something else: It belongs to the council\./,
    );

    await page.goto("/admin/settings");
    await page.getByRole("button", { name: `Release ${place.name.toUpperCase()}` }).click();
    await expect(page.getByText("Released. Any group can be called that again.")).toBeVisible();
  });
}

test("a setting that cannot be is refused at its field, and nothing is saved", async ({ somebody }) => {
  const page = await somebody((await person("Owner", { owner: true })).id);
  await page.goto("/admin/settings");
  const form = page.getByRole("form", { name: "Settings" });
  await form.getByRole("radio", { name: "People of certain domains" }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("textbox", { name: "Domains" })).toHaveAccessibleDescription(/Name at least one domain/);
  await form.getByRole("textbox", { name: "Domains" }).fill("nonsense");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("textbox", { name: "Domains" })).toHaveAccessibleDescription(/“nonsense” is no domain/);
  await page.goto("/admin/settings");
  await expect(form.getByRole("radio", { name: "Anybody" })).toBeChecked();
});

test("what is saved as it was is saved, and who may not finds no such page", async ({ somebody }) => {
  const page = await somebody((await person("Owner", { owner: true })).id);
  await page.goto("/admin/settings");
  const form = page.getByRole("form", { name: "Settings" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
  const outsider = await somebody((await person("Outsider")).id);
  expect((await outsider.goto("/admin/settings"))?.status()).toBe(404);
});
