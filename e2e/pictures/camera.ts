/** Goes to a screen and takes it in every size and theme. One load serves all eight: only the window changes. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Film } from "./film";
import { FRAMED, type Screen } from "./screens";

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
  { width: 1680, height: 1050 },
] as const;
const THEMES = ["light", "dark"] as const;

export const SHOTS = SIZES.flatMap((size) => THEMES.map((theme) => ({ ...size, theme })));
/** What shows most of what can be wrong, where there is no time for all. */
export const QUICK_SHOTS = SHOTS.filter(
  ({ width, theme }) => `${width} ${theme}` === "1280 light" || `${width} ${theme}` === "360 dark",
);

/** What lies further down is no news, and makes the file large. */
const TALLEST = 1250;

export const fileName = (name: string, width: number, theme: string, ending: string): string =>
  `${name}-${width}-${theme}.${ending}`;

/** Resolves to how many bytes were written. */
export async function takePictures(
  page: Page,
  film: Film,
  folder: string,
  { name, status, act }: Screen,
  url: string,
  shots: typeof SHOTS,
) {
  const answer = (await page.goto(url, { waitUntil: "networkidle" }))?.status();
  if (answer !== status) throw new Error(`${name} answered ${answer}, not ${status}: ${url}`);
  await act?.(page);
  await page.evaluate(putDown);
  const written: Promise<number>[] = [];
  for (const { width, height, theme } of shots) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: "attached" });
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const file = join(folder, fileName(name, width, theme, film.ending));
    written.push(
      (await film.keep(page, file, { width, height: Math.min(whole, TALLEST), fine: FRAMED.includes(name) })).written,
    );
  }
  return (await Promise.all(written)).reduce((sum, bytes) => sum + bytes, 0);
}

/** What floats above the page while one scrolls lies where it belongs in a picture of the whole. */
function putDown(): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-afloat]")) one.style.position = "static";
}
