/** The tables as a file: downloaded, changed, sent back, looked at as a plan, and applied; and scenarios on those tables. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { grantCell } from "@/lib/group-types/commands/change-grants";
import { findViewer } from "@/lib/session/viewer";
import { groupType, PLAIN, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

const OWNER = { roles: [], owner: true };
const SHOW = "Show what it would change";

async function downloaded(page: Page): Promise<string> {
  await page.goto("/admin/group/types");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("guildhall-permissions.yaml");
  return readFileSync(await download.path(), "utf8");
}

/** The file with one more right for the members of a type. */
function granted(text: string, type: string, permission: string): string {
  const [before = "", after = ""] = text.split(`\n  ${type}:\n`);
  return `${before}\n  ${type}:\n${after.replace("      member:\n", `      member:\n        - ${permission}\n`)}`;
}

const sent = (text: string) => ({ name: "tables.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) });

test("a file is downloaded, changed by a line, sent, seen as a plan and applied", async ({ somebody }) => {
  const type = await groupType(PLAIN);
  const page = await somebody((await person("Owner", OWNER)).id);
  const text = await downloaded(page);
  await page.getByRole("link", { name: "Upload" }).click();
  await page.locator("input[type=file]").setInputFiles(sent(granted(text, type, "group.edit")));
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page.getByText("This is what applying the file would do: 1 change.")).toBeVisible();
  await expect(page.getByText("Edit group: for Member.")).toBeVisible();
  await page.getByLabel("Why?").fill("As we agreed.");
  await page.getByRole("button", { name: "Apply the file" }).click();
  await expect(page.getByText("The file is applied.")).toBeVisible();
  await page.goto(`/admin/group/types/manage/${type}/permissions`);
  await expect(page.getByRole("checkbox", { name: "Edit group for Member" })).toBeChecked();
});

test("a plan that somebody else made stale is refused, with what moved, and shown anew", async ({ somebody }) => {
  const type = await groupType(PLAIN);
  const page = await somebody((await person("Owner", OWNER)).id);
  const other = await person("Other", OWNER);
  const text = await downloaded(page);
  await page.goto("/admin/group/types/upload");
  // As a file: after every other spec the text is too long for a browser to type within its time.
  await page.locator("input[type=file]").setInputFiles(sent(granted(text, type, "group.edit")));
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page.getByText("1 change.")).toBeVisible();
  const viewer = await findViewer(await portalHere(), { account: other.id });
  await grantCell(viewer, { type, role: "leader", permission: "group.edit", reason: "" });
  await page.getByRole("button", { name: "Apply the file" }).click();
  await expect(page.getByText("somebody changed the tables while you were here")).toBeVisible();
  await expect(page.getByText(`Granted “Edit group” to “leader” of the type “${type}”.`)).toBeVisible();
  await expect(page.getByText(other.name)).toBeVisible();
  await expect(page.getByText("Edit group: no more for Leader.")).toBeVisible();
  await page.getByRole("button", { name: "Apply the file" }).click();
  await expect(page.getByText("The file is applied.")).toBeVisible();
});

test("what is wrong is told with its line, and nothing typed is lost", async ({ somebody }) => {
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto("/admin/group/types/upload");
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose a file, or paste its text.");
  const text = "guildhall: permissions 1\nglobalRoles:\n  anonymous: [group.request]\n";
  await page.getByLabel("Or its text").fill(text);
  await page.getByRole("button", { name: SHOW }).click();
  await expect(page.getByText(/line 3, globalRoles\.anonymous\[0\]: impossible for anonymous/)).toBeVisible();
  await expect(page.getByLabel("Its text")).toHaveValue(text);
});

test("a scenario passes on the tables as they are, and would break with a change that is not saved", async ({
  somebody,
}) => {
  const type = await groupType(PLAIN);
  const page = await somebody((await person("Owner", OWNER)).id);
  const scenario = `name: Outsiders ask to join
types: { ${type}: {} }
accounts: { alice: { roles: [] } }
groups: { scouts: { type: ${type}, internal: false, public: true } }
steps:
  - { as: alice, do: see, group: scouts, expect: visible }
  - { as: alice, do: join, group: scouts, expect: requested }`;
  await page.goto("/admin/group/types");
  await page.getByRole("link", { name: "Scenarios" }).click();
  await page.getByLabel("Or its text").fill(scenario);
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByText("2 of 2 steps pass.")).toBeVisible();
  await expect(page.getByText(`Replaced by this portal's own: types ${type}.`)).toBeVisible();

  await page.goto(`/admin/group/types/scenarios?change=${type}%7Coutsider%7Cmember.join%7Coff`);
  await expect(page.getByText(`Join group for outsider of ${type}`)).toBeVisible();
  await page.getByLabel("Or its text").fill(scenario);
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByText("1 step would break with these changes.")).toBeVisible();
  const broken = page.getByRole("listitem").filter({ hasText: "would break" });
  await expect(broken).toContainText("alice join scouts");
  await expect(broken).toContainText("Wanted requested. Now: requested. With the changes: not-permitted.");
});
