/** A portal that is no demo, from its first minute: the setup link, coming in without script, and no door to step in by. */
import { expect, test } from "@playwright/test";
import pg from "pg";
import { startPortalForTests, type TestPortal } from "@/bin/test-portal";
import { type MailServer, openMailServer } from "@/lib/outbox/testing/mail-server";
import { PlainBrowser, words } from "./support/plain-browser";

const OWNER = { name: "Orla", email: "orla@example.org", password: "vermilion-otter-quay" };
const ADA = { name: "Ada Byron", email: "ada@example.org", password: "tulip anchor velvet" };

let portal: TestPortal;
let post: MailServer;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(600_000);
  post = await openMailServer();
  portal = await startPortalForTests({ mode: "start", name: "e2e-plain", env: { SMTP_URL: post.url } });
});
test.afterAll(async () => {
  await portal.stop();
  await post.close();
});

const browser = () => new PlainBrowser(portal.address);

async function sql<T>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: portal.ownerUrl });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function signedIn(who: typeof OWNER): Promise<PlainBrowser> {
  const mine = browser();
  const came = await mine.submit("/sign-in", "password", { email: who.email, password: who.password });
  expect([came.status, came.to]).toEqual([303, "/home"]);
  return mine;
}

test("T89 the printed link makes one site owner, without script, and is dead then", async () => {
  const link = /\/setup\/(ghs_[\w-]{43})/.exec(portal.output())?.[0] ?? "";
  const mine = browser();
  expect((await mine.get(link.replace(/.$/, "~"))).status).toBe(404);
  const weak = await mine.submit(link, "password", { ...OWNER, password: "password1234" });
  expect(words(weak.body)).toContain("easy to guess");
  expect(weak.body).toContain('value="orla@example.org"');
  expect(weak.body).not.toContain("password1234");
  const made = await mine.submit(link, "password", { ...OWNER, everyoneIsMember: "on" });
  expect([made.status, made.to]).toEqual([303, "/home"]);
  expect((await mine.get(link)).status).toBe(404);
  expect(words((await mine.get("/account")).body)).toContain("orla@example.org");
  expect(await sql("select owner, (select new_account_role from setting) as role from account")).toEqual([
    { owner: true, role: "member" },
  ]);
});

test("signing up signs in, with the address unproven until its page is posted", async () => {
  const mine = browser();
  const bad = await mine.submit("/sign-up", "password", { ...ADA, name: "A\u202eda", email: "nobody" });
  expect(words(bad.body)).toContain("invisible character");
  expect(words(bad.body)).toContain("name@example.org");
  const made = await mine.submit("/sign-up", "password", ADA);
  expect([made.status, made.to]).toEqual([303, "/home"]);
  expect(words((await mine.get("/account")).body)).toContain("Not confirmed");
  const mail = () => post.taken.filter(({ to }) => to === ADA.email);
  await expect.poll(() => mail().length, { timeout: 60_000 }).toBe(1);
  const page = /\/confirm\/ghc_[\w-]{43}/.exec(mail()[0]?.raw.replaceAll("=\r\n", "") ?? "")?.[0] ?? "";
  await expect
    .poll(() => sql("select body like '%ghc\\_%' as key, html from sent_mail where recipient = $1", [ADA.email]))
    .toEqual([{ key: false, html: null }]);
  const proven = () =>
    sql("select email_proven_at from account where email = $1 and email_proven_at is not null", [ADA.email]);
  for (const one of [mine, browser()]) await one.get(page);
  expect(await proven()).toEqual([]);
  const stranger = await browser().submit(page, "password", { password: OWNER.password });
  expect(words(stranger.body)).toContain("not the password");
  const confirmed = await mine.submit(page, "token", {});
  expect([confirmed.status, confirmed.to]).toEqual([303, "/account?confirmed=1"]);
  expect(await proven()).toHaveLength(1);
  expect(words((await mine.get("/account?confirmed=1")).body)).toContain("Your address is confirmed.");
});

test("T39 signing in changes the session, and what was there before is nobody", async () => {
  const mine = await signedIn(ADA);
  const before = new PlainBrowser(portal.address);
  for (const [name, value] of mine.cookies) before.cookies.set(name, value);
  expect((await before.get("/account")).status).toBe(200);
  await mine.submit("/sign-in", "password", { email: ADA.email, password: ADA.password });
  expect(mine.session).not.toBe(before.session);
  expect((await before.get("/account")).to).toBe("/sign-in?next=/account");
  expect((await mine.get("/account")).status).toBe(200);
});

test("T36 T39 the cookie carries a secret alone, and the library's own routes tell nothing of it", async () => {
  const mine = await signedIn(ADA);
  const told = await mine.get("/api/auth/session");
  expect(Object.keys(JSON.parse(told.body))).toEqual(["expires"]);
  expect([...mine.cookies.keys()].every((name) => /^guildhall-\d+\.(session|csrf|back)$/.test(name))).toBe(true);
  expect([...mine.cookies].find(([name]) => name.endsWith(".back"))?.[1]).not.toContain("sign-in");
  const forged = browser();
  const { csrfToken } = JSON.parse((await forged.get("/api/auth/csrf")).body);
  const body = new URLSearchParams({ csrfToken, secret: "a".repeat(43) });
  await forged.send("/api/auth/callback/session", { method: "POST", body });
  expect(forged.session).toBeUndefined();
});

test("T40 T41 a session ends with the row, whatever the cookie says", async () => {
  const mine = await signedIn(ADA);
  expect((await mine.get("/account")).status).toBe(200);
  await sql("delete from session where account_id = (select id from account where email = $1)", [ADA.email]);
  expect((await mine.get("/account")).to).toBe("/sign-in?next=/account");
});

test("T44 a wrong password and an unknown address read alike", async () => {
  const attempt = async (email: string) => {
    const seen = await browser().submit("/sign-in", "password", { email, password: "not the password" });
    return { status: seen.status, words: words(seen.body) };
  };
  const known = await attempt(ADA.email);
  expect(known.words).toContain("Address and password do not fit together.");
  expect(await attempt("nobody@example.org")).toEqual(known);
  expect(await attempt("no address")).toEqual(known);
});

test("T42 leads on within this portal only", async () => {
  for (const [wanted, to] of [
    ["/groups?type=squad", "/groups?type=squad"],
    ["//evil.example", "/home"],
    ["/\\evil.example", "/home"],
    ["https://evil.example", "/home"],
    ["/.//evil.example", "/home"],
    ["/ok\r\nset-cookie: a=b", "/home"],
  ] as const) {
    const path = `/sign-in?next=${encodeURIComponent(wanted)}`;
    expect((await browser().submit(path, "password", { email: ADA.email, password: ADA.password })).to).toBe(to);
  }
});

test("signs out here and everywhere", async () => {
  const [here, elsewhere] = [await signedIn(ADA), await signedIn(ADA)];
  const form = (await here.get("/account")).body
    .match(/<form[\s\S]*?<\/form>/g)
    ?.find((one) => words(one).trim() === "Sign out everywhere");
  const id = /name="(\$ACTION_ID_[^"]+)"/.exec(form ?? "")?.[1] ?? "";
  const data = new FormData();
  data.append(id, "");
  expect((await here.send("/account", { method: "POST", body: data })).to).toBe("/sign-in");
  expect(here.session).toBeUndefined();
  expect((await elsewhere.get("/account")).to).toBe("/sign-in?next=/account");
});

/** Status, headers and body without what differs from request to request and without the path that was asked for. */
async function ask(path: string, method: string, account: string) {
  const body = method === "GET" || method === "HEAD" ? undefined : new URLSearchParams({ account });
  const seen = await browser().send(path, { method, body });
  const nonce = /'nonce-([^']+)'/.exec(seen.headers.get("content-security-policy") ?? "")?.[1] ?? "\0";
  const plain = (text: string) =>
    text.replaceAll(nonce, "NONCE").replaceAll("step-in", "STEP").replaceAll("step-on", "STEP");
  const headers = [...seen.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
  return { status: seen.status, headers: headers.map(([name, value]) => [name, plain(value)]), body: plain(seen.body) };
}

for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
  test(`T50 T89 ${method} finds no door to step in by: byte for byte an address that nobody made`, async () => {
    const [person] = await sql<{ id: string }>(
      "insert into account (name, name_key) values ('Passer-by', 'passer-by') returning id",
    );
    const before = await sql("select id from session order by id");
    const door = await ask("/demo/step-in", method, person?.id ?? "");
    expect(door.status).toBe(404);
    expect(door).toEqual(await ask("/demo/step-on", method, person?.id ?? ""));
    if (method !== "HEAD") expect(door.body).toContain("There is nothing at this address");
    expect(await sql("select id from session order by id")).toEqual(before);
  });
}

test("T89 offers nobody to step into, and lets nobody look behind it", async () => {
  expect((await browser().get("/sign-in")).body).not.toContain("step-in");
  for (const path of ["/dev/mail", "/dev/table", "/dev/ui"]) expect((await browser().get(path)).status, path).toBe(404);
});
