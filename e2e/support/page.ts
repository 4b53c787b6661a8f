/** The test of all browser specs: whatever a browser complains of fails it, unless the test expects it by name. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from "@playwright/test";
import { address, sessionCookie } from "./stand";

export { expect } from "@playwright/test";

/** Complaints of the browsers of one test. */
export class Complaints {
  readonly all: string[] = [];
  readonly #expected: (string | RegExp)[] = [];

  /** What this test provokes on purpose: part of a complaint's text. */
  expect(text: string | RegExp): void {
    this.#expected.push(text);
  }

  unexpected(): string[] {
    const fits = (told: string) => (text: string | RegExp) =>
      typeof text === "string" ? told.includes(text) : text.test(told);
    return this.all.filter((told) => !this.#expected.some(fits(told)));
  }

  /** From now on everything that goes wrong in this browser is told. */
  async watch(context: BrowserContext): Promise<void> {
    // The page itself being refused is what the test looks at; the browser tells of it on the console as well.
    const refused = new Set<string>();
    context.on("response", (response) => {
      const { url, status } = { url: response.url(), status: response.status() };
      if (response.request().isNavigationRequest() && status >= 400 && status < 500) refused.add(url);
      if (status >= 500) this.all.push(`answer ${status}: ${response.request().method()} ${url}`);
    });
    context.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== address())
        this.all.push(`left the portal: ${request.url()}`);
    });
    context.on("console", (message) => {
      const about = message.location().url;
      // Where a page of nothing names no icon, the browser guesses an address for one.
      const known = refused.has(about) || about.endsWith("/favicon.ico");
      if (message.text().startsWith("Failed to load resource") && known) return;
      if (message.type() === "error" || message.type() === "warning")
        this.all.push(`console: ${message.text()} (${about})`);
    });
    context.on("weberror", (error) => this.all.push(`page error: ${error.error().message}`));
    context.on("dialog", (dialog) => {
      this.all.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await context.exposeBinding("tellOfViolation", (_source, told: string) => void this.all.push(`policy: ${told}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
        const tell = Reflect.get(window, "tellOfViolation");
        if (typeof tell === "function") tell(`${violatedDirective} ${blockedURI} (${sourceFile})`);
      });
    });
  }
}

/** A browser of somebody's own, signed in as an account or, without one, as a visitor. */
export type Somebody = (account?: string | null, options?: BrowserContextOptions) => Promise<Page>;

interface Fixtures {
  readonly complaints: Complaints;
  readonly somebody: Somebody;
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      await complaints.watch(context);
      await use(complaints);
      base.expect(complaints.unexpected(), "what the browser complained of").toEqual([]);
    },
    { auto: true },
  ],
  somebody: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (account, options) => {
      const context = await open(browser, account ?? null, options);
      contexts.push(context);
      await complaints.watch(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

async function open(browser: Browser, account: string | null, options?: BrowserContextOptions) {
  const context = await browser.newContext({ baseURL: address(), ...options });
  if (account) await context.addCookies([{ ...(await sessionCookie(account)), url: address() }]);
  return context;
}
