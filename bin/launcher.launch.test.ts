import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { neutralEnv } from "@/lib/env";
import { NEXT } from "./build/build";
import { startChild } from "./children/child";
import { freePort } from "./embedded/free-port";
import { findPostmaster } from "./embedded/postmaster";
import { npmCommand } from "./first/platform.mjs";
import { isAlive } from "./process";
import { runLauncher, startPortalForTests, type TestPortal, type TestPortalOptions } from "./test-portal";

const NAME = "launcher";
let portal: TestPortal | undefined;

afterEach(() => portal?.stop());

async function start(options: TestPortalOptions = {}): Promise<TestPortal> {
  portal = await startPortalForTests({ mode: "start", name: NAME, ...options });
  return portal;
}

/** Every process that was started below this one, however deep. */
function descendants(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(Number(name))] as const);
  const below = (above: number): number[] =>
    parents.filter(([, parent]) => parent === above).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return 0;
  }
}

/** Nothing of one that has ended since it was listed. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function childCalled(words: RegExp): number {
  const pids = descendants(portal?.launcher.pid ?? 0);
  const found = pids.find((pid) => words.test(commandOf(pid)));
  if (!found) throw new Error(`no child is called ${words}`);
  return found;
}

async function allGone(pids: number[], milliseconds: number): Promise<number[]> {
  for (const deadline = performance.now() + milliseconds; performance.now() < deadline; ) {
    if (!pids.some(isAlive)) break;
    await new Promise((later) => setTimeout(later, 50));
  }
  return pids.filter(isAlive);
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Something committed, to be found again. */
async function leaveKeepsake({ ownerUrl }: TestPortal): Promise<void> {
  await query(ownerUrl, "create table keepsake as select generate_series(1, 1000) as n");
}

async function findKeepsake({ ownerUrl }: TestPortal): Promise<number | undefined> {
  const [row] = await query<{ count: number }>(ownerUrl, "select count(*)::int as count from keepsake");
  return row?.count;
}

describe("a portal", () => {
  it("starts with its steps timed, tells its address and the setup link, and T89: has no account but what the link makes", async () => {
    const { address, ownerUrl, folder, output } = await start();
    expect(output()).toMatch(/Start PostgreSQL +\d+\.\d s\n/);
    expect(output()).toMatch(/Migrate the database +\d+\.\d s +\d+ applied\n/);
    expect(output()).toContain(`Guildhall is at ${address}\n`);
    expect(output()).toMatch(new RegExp(`first site owner, once:\n +${address}/\\S+\n`));
    expect((await fetch(address)).status).toBe(200);
    expect(await query(ownerUrl, "select 1 from account")).toEqual([]);
    const kept = ["secrets.json", "ports.json", "lock.json"].map((file) => statSync(join(folder, file)).mode & 0o777);
    expect(kept).toEqual([0o600, 0o600, 0o600]);
  });

  it("has a database that listens on this machine alone, and whose portal's role may not change tables", async () => {
    const { appUrl, folder } = await start();
    const [, , , , sockets, listens] = readFileSync(join(folder, "database", "postmaster.pid"), "utf8").split("\n");
    expect([sockets, listens]).toEqual(["", "127.0.0.1"]);
    await expect(query(appUrl, "create table mine (n int)")).rejects.toThrow(/permission denied/);
    await expect(query(appUrl, "alter table account add mine int")).rejects.toThrow(/must be owner/);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("takes every child along within ten seconds of %s", async (signal) => {
    const { launcher } = await start();
    const children = descendants(launcher.pid ?? 0);
    expect(children.length).toBeGreaterThanOrEqual(3);
    const asked = performance.now();
    process.kill(launcher.pid ?? 0, signal);
    expect(await launcher.exited).toBe("code 0");
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(await allGone(children, 0)).toEqual([]);
  });

  it("ends with npm, which a SIGTERM takes away without a word to it", async () => {
    const port = await freePort();
    const { command, args, shell } = npmCommand({ platform: process.platform, node: process.execPath });
    const npm = spawn(command, [...args, "start"], {
      env: neutralEnv({ PORT: String(port), GUILDHALL_DATA: `.data/${NAME}-npm` }),
      shell,
      stdio: "ignore",
    });
    onTestFinished(() => {
      npm.kill("SIGTERM");
    });
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(answers, { timeout: 90_000, interval: 250 }).toBe(200);
    const all = descendants(npm.pid ?? 0);
    expect(all.length).toBeGreaterThanOrEqual(5);
    npm.kill("SIGTERM");
    expect(await allGone(all, 10_000)).toEqual([]);
  });

  it("picks its worker up when it falls", async () => {
    const { output } = await start();
    const worker = childCalled(/bin\/worker\.ts/);
    process.kill(worker, "SIGKILL");
    await expect.poll(output, { timeout: 60_000 }).toMatch(/worker ended \(signal SIGKILL\) and is started again/);
    await expect.poll(() => childCalled(/bin\/worker\.ts/), { timeout: 60_000 }).not.toBe(worker);
  });

  it("ends with its web server, and says so", async () => {
    const { launcher, output } = await start();
    const children = descendants(launcher.pid ?? 0);
    process.kill(childCalled(/next-server|dist\/bin\/next/), "SIGKILL");
    expect(await launcher.exited).toBe("code 1");
    expect(output()).toMatch(/the web server ended \(signal SIGKILL\): everything else is stopped/i);
    expect(await allGone(children, 0)).toEqual([]);
  });
});

describe("after kill -9", () => {
  it("of the launcher its children go too, and the next start finds everything", async () => {
    const killed = await start();
    await leaveKeepsake(killed);
    const postgres = findPostmaster(join(killed.folder, "database")) ?? 0;
    const backends = [postgres, ...descendants(postgres)];
    const others = descendants(killed.launcher.pid ?? 0).filter((pid) => !backends.includes(pid));
    process.kill(killed.launcher.pid ?? 0, "SIGKILL");
    await killed.launcher.exited;
    expect((await allGone(others, 10_000)).map(commandOf)).toEqual([]);
    // The database outlives its launcher until the next one takes over.
    expect(isAlive(postgres)).toBe(true);
    expect(await findKeepsake(await start({ keep: true }))).toBe(1000);
    expect(isAlive(postgres)).toBe(false);
  });

  it("of PostgreSQL the launcher says so, stops all, and the next start has lost nothing", async () => {
    const killed = await start();
    await leaveKeepsake(killed);
    const children = descendants(killed.launcher.pid ?? 0);
    process.kill(findPostmaster(join(killed.folder, "database")) ?? 0, "SIGKILL");
    expect(await killed.launcher.exited).toBe("code 1");
    expect(killed.output()).toMatch(/PostgreSQL ended \(signal SIGKILL\)/);
    expect(await allGone(children, 5_000)).toEqual([]);
    expect(await findKeepsake(await start({ keep: true }))).toBe(1000);
  });

  it("of both at once the next start works as well", async () => {
    const killed = await start();
    await leaveKeepsake(killed);
    process.kill(killed.launcher.pid ?? 0, "SIGKILL");
    process.kill(findPostmaster(join(killed.folder, "database")) ?? 0, "SIGKILL");
    await killed.launcher.exited;
    expect(await findKeepsake(await start({ keep: true }))).toBe(1000);
  });
});

describe("one sentence and exit 1 within seconds", () => {
  /** What the launcher says when it cannot start. */
  async function refused(mode: "demo" | "start", env: Record<string, string>, args: string[] = []): Promise<string> {
    const begun = performance.now();
    const { code, output } = await runLauncher(mode, { GUILDHALL_DATA: `.data/${NAME}-refused`, ...env }, args);
    expect(code).toBe("code 1");
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(output).not.toMatch(/^\s+at /m);
    return output;
  }

  it("for a second start on the same data, naming who holds it", async () => {
    const { folder, launcher } = await start();
    expect(await refused("start", { GUILDHALL_DATA: folder })).toMatch(
      new RegExp(`in use by process ${launcher.pid} \\(start, since \\d{4}-`),
    );
    expect(isAlive(launcher.pid ?? 0)).toBe(true);
  });

  it("for a demo's data folder, and for a demo's database wherever it runs", async () => {
    const demo = await start({ mode: "demo" });
    expect(await refused("start", { DATABASE_URL: demo.appUrl, DATABASE_OWNER_URL: demo.ownerUrl })).toMatch(
      /This database holds the demo/,
    );
    await demo.stop();
    expect(await refused("start", { GUILDHALL_DATA: demo.folder })).toMatch(/holds a demo, not a portal/);
  });

  it("for a schema newer than the code", async () => {
    const newer = await start();
    await query(
      newer.ownerUrl,
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)",
    );
    await newer.stop();
    expect(await refused("start", { GUILDHALL_DATA: newer.folder })).toMatch(/newer Guildhall than this one/);
  });

  it("for a taken port", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const address = other.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await refused("start", { PORT: String(port) })).toMatch(`Port ${port} is taken`);
    await new Promise((done) => other.close(done));
  });

  it("for a Node that is too old", async () => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })";
    expect(await refused("demo", {}, ["--import", `data:text/javascript,${encodeURIComponent(old)}`])).toMatch(
      /^Guildhall needs Node 20\.19 or newer; this is 18\.20\.4\./,
    );
  });

  it.each([
    [
      "an unreachable database",
      { DATABASE_URL: "postgres://a:b@127.0.0.1:9/x" },
      /127\.0\.0\.1:9 does not let us in.*ECONNREFUSED/,
    ],
    [
      "a database's address that is none",
      { DATABASE_URL: "localhost" },
      /DATABASE_URL must be a postgres:\/\/ address/,
    ],
    ["an owner's address alone", { DATABASE_OWNER_URL: "postgres://a:b@127.0.0.1:9/x" }, /set both, or neither/],
    ["plain http on a network", { PORTAL_URL: "http://guild.example.org" }, /ALLOW_HTTP=1/],
    [
      "T89: a sample secret",
      { AUTH_SECRET: "change-me-change-me-change-me-change-me" },
      /AUTH_SECRET is a sample value/,
    ],
    ["T89: a short secret", { AUTH_SECRET: "hunter2" }, /AUTH_SECRET must have at least 32 characters/],
  ])("for %s", async (_what, env, words) => {
    expect(await refused("start", env)).toMatch(words);
  });

  it.each([
    ["a mail server", { SMTP_URL: "smtp://mail.example.org" }, /demo sends no mail/],
    ["an outside host", { HOST: "0.0.0.0" }, /demo listens on this machine alone/],
    ["an outside address", { PORTAL_URL: "https://guild.example.org" }, /unset PORTAL_URL/],
    ["a sign-in provider", { AUTH_GITHUB_ID: "1" }, /no sign-in providers: unset AUTH_GITHUB_ID/],
  ])("for a demo with %s", async (_what, env, words) => {
    expect(await refused("demo", env)).toMatch(words);
  });
});

describe("T89: the web server, started without the launcher,", () => {
  it.each([
    ["no secret", { DATABASE_URL: "postgres://a:b@127.0.0.1:9/x" }, "AUTH_SECRET is missing"],
    ["no database", { AUTH_SECRET: "b3VyLW93bi1yYW5kb20td29yZHMtMDEyMzQ1Njc4OQ" }, "DATABASE_URL is missing"],
    ["a sample secret", { AUTH_SECRET: "change-me-change-me-change-me-change-me" }, "AUTH_SECRET is a sample value"],
  ])("does not start with %s", async (_what, env, words) => {
    const web = startChild({
      name: "web",
      args: [NEXT, "start", "--hostname", "127.0.0.1", "--port", String(await freePort())],
      env: neutralEnv({ NODE_ENV: "production", ...env }),
      stdio: ["ignore", "ignore", "pipe"],
    });
    const said = web.stderr ? text(web.stderr) : "";
    expect(await web.exited).toBe("code 1");
    expect(await said).toContain(words);
  });
});
