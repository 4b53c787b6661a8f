import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmCommand } from "./platform.mjs";

/** Installs when the lockfile has changed since the last time. Ends in a sentence if that was not possible. */
export async function install(root) {
  const lockfile = readFileSync(join(root, "package-lock.json"), "utf8");
  const digest = createHash("sha256").update(lockfile).digest("hex");
  const mark = join(root, "node_modules", ".guildhall-lock");
  if (existsSync(mark) && readFileSync(mark, "utf8") === digest) return;
  if (!isInstalled(lockfile, join(root, "node_modules", ".package-lock.json"))) {
    process.stdout.write("  Install packages (npm ci)\n");
    const begun = performance.now();
    const code = await run(root);
    if (code !== 0) return `npm ci failed (${code}): its words above say why. Mend that, then start again.`;
    process.stdout.write(
      `  Installed ${" ".repeat(24)}${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s\n`,
    );
  }
  try {
    writeFileSync(mark, digest);
  } catch {
    // A folder that cannot be written to needs no mark: comparing the two lists again is quick.
  }
}

/** Whether npm's own list of what it installed says the same as the lockfile; what is optional may be absent. */
export function isInstalled(lockfile, hiddenFile) {
  if (!existsSync(hiddenFile)) return false;
  const wanted = JSON.parse(lockfile).packages;
  const there = JSON.parse(readFileSync(hiddenFile, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    const found = there[path];
    if (path === "" || (!found && (optional || devOptional))) return true;
    return found?.version === version && found.integrity === integrity;
  });
}

/** Tools and platform binaries are wanted whatever NODE_ENV or npm's settings say. */
function run(root) {
  const npm = npmCommand({
    platform: process.platform,
    node: process.execPath,
    npmScript: process.env.npm_execpath,
  });
  const args = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const child = spawn(npm.command, [...npm.args, ...args], { cwd: root, shell: npm.shell, stdio: "inherit" });
  const pass = (signal) => child.kill(signal);
  process.once("SIGTERM", pass);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => {
      process.off("SIGTERM", pass);
      resolve(signal ?? code);
    });
  });
}
