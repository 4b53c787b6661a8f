/** All screens on a few large sheets: wide and narrow, by day and by night, each with its name. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { fileName, type SHOTS } from "./camera";
import type { Film } from "./film";

/** So many on a sheet can still be told apart. */
const ON_A_SHEET = 30;
const WIDE = 1360;

const SHOWN = ["1280 light", "1280 dark", "360 light", "360 dark"];

type Shots = typeof SHOTS;

/** Writes `contact-sheet.webp`, `contact-sheet-2.webp` … beside the pictures; resolves to how many. */
export async function makeContactSheets(
  browser: Browser,
  film: Film,
  folder: string,
  names: readonly string[],
  shots: Shots,
): Promise<number> {
  const page = await browser.newPage({ viewport: { width: WIDE, height: 900 } });
  const sheets = Math.ceil(names.length / ON_A_SHEET);
  for (let n = 0; n < sheets; n++) {
    const shown = names.slice(n * ON_A_SHEET, (n + 1) * ON_A_SHEET);
    await page.setContent(sheet(shown.map((name) => figure(folder, name, film.ending, shots)).join("")));
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const file = join(folder, `contact-sheet${n === 0 ? "" : `-${n + 1}`}.${film.ending}`);
    await (await film.keep(page, file, { width: WIDE, height, fine: false })).written;
  }
  await page.close();
  return sheets;
}

function figure(folder: string, name: string, ending: Film["ending"], shots: Shots): string {
  const type = ending === "jpg" ? "image/jpeg" : "image/webp";
  const shown = shots.filter(({ width, theme }) => SHOWN.includes(`${width} ${theme}`));
  const images = shown.map(({ width, theme }) => {
    const bytes = readFileSync(join(folder, fileName(name, width, theme, ending)));
    return `<span class="w${width}"><img src="data:${type};base64,${bytes.toString("base64")}"></span>`;
  });
  return `<figure><figcaption>${name}</figcaption><div>${images.join("")}</div></figure>`;
}

const sheet = (figures: string): string => `<!doctype html><style>
  body { margin: 20px; display: grid; grid-template-columns: 1fr 1fr; gap: 24px 20px; font: 15px system-ui; background: #8d8f86 }
  figure { margin: 0 } figcaption { margin-bottom: 4px; color: #fff; font-weight: 600 }
  div { display: flex; gap: 6px; align-items: start }
  span { display: block; overflow: hidden; height: 200px } img { display: block; width: 100% }
  .w1280 { width: 226px } .w360 { width: 90px }
</style>${figures}`;
