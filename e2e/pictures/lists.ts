/** What is done with lists before their pictures are taken. */
import type { Page } from "@playwright/test";

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
