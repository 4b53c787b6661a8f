import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isFree } from "../embedded/free-port";
import { Halt } from "../halt";
import { birthOf } from "../process";
import { claim, currentHolder } from "./lock";
import { keepPorts } from "./ports";
import { keepPurpose } from "./purpose";
import { keepSecrets } from "./secrets";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guildhall-test-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the lock", () => {
  const file = () => join(folder, "lock.json");

  it("says who holds it, what for, and since when", () => {
    claim(folder, "demo");
    expect(() => claim(folder, "start")).toThrow(Halt);
    expect(() => claim(folder, "start")).toThrow(new RegExp(`process ${process.pid} \\(demo, since 20\\d\\d-`));
    expect(currentHolder(folder)?.what).toBe("demo");
  });

  it("is free again once released", () => {
    claim(folder, "demo").release();
    expect(currentHolder(folder)).toBeUndefined();
    expect(claim(folder, "start").afterKill).toBe(false);
  });

  it("of a killed process holds nothing", async () => {
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "ignore" });
    const pid = other.pid ?? 0;
    claim(folder, "demo");
    const held = JSON.parse(readFileSync(file(), "utf8"));
    // What that process would have written.
    writeFileSync(file(), JSON.stringify({ ...held, pid, birth: birthOf(pid) }));
    expect(() => claim(folder, "start")).toThrow(`process ${pid}`);
    const gone = new Promise((done) => other.once("exit", done));
    other.kill("SIGKILL");
    await gone;
    expect(claim(folder, "start").afterKill).toBe(true);
  });

  it("is not held by a later process with the same number", () => {
    claim(folder, "demo");
    const held = JSON.parse(readFileSync(file(), "utf8"));
    writeFileSync(file(), JSON.stringify({ ...held, birth: "another boot 1234" }));
    expect(claim(folder, "start").afterKill).toBe(true);
  });

  it("leaves nothing else behind", () => {
    claim(folder, "demo").release();
    expect(existsSync(file())).toBe(false);
    claim(folder, "demo");
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
});

describe("secrets", () => {
  it("are random, kept, and for the owner of the folder alone", () => {
    const made = keepSecrets(folder);
    expect(new Set(Object.values(made)).size).toBe(5);
    expect(Object.values(made).every((value) => value.length >= 43)).toBe(true);
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(keepSecrets(folder)).toEqual(made);
  });

  it("that got lost beside a database are not made up again", () => {
    keepSecrets(folder);
    mkdirSync(join(folder, "database"));
    rmSync(join(folder, "secrets.json"));
    expect(() => keepSecrets(folder)).toThrow(/bring it back from a backup/);
  });

  it("that cannot be read are not replaced", () => {
    writeFileSync(join(folder, "secrets.json"), "{ half");
    expect(() => keepSecrets(folder)).toThrow(Halt);
    expect(readFileSync(join(folder, "secrets.json"), "utf8")).toBe("{ half");
  });
});

describe("inner ports", () => {
  it("are free, below 32768, and the same next time", async () => {
    const ports = await keepPorts(folder);
    for (const port of Object.values(ports)) {
      expect(port).toBeGreaterThanOrEqual(20_000);
      expect(port).toBeLessThan(32_768);
    }
    expect(await keepPorts(folder)).toEqual(ports);
  });

  it("are none that the portal is to listen at itself, and differ", async () => {
    const { database, bridge } = await keepPorts(folder);
    const moved = await keepPorts(folder, bridge);
    expect(moved).toEqual({ database, bridge: expect.any(Number) });
    expect([database, bridge]).not.toContain(moved.bridge);
    expect(await keepPorts(folder, database)).toEqual({ database: expect.any(Number), bridge: moved.bridge });
  });

  it("move when somebody else took one", async () => {
    const ports = await keepPorts(folder);
    const other = createServer();
    await new Promise<void>((done) => other.listen(ports.database, "127.0.0.1", done));
    expect(await isFree(ports.database)).toBe(false);
    const moved = await keepPorts(folder);
    expect(moved.database).not.toBe(ports.database);
    expect(moved.bridge).toBe(ports.bridge);
    await new Promise((done) => other.close(done));
  });
});

it("serves one purpose for good", () => {
  keepPurpose(folder, "demo");
  keepPurpose(folder, "demo");
  expect(() => keepPurpose(folder, "portal")).toThrow(/holds a demo, not a portal/);
});
