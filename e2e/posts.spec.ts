/** Posts in a browser: written, seen before it is posted, answered, changed, deleted, found; and a home that says what is new. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { createPost } from "@/lib/posts/commands/create-post";
import { replyToPost } from "@/lib/posts/commands/replies";
import { findViewer } from "@/lib/session/viewer";
import { heeded } from "./support/keyboard";
import { group, groupType, type Person, type Place, person, word } from "./support/make";
import { expect, test } from "./support/page";
import { MARKUP } from "./support/payloads";
import { closePortalHere, portalHere } from "./support/stand";

test.afterAll(closePortalHere);

const RULES = {
  outsider: ["group.view"],
  member: ["group.view", "member.list", "post.view", "post.create", "post.edit-own", "post.delete-own"],
  officer: ["post.edit-any", "post.delete-any"],
};

async function club(): Promise<{ place: Place; writer: Person; reader: Person; officer: Person }> {
  const [writer, reader, officer] = [await person("Writer"), await person("Reader"), await person("Officer")];
  const type = await groupType(RULES);
  return { place: await group({ type, members: [writer, reader, [officer, "officer"]] }), writer, reader, officer };
}

/** Writes as that person, past the browser; the post's address. */
async function posted(place: Place, { id }: Person, title: string, body = "", published = true): Promise<string> {
  const viewer = await findViewer(await portalHere(), { account: id });
  const { data } = await createPost(viewer, { group: place.slug, title, body, published });
  return `/groups/${place.slug}/posts/${data?.id}`;
}

test("a post is drafted, looked at, posted, answered, changed and deleted", async ({ somebody }) => {
  const { place, writer, reader } = await club();
  const title = `On ropes ${word()}`;
  const page = await somebody(writer.id);
  await page.goto(`/groups/${place.slug}`);
  await heeded(page);
  await page.getByRole("link", { name: "Posts", exact: true }).click();
  await expect(page.getByText("Nobody has written here yet")).toBeVisible();
  await page.getByRole("link", { name: "Write a post" }).click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text").fill("Hemp is **dry**.\n\n- one\n- two");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("dry")).toHaveCSS("font-weight", /[67]00/);
  await expect(preview.getByRole("listitem")).toHaveText(["one", "two"]);
  await page.getByLabel("Text").fill("Hemp is *wet*.");
  await expect(preview.getByText("wet")).toBeVisible();
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText("Saved as a draft.")).toBeVisible();
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();

  const other = await somebody(reader.id);
  const address = new URL(page.url()).pathname;
  expect((await other.goto(address))?.status()).toBe(404);
  await other.goto(`/groups/${place.slug}/posts`);
  await expect(other.getByText(title)).toHaveCount(0);

  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByLabel("Text")).toHaveValue("Hemp is *wet*.");
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByText("Draft", { exact: true })).toHaveCount(0);

  await other.goto("/home");
  await other.getByRole("region", { name: "New in your groups" }).getByRole("link", { name: title }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(other.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await other.getByLabel("Your reply").fill("Not in **my** shed.");
  await other.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(other.getByText("Your reply is there.")).toBeVisible();
  await other.getByRole("link", { name: /^Change the reply/ }).click();
  await expect(other).toHaveURL(/\/replies\//);
  await heeded(other);
  await other.getByLabel("Text").fill("Not in my shed, nor in yours.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("The reply is saved.")).toBeVisible();
  await expect(other.getByText("nor in yours")).toBeVisible();

  await page.goto("/home");
  await expect(page.getByText(`${reader.name} replied to a post of yours in`)).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("list", { name: "Replies" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Delete “${title}”?`);
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByText("Deleted, with the replies to it.")).toBeVisible();
  expect((await page.goto(address))?.status()).toBe(404);
});

test("who edits anybody's post does, its writer is told, and no draft is made of it", async ({ somebody }) => {
  const { place, writer, officer } = await club();
  const address = await posted(place, writer, "Rules of the shed", "No fire.");
  const page = await somebody(officer.id);
  await page.goto(`${address}/edit`);
  await heeded(page);
  await expect(page.getByText("Whoever wrote it is told that you changed it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Turn back into a draft" })).toHaveCount(0);
  await page.getByLabel("Text").fill("No fire, no fish.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("No fire, no fish.")).toBeVisible();
  const told = await somebody(writer.id);
  await told.goto("/notices");
  await expect(told.getByText("A post of yours in")).toContainText(place.name);
});

test("a post without a title is refused at its field, and what was written stays", async ({ somebody }) => {
  const { place, writer } = await club();
  const page = await somebody(writer.id);
  await page.goto(`/groups/${place.slug}/posts/new`);
  await page.getByLabel("Text").fill("A long thought.");
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByLabel("Title")).toHaveAccessibleDescription(/A post needs a title\./);
  await expect(page.getByLabel("Text")).toHaveValue("A long thought.");
  await expect(page).toHaveTitle(/Write a post/);
});

test("without script a post is previewed, posted, answered and found", async ({ somebody }) => {
  const { place, writer } = await club();
  const page = await somebody(writer.id, { javaScriptEnabled: false });
  const title = `Plain ${word()}`;
  await page.goto(`/groups/${place.slug}/posts/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text").fill("Quite **plain**.");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.locator("strong")).toHaveText("plain");
  await expect(preview).toContainText("Nothing is saved yet.");
  await expect(page.getByLabel("Title")).toHaveValue(title);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText("Posted.", { exact: false })).toBeVisible();
  await page.getByLabel("Your reply").fill("And an answer.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.getByText("And an answer.")).toBeVisible();
  await page.goto(`/groups/${place.slug}/posts?q=plain`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await page.goto(`/groups/${place.slug}/posts?q=zebra`);
  await expect(page.getByText("No post here says “zebra”")).toBeVisible();
  await page.goto(`/groups/${place.slug}/posts?q=ab`);
  await expect(page.getByText("That is too short to look for")).toBeVisible();
});

test("T51 markup in posts and replies is shown as text, and leads nowhere", async ({ somebody }) => {
  const { place, writer, reader } = await club();
  const address = await posted(place, writer, MARKUP[0] ?? "", MARKUP.join("\n\n"));
  const viewer = await findViewer(await portalHere(), { account: reader.id });
  for (const body of MARKUP.slice(0, 24)) {
    const post = address.split("/").at(-1) ?? "";
    expect((await replyToPost(viewer, { post, body })).answer).toBe("created");
  }
  const page = await somebody(reader.id);
  for (const path of [address, `/groups/${place.slug}/posts`, `/groups/${place.slug}`, "/home", "/posts"]) {
    await page.goto(path);
    await expect(page.getByText("<script>alert(1)</script>").first()).toBeVisible();
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
    expect(links.filter((protocol) => !["http:", "https:", "mailto:"].includes(protocol))).toEqual([]);
    expect(
      await page.locator("main").locator("script, iframe, object, embed, style, form[action^='javascript']").count(),
    ).toBe(0);
  }
});

test("what was written too intricately is shown letter by letter, and the page stands", async ({ somebody }) => {
  const { place, writer } = await club();
  const address = await posted(place, writer, "Deep", ">".repeat(49_000));
  const page = await somebody(writer.id);
  expect((await page.goto(address))?.status()).toBe(200);
  await expect(page.getByText(">>>>>>>>>>").first()).toBeVisible();
});

test("an account that is gone has its posts stay, by a deleted account", async ({ somebody }) => {
  const { place, writer, reader } = await club();
  const address = await posted(place, writer, "A farewell");
  const { deleteAccount } = await import("@/lib/people/commands/delete-account");
  const { siteViewer } = await import("@/lib/session/viewer");
  await deleteAccount(await siteViewer(await portalHere()), { account: writer.id, reason: "" });
  const page = await somebody(reader.id);
  await page.goto(address);
  await expect(page.getByText("a deleted account")).toBeVisible();
});

test("pages of posts have no violation in light and dark, and fit 360 pixels", async ({ somebody }) => {
  test.setTimeout(600_000);
  const { place, writer, reader } = await club();
  const text =
    "# A\n\n## B\n\n- [x] done\n\n> quoted[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n[^1]: Note.";
  const address = await posted(place, writer, "Everything that a text can hold", text);
  await posted(place, writer, "Begun", "", false);
  const viewer = await findViewer(await portalHere(), { account: reader.id });
  const post = address.split("/").at(-1) ?? "";
  for (const body of [text, "short"]) await replyToPost(viewer, { post, body });
  const page = await somebody(writer.id);
  for (const path of [
    address,
    `${address}/edit`,
    `${address}/delete`,
    `/groups/${place.slug}/posts`,
    `/groups/${place.slug}/posts?q=nothingsaysthis`,
    `/groups/${place.slug}/posts/new`,
    "/posts",
    "/posts?show=drafts",
    "/home",
  ])
    await expectWell(page, path);
  const own = await somebody(reader.id);
  await own.goto(address);
  await own
    .getByRole("link", { name: /^Change the reply/ })
    .first()
    .click();
  await own.waitForURL(/replies/);
  await expectWell(own, new URL(own.url()).pathname);
});

async function expectWell(page: Page, path: string): Promise<void> {
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 360],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
    expect.soft(told, `${path} in ${colorScheme}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
    await expect.soft(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
  }
}
