/** What a request asks of the database, counted where statements reach the driver, BEGIN and COMMIT included. */
import { expect, test } from "@playwright/test";
import { callForm, everyAction } from "./support/action";
import { group, groupType, joinLink, type Person, PLAIN, type Place, person } from "./support/make";
import { type OwnPortal, ownPortal } from "./support/own-portal";
import { address, type Cookie, sessionCookie } from "./support/stand";

/** How long the log has to be silent before a request is over for it. */
const SILENCE = 400;

let portal: OwnPortal;
let place: Place;
let reader: Person;
let leader: Person;
let cookie: Cookie;

test.beforeAll(async () => {
  portal = await ownPortal({ name: "statements", mode: "start", env: { LOG_LEVEL: "trace" } });
  const type = await groupType(PLAIN);
  leader = await person("Leader");
  reader = await person("Reader");
  for (let n = 0; n < 5; n++) await group({ type, flags: { open: true }, members: [reader] });
  place = await group({ type, flags: { open: true }, leaders: [leader], members: [await person("Member")] });
  cookie = await sessionCookie(reader.id);
});
test.afterAll(() => portal.leave());

for (const [path, most] of [
  ["/groups", 3],
  ["/groups?can=join", 3],
  ["/my-groups", 2],
  ["/api/palette?q=Reader", 3],
] as const) {
  test(`${path} asks at most ${most} times`, async () => {
    await read(path);
    expectAtMost(most, await during(() => read(path)));
  });
}

test("the page of a group asks at most 4 times, from outside and from inside", async () => {
  await read(`/groups/${place.slug}`);
  expectAtMost(4, await during(() => read(`/groups/${place.slug}`)));
  const mine = await group({ flags: { open: true }, members: [reader] });
  await read(`/groups/${mine.slug}`);
  expectAtMost(4, await during(() => read(`/groups/${mine.slug}`)));
});

test("joining by a link asks at most 3 times", async () => {
  const maker = await person("Maker");
  const first = await group({ leaders: [maker], flags: { open: true } });
  const [warm, counted] = [await joinLink(first, maker), await joinLink(place, leader)];
  await accept(warm.token);
  expectAtMost(3, await during(() => accept(counted.token)));
});

test("joining from a list asks at most 3 times, and then what the list shown again asks", async () => {
  const action = everyAction().find(({ exportedName }) => exportedName === "joinGroupAction");
  if (!action) throw new Error("there is no action to join by");
  const [warm, counted] = [await group({ flags: { open: true } }), await group({ flags: { open: true } })];
  await callForm(action, { group: warm.slug }, { cookie });
  const asked = await during(async () => {
    const { status, value } = await callForm(action, { group: counted.slug }, { cookie });
    expect([status, value?.ok, value?.answer]).toEqual([200, true, "joined"]);
  });
  const written = asked.findIndex((statement) => /^\s*with guard as/.test(statement)) + 1;
  expectAtMost(3, asked.slice(0, written));
  expectAtMost(3, asked.slice(written));
});

async function accept(token: string): Promise<void> {
  const response = await fetch(`${address()}/join/${token}/accept`, {
    method: "POST",
    body: new URLSearchParams({ note: "" }),
    redirect: "manual",
    headers: { origin: address(), cookie: `${cookie.name}=${cookie.value}` },
  });
  expect([response.status, response.headers.get("location")]).toEqual([303, expect.stringContaining("welcome=joined")]);
}

async function read(path: string): Promise<void> {
  const response = await fetch(address() + path, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
  const body = await response.text();
  expect(response.status, path).toBe(200);
  expect(body, path).toContain(reader.name);
}

/** The statements of the process that answers requests; the worker keeps a rhythm of its own. */
async function during(work: () => Promise<void>): Promise<string[]> {
  const before = await atRest();
  await work();
  // On a busy machine the log may come after the answer: nothing is counted before the first line of it is there.
  await expect.poll(() => ofWeb(portal.output(), before.length).length, { timeout: 60_000 }).toBeGreaterThan(0);
  return ofWeb(await atRest(), before.length);
}

/** What the process told that asks who is there; the worker never does. */
function ofWeb(log: string, from: number): string[] {
  const web = linesIn(log).find(({ statement }) => statement.includes("select s.account_id from session s"))?.pid;
  return linesIn(log.slice(from))
    .filter(({ pid }) => pid === web)
    .map(({ statement }) => statement);
}

async function atRest(): Promise<string> {
  for (let told = portal.output(); ; ) {
    await new Promise((go) => setTimeout(go, SILENCE));
    const now = portal.output();
    if (now.length === told.length) return now;
    told = now;
  }
}

function linesIn(log: string): { pid: number; statement: string }[] {
  return log
    .split("\n")
    .filter((line) => line.startsWith("{") && line.includes('"statement":'))
    .map((line) => JSON.parse(line));
}

function expectAtMost(most: number, asked: readonly string[]): void {
  const shown = asked.map((statement) => statement.replaceAll(/\s+/g, " ").slice(0, 160));
  expect(asked.length, `none was counted, so nothing is proven`).toBeGreaterThan(0);
  expect(asked.length, shown.join("\n")).toBeLessThanOrEqual(most);
}
