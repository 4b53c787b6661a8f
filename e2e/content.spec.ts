/** Whatever people type is shown as what it is, or refused in words at its field; and nothing that is sent is a 500. */
import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { createJoinLink } from "@/lib/join-links/commands";
import { createJoinLink as linkShape } from "@/lib/join-links/schema";
import { addMember } from "@/lib/members/commands/add-member";
import { editOwnMembership } from "@/lib/members/commands/edit-own-membership";
import { importAccounts } from "@/lib/people/commands/import-account";
import { tidyName } from "@/lib/people/name";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { heeded } from "./support/keyboard";
import { ask, group, groupType, type Person, PLAIN, type Place, person } from "./support/make";
import { expect, test } from "./support/page";
import { HARMLESS, MARKUP, STEERING } from "./support/payloads";
import { address, asOwner, closePortalHere, portalHere, sessionCookie } from "./support/stand";

test.afterAll(closePortalHere);

const ALL = [...MARKUP, ...HARMLESS];

test("T51 markup in every stored text is shown as text, on every page that shows it", async ({ somebody }) => {
  test.setTimeout(600_000);
  const leader = await person("Leader");
  const type = await groupType(PLAIN);
  const place = await group({ type, called: "<b>Bold</b>", leaders: [leader], description: ALL.join("\n") });
  const people = await peopleCalled(ALL);
  const [asking, inside] = [people.slice(0, 20), people.slice(20)];
  for (const [n, { id }] of inside.entries()) await enter(place, id, ALL[(n + 20) % ALL.length] ?? "");
  for (const [n, one] of asking.entries()) await ask(place, one, ALL[n]);
  const site = await siteViewer(await portalHere());
  for (const text of ALL.slice(0, 20)) {
    const draft = linkShape.parse({ group: place.slug, label: text.slice(0, 80), note: text });
    expect((await createJoinLink(site, draft, leader.id)).answer).toBe("created");
  }
  for (const text of MARKUP.slice(0, 24).filter((text) => text.length < 60)) await group({ type, called: text });

  const page = await somebody(leader.id);
  for (const path of ["", "/members", "/requests", "/links"]) await readThrough(page, `/groups/${place.slug}${path}`);
  await readThrough(page, "/requests");
  await readThrough(page, `/groups?type=${type}`);
  await readThrough(page, "/notices");
  await page.goto(`/groups/${place.slug}`);
  const shown = await page.getByRole("region", { name: "About", exact: true }).textContent();
  for (const text of ALL) expect(shown).toContain(text);
  await page.goto(`/groups/${place.slug}/members`);
  await expect(
    page
      .getByText("<svg/onload=alert(1)>")
      .or(page.getByText(ALL[20] ?? ""))
      .first(),
  ).toBeVisible();
});

test("T51 markup that was typed into a search is shown as text", async ({ somebody }) => {
  const page = await somebody((await person("Seeker")).id);
  for (const text of MARKUP.slice(0, 12)) {
    await page.goto(`/groups?q=${encodeURIComponent(text)}`);
    await expect(page.getByRole("searchbox", { name: "Search groups" })).toHaveValue(text);
  }
});

test("T51 markup comes back as text from a form that was refused", async ({ somebody }) => {
  const place = await group();
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto(`/groups/${place.slug}/settings`);
  const form = page.getByRole("form", { name: "What it says of itself" });
  for (const text of MARKUP.slice(0, 8)) {
    await form.getByLabel("Name").fill("");
    await form.getByLabel("Description").fill(text);
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByRole("alert").first(), "this very answer is there").toBeFocused();
    await expect(form.getByLabel("Name")).toHaveAccessibleDescription(/Type a name\./);
    await expect(form.getByLabel("Description")).toHaveValue(text);
  }
});

test("characters that steer the line or the machine are refused at their field", async ({ somebody }) => {
  const place = await group();
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto(`/groups/${place.slug}/settings`);
  const form = page.getByRole("form", { name: "What it says of itself" });
  for (const text of STEERING) {
    await form.getByLabel("Name").fill(text);
    await form.getByLabel("Description").fill(text);
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByRole("alert").first(), "this very answer is there").toBeFocused();
    await expect(form.getByLabel("Name")).toHaveAccessibleDescription(/invisible character/);
    await expect(form.getByLabel("Description")).toHaveAccessibleDescription(/invisible control character/);
    await form.getByLabel("Name").fill("");
  }
});

test("what is too long is refused at its field, with how long it is, and nothing of it is lost", async ({
  somebody,
}) => {
  const place = await group();
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  await page.goto(`/groups/${place.slug}/settings`);
  const form = page.getByRole("form", { name: "What it says of itself" });
  await unbounded(page);
  await form.getByLabel("Name").fill("n".repeat(81));
  await form.getByLabel("Description").fill("d".repeat(4001));
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Name")).toHaveAccessibleDescription(/80 characters at most/);
  await expect(form.getByLabel("Description")).toHaveAccessibleDescription(
    /At most 4,000 characters; this has 4,001\./,
  );
  await expect(form.getByLabel("Description")).toHaveValue("d".repeat(4001));
});

test("odd and good names are taken, and shown as they were typed", async ({ somebody }) => {
  const page = await somebody((await person("Owner", { roles: [], owner: true })).id);
  const type = await groupType();
  for (const name of HARMLESS) {
    await page.goto(`/groups/new?type=${type}`);
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Make the group" }).click();
    await expect(page.getByText("The group is made."), name).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name.normalize("NFKC"));
  }
});

test("a body of ten megabytes is refused in one sentence before anybody reads it", async () => {
  const { cookie, headers } = await sender();
  for (const path of ["/groups", "/sign-in", "/join"]) {
    const body = new URLSearchParams({ link: "x".repeat(10_000_000) });
    const response = await fetch(address() + path, { method: "POST", body, headers: { ...headers, cookie } });
    expect(response.status, path).toBe(413);
    expect(await response.text()).toBe("This is more than 256 kB. Go back, shorten it, and send it again.\n");
  }
});

const ODD = [
  ...["%00", "%2e%2e%2f", "..%2fadmin", "<script>", "'%20or%201=1--", "%E2%80%AE", "%F0%9F%90%99", "__proto__"],
  ...["x".repeat(3000), "0", "-1", "null", "%5c", "a%0d%0aset-cookie:x=1", "00000000-0000-0000-0000-000000000000"],
];

test("addresses that mean nothing are plain pages of nothing", async () => {
  const { cookie, slug } = await sender();
  const found: Record<string, number> = {};
  for (const odd of ODD) {
    const paths = [
      ...["", "/join", "/leave", "/members", "/settings", "/links"].map((rest) => `/groups/${odd}${rest}`),
      ...["members", "links", "requests"].map((part) => `/groups/${slug}/${part}/${odd}`),
      ...[`/join/${odd}`, `/confirm/${odd}`, `/setup/${odd}`, `/admin/group/types/manage/${odd}`, `/${odd}`],
    ];
    for (const path of paths) {
      const response = await fetch(address() + path, { headers: { cookie }, redirect: "manual" });
      if (response.status !== 404) found[path.slice(0, 80)] = response.status;
      await response.text();
    }
  }
  // What a browser folds before it asks is the folder's own page.
  expect(found).toEqual({});
});

test("queries that mean nothing are read as if they were not there", async () => {
  const { cookie, slug } = await sender();
  for (const path of ["/groups", "/my-groups", "/my-requests", "/requests", "/notices", `/groups/${slug}/members`]) {
    for (const odd of ODD.filter(({ length }) => length < 1000)) {
      const query = `after=${odd}&q=${odd}&type=${odd}&can=${odd}&done=${odd}&welcome=${odd}`;
      const response = await fetch(`${address()}${path}?${query}`, { headers: { cookie }, redirect: "manual" });
      expect(response.status, `${path}?${query}`.slice(0, 200)).toBe(200);
      await response.text();
    }
  }
});

test("T66 two presses are one request, and the back button sends nothing twice", async ({ somebody }) => {
  const asker = await person("Asker");
  const place = await group();
  const page = await somebody(asker.id);
  await page.goto(`/groups/${place.slug}/join`);
  await heeded(page);
  await page.getByRole("button", { name: "Ask to join" }).dblclick();
  await expect(page.getByText("You have asked to join.")).toBeVisible();
  expect(await requestsOf(asker, place)).toBe(1);

  await page.goBack();
  const again = page.getByRole("button", { name: "Ask to join" });
  if (await again.isVisible()) {
    await again.click();
    await expect(page.getByText("You have asked already.").first()).toBeVisible();
  }
  expect(await requestsOf(asker, place)).toBe(1);
  await page.goto(`/groups/${place.slug}`);
  await expect(page.getByRole("button", { name: /^Withdraw/ })).toBeVisible();
});

test("a form whose group is gone meanwhile is answered in words", async ({ somebody }) => {
  const place = await group();
  const page = await somebody((await person("Asker")).id);
  await page.goto(`/groups/${place.slug}/join`);
  await page.getByLabel("A word to whoever decides").fill("Am I late?");
  await asOwner((client) => client.query("update groups set hidden = true where id = $1", [place.id]));
  await page.getByRole("button", { name: "Ask to join" }).click();
  await expect(page.getByText(/This group is not here|There is nothing at this address/).first()).toBeVisible();
});

async function peopleCalled(names: readonly string[]): Promise<Person[]> {
  const good = names.flatMap((text) => {
    const tidied = tidyName(text);
    return "name" in tidied ? [tidied.name] : [];
  });
  const drafts = good.map((name) => ({ name, roles: ["member"], owner: false, active: true }));
  const { data } = await importAccounts(await siteViewer(await portalHere()), drafts);
  return good.map((name, n) => ({ name, id: data?.[n] ?? "" }));
}

async function enter(place: Place, account: string, text: string): Promise<void> {
  const portal = await portalHere();
  const added = await addMember(await siteViewer(portal), { group: place.slug, account, roles: [], until: null });
  expect(added.answer).toBe("added");
  const own = { group: place.slug, title: text.slice(0, 80), note: text };
  expect((await editOwnMembership(await findViewer(portal, { account }), own)).answer).toBe("changed");
}

/** Looks at a page and at everything on it; the complaints of the browser are the proof. */
async function readThrough(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await page.locator("footer").first().scrollIntoViewIfNeeded();
  await page.mouse.move(300, 300);
  expect(
    await page.evaluate(() => document.querySelectorAll("main script, main iframe, main object, main style").length),
  ).toBe(0);
}

async function unbounded(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const box of document.querySelectorAll("[maxlength]")) box.removeAttribute("maxlength");
  });
}

async function sender() {
  const owner = await person("Owner", { roles: [], owner: true });
  const { name, value } = await sessionCookie(owner.id);
  const { slug } = await group();
  return { slug, cookie: `${name}=${value}`, headers: { origin: address() } };
}

async function requestsOf({ id }: Person, place: Place): Promise<number> {
  const portal = await portalHere();
  const [row] = await portal.store.reader.rows<{ count: number }>(
    sql`select count(*)::int as count from request where account_id = ${id}::uuid and group_id = ${place.id}::uuid`,
  );
  return row?.count ?? 0;
}
