/** What is done with lists and forms before their pictures are taken. */
import type { Page } from "@playwright/test";
import { withdrawRequest } from "@/lib/requests/commands";
import { findViewer } from "@/lib/session/viewer";
import { asOwner, portalHere } from "../support/stand";

async function show(page: Page, text: string): Promise<void> {
  await page.getByLabel("One person a line").fill(text);
  await page.getByRole("button", { name: "Show what would come of it" }).click();
  await page.getByRole("main").getByRole("alert").waitFor();
}

/** Somebody to add, one who is in already, several of a name, and nobody. */
export const tryList = (page: Page): Promise<void> =>
  show(page, "Kwame Mensah, , 2030-12-31\nΜαρία Καλλέργη\nAlice\nSomebody Else\nkwame@example.org");

export const tryWrongList = (page: Page): Promise<void> =>
  show(page, "Kwame Mensah,,soon\nAlice\nMensah, Kwame, of Accra, Captain, x");

/** Some of those who wait do so for weeks. */
export async function waitLong(page: Page): Promise<void> {
  await asOwner((client) =>
    client.query(`update request set created_at = portal_now() - interval '9 days' where id in (
      select id from request where status = 'pending' and created_at > portal_now() - interval '1 day'
      order by created_at, id limit 12)`),
  );
  await page.reload();
}

/** Somebody takes their request back while it is answered, and asks again afterwards: it stands there the next time too. */
export async function answerTooLate(page: Page): Promise<void> {
  const name = "Kwame Mensah";
  const found = await asOwner((client) => client.query("select id from account where name = $1", [name]));
  const viewer = () => portalHere().then((portal) => findViewer(portal, { account: found.rows[0]?.id }));
  const group = new URL(page.url()).pathname.split("/")[2] ?? "";
  await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
  await withdrawRequest(await viewer(), { group });
  await page.getByRole("button", { name: "Approve those chosen" }).click();
  await page.getByText("meanwhile").first().waitFor();
  // They came by a link and would not find the group again: the screens that follow have them wait as before.
  await asOwner((client) =>
    client.query(
      `update request set status = 'pending', decided_at = null where account_id = $1 and status = 'withdrawn'
        and group_id = (select id from groups where slug = $2)`,
      [found.rows[0]?.id, group],
    ),
  );
}

/** What opening a group where people wait would bring about, before it is agreed to. */
export async function openAndLook(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "They join at once" }).check();
  await page.getByRole("form", { name: "How people get in" }).getByRole("button", { name: "Save" }).click();
  await page.getByText("Look at this before it is done").waitFor();
}
