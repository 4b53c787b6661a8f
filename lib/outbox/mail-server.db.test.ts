/** With a real mail server, and workers as processes of their own that are killed in the middle of it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import type { World } from "@/db/testing/peopled-world";
import { neutralEnv } from "@/lib/env";
import { addMember } from "@/lib/members/commands/add-member";
import { revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { openPost } from "./post";
import { type MailServer, openMailServer, type Taken } from "./testing/mail-server";
import { ADDRESS, later, mailedWorld } from "./testing/mailed-world";
import { workOnce } from "./work";

const FROM = "Guildhall <guildhall@guild.example>";
const PEOPLE = Array.from({ length: 60 }, (_, n) => `p${n}`);

let server: MailServer | undefined;
let worker: ChildProcess | undefined;
afterEach(async () => {
  await kill();
  await server?.close();
});

function startWorker(world: World, url: string): void {
  worker = spawn(process.execPath, ["--import", "tsx", "bin/worker.ts"], {
    env: neutralEnv({
      ...{ DATABASE_URL: world.clone.appUrl, SMTP_URL: url, MAIL_FROM: FROM, PORTAL_URL: ADDRESS, LOG_LEVEL: "silent" },
      AUTH_SECRET: Buffer.from(crypto.getRandomValues(new Uint8Array(33))).toString("base64"),
    }),
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** As if the plug were pulled; what the database had under way by then is given its time. */
async function kill(): Promise<void> {
  const falling = worker;
  worker = undefined;
  if (!falling?.pid || falling.exitCode !== null || falling.signalCode !== null) return;
  const ended = once(falling, "exit");
  falling.kill("SIGKILL");
  await ended;
  await sleep(1_500);
}

/** Everybody loses the right by which they are in a group: a notice and a mail to each. */
async function everybodyIsTold(): Promise<World> {
  const world = await mailedWorld({
    roles: { member: ["group.request"] },
    accounts: { root: { owner: true }, ...Object.fromEntries(PEOPLE.map((name) => [name, { roles: ["member"] }])) },
    groups: { hall: { members: PEOPLE } },
  });
  await revokeGlobal(await world.as("root"), { role: "member", permission: "group.request", reason: "" });
  return world;
}

const marked = async (world: World) =>
  new Set(
    (await world.rows<{ id: string }>(sql`select id from outbox where status = 'done'`)).map(
      ({ id }) => `<${id}@guild.example>`,
    ),
  );

describe("T80 a worker that is killed", () => {
  it("loses no mail; the one between the server's yes and the mark comes twice under one id, and no other", {
    timeout: 180_000,
  }, async () => {
    const world = await everybodyIsTold();
    const provoked: string[] = [];
    const doubtful = new Set<string>();
    const allMarked = async () => {
      const known = await marked(world);
      return taken()
        .slice(since)
        .every(({ messageId }) => known.has(messageId));
    };
    let since = 0;
    let turn: Promise<unknown> = Promise.resolve();
    const oneByOne = <T>(work: () => Promise<T>): Promise<T> => {
      const mine = turn.then(work);
      turn = mine.catch(() => {});
      return mine;
    };
    const toMail = (mail: Taken) =>
      oneByOne(async () => {
        if (provoked.length > 0 || taken().length < 20) return undefined;
        // Every earlier yes to this worker is marked, so that this mail alone is in between.
        for (let tries = 0; !(await allMarked()); tries++) {
          if (tries === 100) return undefined;
          await sleep(50);
        }
        provoked.push(mail.messageId);
        worker?.kill("SIGSTOP");
        setTimeout(() => void fall(), 200);
        return undefined;
      });
    server = await openMailServer({ toMail });
    const { url } = server;
    const taken = () => server?.taken ?? [];
    let falls: Promise<unknown> = Promise.resolve();
    const fall = () => {
      falls = falls.then(fallOnce);
      return falls;
    };
    const fallOnce = async () => {
      await kill();
      // What the worker had handed over by then the server still takes, and says yes to nobody.
      await turn;
      await sleep(100);
      const known = await marked(world);
      for (const { messageId } of taken()) if (!known.has(messageId)) doubtful.add(messageId);
      await later(world);
      since = taken().length;
      startWorker(world, url);
    };

    await later(world);
    startWorker(world, url);
    for (const count of [8, 45]) {
      await expect.poll(() => taken().length, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(count);
      await sleep(Math.random() * 40);
      await fall();
    }
    await expect.poll(async () => (await marked(world)).size, { timeout: 60_000 }).toBe(PEOPLE.length);

    expect(provoked).toHaveLength(1);
    expect(new Set(taken().map(({ to }) => to))).toEqual(new Set(PEOPLE.map((name) => `${name}@example.org`)));
    const times = new Map<string, string[]>();
    for (const { messageId, to } of taken()) times.set(messageId, [...(times.get(messageId) ?? []), to]);
    expect(times.size).toBe(PEOPLE.length);
    const twice = [...times].filter(([, to]) => to.length > 1);
    expect(times.get(provoked[0] ?? "")).toHaveLength(2);
    expect(twice.every(([id, to]) => doubtful.has(id) && to.length === 2 && to[0] === to[1])).toBe(true);
    expect(new Set(twice.map(([id]) => id))).toEqual(doubtful);
    const [first, again] = taken().filter(({ messageId }) => messageId === provoked[0]);
    expect(again && textOf(again)).toBe(first && textOf(first));
  });
});

const textOf = ({ raw }: Taken): string => /Content-Type: text\/plain.*?\r\n\r\n(.*?)\r\n--/s.exec(raw)?.[1] ?? raw;

describe("what the mail server refuses", () => {
  const outbox = async (world: World) =>
    world.rows<{ status: string; attempts: number; last_error: string | null }>(sql`
      select o.status, o.attempts, o.last_error from outbox o join account a on a.id = (o.payload->>'accountId')::uuid order by a.name`);
  const told = async (people: readonly string[]) => {
    const world = await mailedWorld({
      accounts: { root: { owner: true }, ...Object.fromEntries(people.map((name) => [name, {}])) },
      groups: { hall: {} },
    });
    for (const name of people) {
      const input = { group: "hall-aaaaaa", account: world.id(name), roles: [], until: null };
      await addMember(await world.as("root"), input);
    }
    await later(world);
    return world;
  };
  const work = (world: World) =>
    workOnce(world.portal, { address: ADDRESS, post: openPost({ url: server?.url ?? "", from: FROM }) });

  it("for now is tried again later; for good is given up at once, with what the server said", async () => {
    const codes: Record<string, number | undefined> = { "full@example.org": 452, "gone@example.org": 550 };
    const toMail = async ({ to }: Taken) => ({ "busy@example.org": 451, "spam@example.org": 554 })[to];
    server = await openMailServer({ toMailbox: (address) => codes[address], toMail });
    const world = await told(["busy", "fine", "full", "gone", "spam"]);
    await work(world);
    expect(await outbox(world)).toMatchObject([
      { status: "waiting", attempts: 1, last_error: expect.stringContaining("451") },
      { status: "done" },
      { status: "waiting", attempts: 1, last_error: expect.stringContaining("452") },
      { status: "failed", attempts: 1, last_error: expect.stringContaining("550") },
      { status: "failed", attempts: 1, last_error: expect.stringContaining("554") },
    ]);
    expect(await work(world)).toBe(0);
    codes["full@example.org"] = undefined;
    await later(world);
    await work(world);
    expect((await outbox(world))[2]).toMatchObject({ status: "done", attempts: 2, last_error: null });
    expect(server.taken.map(({ to }) => to)).toEqual(["fine@example.org", "full@example.org"]);
  });

  it("because it does not know the portal costs no letter", async () => {
    server = await openMailServer({ toPassword: () => false });
    const world = await told(["ada"]);
    await work(world);
    expect(await outbox(world)).toMatchObject([{ status: "waiting", attempts: 1 }]);
  });
});

describe("T57 what others write", () => {
  const hostile = "Hall\r\nBcc: eve@evil.example\r\n\r\n<b>\u202eevil</b>";

  it("ends no header and begins none, opens no tag, and goes to one mailbox alone", async () => {
    server = await openMailServer();
    const world = await mailedWorld({ accounts: { root: { owner: true }, ada: {} }, groups: { hall: {} } });
    const input = { group: "hall-aaaaaa", account: world.id("ada"), roles: [], until: null };
    await addMember(await world.as("root"), input);
    // No form lets such a name in; were there one, this is the last place to stop it.
    await world.rows(sql`update groups set name = ${hostile}`);
    await world.rows(sql`update account set name = ${hostile} where owner`);
    await later(world);
    await workOnce(world.portal, { address: ADDRESS, post: openPost({ url: server.url, from: FROM }) });
    const [mail] = server.taken;
    const head = mail?.raw.slice(0, mail.raw.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ") ?? "";
    expect(
      head
        .split("\r\n")
        .map((line) => line.slice(0, line.indexOf(":")))
        .sort(),
    ).toEqual([
      ...["Auto-Submitted", "Content-Type", "Date", "From", "List-Unsubscribe", "MIME-Version", "Message-ID"],
      ...["Subject", "To", "X-Auto-Response-Suppress"],
    ]);
    expect(head).toContain("Subject: You were added to Hall Bcc: eve@evil.example <b> evil</b>.");
    expect(head).toContain("To: ada@example.org");
    expect(head).toContain(`List-Unsubscribe: <${ADDRESS}/notices/settings>`);
    const [, html = ""] = mail?.raw.split("Content-Type: text/html") ?? [];
    expect(html).toContain("&lt;b&gt;");
    expect(html).not.toMatch(/<b>|^Bcc:/m);
    expect(mail?.raw).not.toMatch(/^Bcc:/m);
    expect(server.taken).toHaveLength(1);
  });

  it.each([
    '"e@a"@b',
    '"e@a"@example.org',
    "ada@example.org, eve@evil.example",
    "ada@example.org\r\nBcc: eve@evil.example",
  ])("%j is no mailbox, even where it got into an account", async (email) => {
    server = await openMailServer();
    const post = openPost({ url: server.url, from: FROM });
    const letter = { to: email, subject: "Hello", paragraphs: ["Hello"] };
    await expect(post.send(letter, "<one@guild.example>")).rejects.toThrow("no mailbox");
    expect(server.taken).toEqual([]);
  });
});
