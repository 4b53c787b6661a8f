/** What is done in a permission table before its picture is taken. Nothing of it is left when the next one is. */
import type { Page } from "@playwright/test";
import { grantCell, revokeCell } from "@/lib/group-types/commands/change-grants";
import { revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { siteViewer } from "@/lib/session/viewer";
import { heedsKeys } from "../support/keyboard";
import { portalHere } from "../support/stand";

const box = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });
const review = (page: Page) => page.getByRole("button", { name: "Review changes" }).click();

export async function chooseSome(page: Page): Promise<void> {
  await box(page, "View member list for Outsider").check();
  await box(page, "Leave group for Member").uncheck();
}

export async function askWhy(page: Page): Promise<void> {
  await heedsKeys(page);
  await box(page, "View group for Captain").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
}

export async function reviewSome(page: Page): Promise<void> {
  await chooseSome(page);
  await review(page);
  await page.getByRole("heading", { name: "Nothing is saved yet" }).waitFor();
}

/** Somebody else saves while the page is open; their change is taken back before anybody else looks. */
export async function comeSecond(page: Page): Promise<void> {
  const site = async () => siteViewer(await portalHere());
  const cell = { type: "crew", role: "outsider", permission: "post.view", reason: "So that they see what we do." };
  await chooseSome(page);
  await grantCell(await site(), cell);
  await review(page);
  await page.getByText("somebody changed this while you were here").waitFor();
  await revokeCell(await site(), { ...cell, reason: "" });
}

export async function sendTheImpossible(page: Page): Promise<void> {
  const name = "View member list for Outsider";
  await box(page, name).check();
  await box(page, name).evaluate((one) => {
    const extra = document.createElement("input");
    Object.assign(extra, { type: "hidden", name: "change", value: "+member|member.join" });
    document.querySelector(`form:has([id="${one.id}"])`)?.append(extra);
  });
  await review(page);
  await page.getByText("these cells are impossible").waitFor();
}

export async function reviewTakingTheRight(page: Page): Promise<void> {
  await box(page, "Request non-public groups for Member").uncheck();
  await review(page);
  await page.getByRole("heading", { name: "Nothing is saved yet" }).waitFor();
}

/** The last screens of all: whom it removes does not come back. */
export async function takeTheRightAndLook(page: Page): Promise<void> {
  const site = await siteViewer(await portalHere());
  await revokeGlobal(site, { role: "navigator", permission: "group.request", reason: "" });
  await revokeGlobal(site, { role: "member", permission: "group.request", reason: "" });
  await page.goto(`${new URL(page.url()).origin}/admin/people/permissions/ended/${site.requestId}`);
}

/** The worker does it meanwhile: the report says what became of each. */
export async function giveAndLook(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Give the role" }).click();
  await page.getByText("Given to").waitFor();
}
