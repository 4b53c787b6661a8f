/** The log: narrowed by whoever administers, opened line by line, taken along, and read by whoever leads a group. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { removeMember } from "@/lib/members/commands/remove-member";
import { findViewer } from "@/lib/session/viewer";
import { group, groupType, PLAIN, person } from "./support/make";
import { expect, test } from "./support/page";
import { closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

const OWNER = { roles: [], owner: true };
const READS = { ...PLAIN, leader: [...(PLAIN.leader ?? []), "audit.view"] };

/** A group from which its leader has removed somebody, who gave a formula for a reason. */
async function removed(reason = "=1+1 and nothing else") {
  const [leader, member] = [await person("Leader"), await person("Member")];
  const place = await group({ type: await groupType(READS), leaders: [leader], members: [member] });
  const viewer = await findViewer(await portalHere(), { account: leader.id });
  expect((await removeMember(viewer, { group: place.slug, account: member.id, reason })).answer).toBe("removed");
  return { leader, member, place };
}

test("an administrator narrows the log, opens a line and takes it along", async ({ somebody }) => {
  const { leader, member, place } = await removed();
  const page = await somebody((await person("Owner", OWNER)).id);
  await page.goto("/admin");
  await page.getByRole("link", { name: "The log" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The log");
  await page.getByText("Narrow", { exact: true }).click();
  await page.getByLabel("What happened").selectOption("member.removed");
  await page.getByLabel("Whom it concerns").fill(member.name);
  await page.getByRole("button", { name: "Show" }).click();
  const lines = page.getByRole("list", { name: "Lines of the log" }).getByRole("listitem");
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText(`${leader.name} removed ${member.name} from ${place.name}.`);
  await expect(lines).toContainText("Reason given: “=1+1 and nothing else”");

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "as a table (CSV)" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("guildhall-log.csv");
  const [header = [], ...rows] = parse(readFileSync(await download.path(), "utf8"), { bom: true }) as string[][];
  expect(rows).toHaveLength(1);
  expect(rows[0]?.[header.indexOf("What happened")]).toBe(`${leader.name} removed ${member.name} from ${place.name}.`);
  expect(rows[0]?.[header.indexOf("Reason")]).toBe("'=1+1 and nothing else");

  await lines.getByRole("link", { name: /open line/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `${leader.name} removed ${member.name} from ${place.name}.`,
  );
  await page.getByRole("link", { name: "Everything about them" }).click();
  await expect(lines.filter({ hasText: `${member.name} was added to ${place.name}.` })).toHaveCount(1);
  await page.getByRole("link", { name: `Whom it concerns: ${member.name}` }).click();
  await expect(page).toHaveURL(/\/admin\/audit$/);
});

test("several of a name are offered, and a name that nobody bears is said to be none", async ({ somebody }) => {
  const page = await somebody((await person("Owner", OWNER)).id);
  const [one] = [await person("Twice"), await person("Twice")];
  await page.goto("/admin/audit?person=Twice");
  await expect(page.getByText("Which “Twice” is meant?")).toBeVisible();
  await page.getByRole("link", { name: one.name }).click();
  await expect(page.getByRole("link", { name: `Whom it concerns: ${one.name}` })).toBeVisible();
  await page.goto("/admin/audit?person=nobodyiscalledlikethis");
  await expect(page.getByText("Nothing here is called “nobodyiscalledlikethis”.")).toBeVisible();
  await expect(page.getByText("Nothing fits")).toBeVisible();
});

test("whoever leads a group reads its log without script, and no other; the line has a page there", async ({
  somebody,
}) => {
  const { leader, member, place } = await removed("Moved away.");
  const other = await removed();
  const page = await somebody(leader.id, { javaScriptEnabled: false });
  await page.goto(`/groups/${place.slug}`);
  await page.getByRole("link", { name: "Log", exact: true }).click();
  const lines = page.getByRole("list", { name: "Lines of the log" }).getByRole("listitem");
  await expect(lines.first()).toContainText(`${leader.name} removed ${member.name} from ${place.name}.`);
  await page.getByText("Narrow", { exact: true }).click();
  await page.getByLabel("What happened").selectOption("member.added");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(lines).toHaveCount(1);
  await lines.getByRole("link", { name: /open line/ }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    `${member.name} was added to ${place.name}.`,
  );
  for (const path of [
    `/groups/${other.place.slug}/log`,
    `/groups/${other.place.slug}/log/file`,
    "/admin/audit",
    "/admin/audit/file",
  ])
    expect((await page.goto(path))?.status(), path).toBe(404);
});

test("the log is sealed while one looks", async ({ somebody }) => {
  await removed();
  const page = await somebody((await person("Owner", OWNER)).id);
  await expect(async () => {
    await page.goto("/admin/audit");
    await expect(page.getByText(/^Sealed up to/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
});
