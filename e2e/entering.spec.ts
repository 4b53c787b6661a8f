/** Coming in and going out: sign up, sign in, sign out, and what ends a session. */
import type { BrowserContext, Page } from "@playwright/test";
import { deactivateAccount } from "@/lib/people/commands/activation";
import { siteViewer } from "@/lib/session/viewer";
import { word } from "./support/make";
import { expect, test } from "./support/page";
import { address, asOwner, closePortalHere, portalHere } from "./support/stand";

const PASSWORD = "lantern quarry mitten";

test.afterAll(closePortalHere);

test("signing up makes an account and leads in; a weak password is refused at its field", async ({ page }) => {
  const name = `Ada ${word()}`;
  await page.goto("/sign-up");
  await fillSignUp(page, name, "short");
  await expect(page.getByRole("alert").first()).toContainText("Something here needs another look.");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/12 characters or more/);
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Name"), "what was typed is kept").toHaveValue(name);
  await expect(page.getByLabel("Password"), "but for the password").toHaveValue("");

  await fillSignUp(page, name, "password1234");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/easy to guess/);

  await fillSignUp(page, name, PASSWORD);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${name}`);
  await expect(page.getByText("Your address is not confirmed yet")).toBeVisible();
});

test("an address is no secret and no name: signing up with one that is taken looks the same", async ({
  page,
  somebody,
}) => {
  const first = await newAccount(page);
  const other = await somebody();
  await other.goto("/sign-up");
  await fillSignUp(other, `Other ${word()}`, PASSWORD, first.email);
  await expect(other.getByRole("heading", { level: 1 })).toContainText("Welcome, Other");
});

test("a wrong password and an unknown address are answered alike", async ({ page, somebody }) => {
  const { email } = await newAccount(page);
  const visitor = await somebody();
  for (const [typed, password] of [
    [email, "lantern quarry kitten"],
    [`nobody.${word()}@example.org`, PASSWORD],
  ] as const) {
    await visitor.goto("/sign-in");
    await fillSignIn(visitor, typed, password);
    await expect(visitor.getByText("Address and password do not fit together.")).toBeVisible();
    await expect(visitor.getByRole("textbox", { name: "E-mail address" })).toHaveValue(typed);
  }
});

test("T39 signing in begins a new session, and the one before it is dead", async ({ page, context }) => {
  const { name, email } = await newAccount(page);
  const before = await sessionIn(context);
  expect(await whoIs(before)).toContain(name);

  await page.goto("/sign-in");
  await expect(page.getByText(`You are signed in as ${name}`)).toBeVisible();
  await fillSignIn(page, email, PASSWORD);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${name}`);
  const after = await sessionIn(context);
  expect(after).not.toBe(before);
  expect(await whoIs(before), "the old cookie is a visitor's").toBe("visitor");
  expect(await whoIs(after)).toContain(name);
});

test("T39 a session that somebody put into the browser is not taken over", async ({ page, context, somebody }) => {
  const planted = await somebody();
  const { name, email } = await newAccount(page);
  await newAccount(planted);
  const fixed = await sessionIn(planted.context());
  await context.clearCookies();
  await context.addCookies([{ name: (await cookieOf(planted.context())).name, value: fixed, url: address() }]);
  await page.goto("/sign-in");
  await fillSignIn(page, email, PASSWORD);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Welcome, ${name}`);
  expect(await sessionIn(context)).not.toBe(fixed);
  expect(await whoIs(fixed)).not.toContain(name);
});

test("signing out ends the session, not only the cookie", async ({ page, context }) => {
  const { name } = await newAccount(page);
  const held = await sessionIn(context);
  await page.locator("summary", { hasText: name }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  expect(await whoIs(held)).toBe("visitor");
  await page.goto("/my-groups");
  await expect(page).toHaveURL("/sign-in?next=/my-groups");
});

test("T40 deactivation acts on the very next request, and signing in says so", async ({ page }) => {
  const { name, email } = await newAccount(page);
  const id = await asOwner(
    async (client) => (await client.query("select id from account where name = $1", [name])).rows[0].id,
  );
  expect((await deactivateAccount(await siteViewer(await portalHere()), { account: id, reason: "" })).answer).toBe(
    "changed",
  );
  await page.goto("/my-groups");
  await expect(page).toHaveURL("/sign-in?next=/my-groups");
  await fillSignIn(page, email, PASSWORD);
  await expect(page.getByText("This account was deactivated.")).toBeVisible();
});

async function newAccount(page: Page): Promise<{ name: string; email: string }> {
  const name = `Somebody ${word()}`;
  await page.goto("/sign-up");
  const email = await fillSignUp(page, name, PASSWORD);
  await page.waitForURL("/home");
  return { name, email };
}

async function fillSignUp(page: Page, name: string, password: string, email = addressOf(name)): Promise<string> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  return email;
}

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const addressOf = (name: string): string => `${name.replace(" ", ".").toLowerCase()}@example.org`;

async function cookieOf(context: BrowserContext) {
  const found = (await context.cookies()).find(({ name }) => name.endsWith(".session"));
  if (!found) throw new Error("this browser has no session");
  return found;
}

const sessionIn = async (context: BrowserContext): Promise<string> => (await cookieOf(context)).value;

/** Whom the portal takes the holder of this cookie for. */
async function whoIs(value: string): Promise<string> {
  const cookie = `guildhall-${new URL(address()).port}.session=${value}`;
  const response = await fetch(`${address()}/home`, { headers: { cookie }, redirect: "manual" });
  return response.status === 200 ? await response.text() : "visitor";
}
