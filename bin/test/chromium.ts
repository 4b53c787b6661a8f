import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { operatorEnv } from "@/lib/env";
import { chromiumInstallers, chromiumPlaces } from "../first/platform.mjs";
import { Halt } from "../halt";
import { runTool } from "./tool";

/** The path of a Chromium that is there: found, or installed after saying so. */
export async function provideChromium(): Promise<string> {
  const chosen = operatorEnv().CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Halt(`CHROMIUM_PATH is ${chosen}, and there is nothing there.`);
  const found = chosen ?? findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  for (const command of chromiumInstallers({ platform: process.platform, isRoot, hasApt: hasApt() })) {
    console.log(`There is no Chromium. Now running: ${command.join(" ")}`);
    await run(command);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Halt("There is no Chromium and it could not be installed: install one and set CHROMIUM_PATH to it.");
}

function findChromium(): string | undefined {
  return [...chromiumPlaces(process.platform), chromium.executablePath()].find((path) => existsSync(path));
}

function hasApt(): boolean {
  return existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

/** What fails is seen by the browser's absence. */
async function run([command = "", ...args]: string[]): Promise<void> {
  if (command === "playwright") await runTool("@playwright/test", args, { minutes: 10 });
  else spawnSync(command, args, { stdio: "inherit" });
}
