/**
 * Pictures of every screen, in four sizes, by day and by night, of a demo portal that is made for them:
 *   npm run pictures [-- --only NAME] [--to FOLDER] [--quick]
 * `--only` takes screens whose names begin so (several with commas); the folder is docs/pictures unless another is named;
 * `--quick` takes two of the eight pictures of each.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { provideChromium } from "@/bin/test/chromium";
import { startPortalForTests, type TestPortal } from "@/bin/test-portal";
import { fileName, QUICK_SHOTS, SHOTS, takePictures } from "./pictures/camera";
import { makeContactSheets } from "./pictures/contact-sheet";
import { loadFilm } from "./pictures/film";
import { People } from "./pictures/people";
import { SCREENS, type Screen } from "./pictures/screens";
import { setStage, withoutTable } from "./pictures/stage";
import { closePortalHere } from "./support/stand";

const { values } = parseArgs({
  options: { only: { type: "string" }, to: { type: "string" }, quick: { type: "boolean" } },
});
const beginnings = values.only?.split(",") ?? [""];
const folder = resolve(values.to ?? "docs/pictures");
const screens = SCREENS.filter(({ name }) => beginnings.some((one) => name.startsWith(one)));
const shots = values.quick ? QUICK_SHOTS : SHOTS;
const running: TestPortal[] = [];
let browser: Browser | null = null;

try {
  if (screens.length === 0) throw new Error(`No screen's name begins with ${values.only}`);
  browser = await chromium.launch({
    executablePath: await provideChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
  });
  await takeAll(browser);
} finally {
  await browser?.close();
  await closePortalHere();
  for (const portal of running) await portal.stop();
}
process.exit();

async function takeAll(browser: Browser): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [pageOf, film] = [await openPortals(browser), await loadFilm()];
  const names: string[] = [];
  let bytes = 0;
  for (const screen of screens) {
    const { page, url } = await pageOf(screen);
    const take = () => takePictures(page, film, folder, screen, url, shots);
    try {
      const written = screen.without ? await withoutTable(screen.without, take) : await take();
      bytes += written;
      names.push(screen.name);
      console.log(`${screen.name.padEnd(34)} ${Math.round(written / 1024)} kB`);
    } catch (error) {
      // The others are worth their pictures all the same.
      console.error(`${screen.name}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
  // Those that were not taken this time lie there from before: a sheet shows every screen.
  const there = SCREENS.map(({ name }) => name).filter((name) => isThere(name, film.ending));
  const sheets = await makeContactSheets(browser, film, folder, there, shots);
  console.log(
    `${names.length} screens, ${(bytes / 1024 / 1024).toFixed(1)} MB, ${sheets} contact sheets, in ${folder}`,
  );
}

function isThere(name: string, ending: string): boolean {
  return shots.every(({ width, theme }) => existsSync(join(folder, fileName(name, width, theme, ending))));
}

/** The demo, and where a screen wants it a portal in which nobody is yet. */
async function openPortals(browser: Browser): Promise<(screen: Screen) => Promise<{ page: Page; url: string }>> {
  const demo = await start({ name: "pictures" });
  process.env.E2E_ADDRESS = demo.address;
  process.env.E2E_OWNER_URL = demo.ownerUrl;
  process.env.E2E_APP_URL = demo.appUrl;
  process.env.E2E_FOLDER = demo.folder;
  const stage = await setStage();
  const people = new People(browser, stage);
  const empty = screens.some((screen) => screen.empty)
    ? await start({ name: "pictures-empty", mode: "start" as const })
    : demo;
  const setup = /\/setup\/ghs_[\w-]+/.exec(empty.output())?.[0] ?? "";
  return async (screen) => {
    if (!screen.empty) return { page: await people.of(screen.who), url: demo.address + screen.path(stage) };
    const path = screen.path(stage).replace("/setup/[token]", setup);
    return { page: await people.ofEmpty(screen.who, empty.address + setup), url: empty.address + path };
  };
}

async function start(options: Parameters<typeof startPortalForTests>[0]): Promise<TestPortal> {
  const portal = await startPortalForTests(options);
  running.push(portal);
  return portal;
}
