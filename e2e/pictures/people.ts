/** The browsers of those who look: each signed in once, however many screens are theirs. */
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { address, sessionCookie } from "@/e2e/support/stand";
import type { Stage } from "./stage";

export class People {
  readonly #pages = new Map<string, Promise<Page>>();

  constructor(
    readonly browser: Browser,
    readonly stage: Stage,
  ) {}

  /** The page of an account of the demo world; of a visitor without one. */
  of(who: string | null): Promise<Page> {
    return this.#once(`demo ${who}`, async (context) => {
      if (who) await context.addCookies([{ ...(await sessionCookie(this.stage.account(who))), url: address() }]);
    });
  }

  /** In a portal that has just begun: whoever follows the setup link, or a visitor. */
  ofEmpty(who: string | null, setup: string): Promise<Page> {
    return this.#once(`empty ${who}`, async (context) => {
      if (who) await becomeOwner(await context.newPage(), who, setup);
    });
  }

  #once(key: string, enter: (context: BrowserContext) => Promise<void>): Promise<Page> {
    const page = this.#pages.get(key) ?? this.#open(enter);
    this.#pages.set(key, page);
    return page;
  }

  async #open(enter: (context: BrowserContext) => Promise<void>): Promise<Page> {
    const context = await this.browser.newContext();
    await enter(context);
    return context.newPage();
  }
}

async function becomeOwner(page: Page, name: string, setup: string): Promise<void> {
  await page.goto(setup);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill("owner@example.org");
  await page.getByLabel("Password").fill("vermilion-otter-quay");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.waitForURL("**/home");
  await page.close();
}
