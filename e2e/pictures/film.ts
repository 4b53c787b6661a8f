/** What a picture is kept as: WebP where the framework brought its image library along, JPEG otherwise. */
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";

type Sharp = typeof import("sharp").default;

export interface Size {
  readonly width: number;
  readonly height: number;
  /** to be looked at by itself, where others are leafed through */
  readonly fine: boolean;
}

export interface Film {
  readonly ending: "webp" | "jpg";
  /** takes what the page shows from its top, `height` pixels of it; the page is free again while `written` goes on */
  keep(page: Page, file: string, size: Size): Promise<{ written: Promise<number> }>;
}

export async function loadFilm(): Promise<Film> {
  const sharp = await import("sharp").then(
    (found) => found.default,
    () => null,
  );
  return sharp ? webp(sharp) : { ending: "jpg", keep: (page, file, size) => shoot(page, size, file) };
}

const webp = (sharp: Sharp): Film => ({
  ending: "webp",
  async keep(page, file, size) {
    const taken = sharp(await picture(page, size, { type: "png" }));
    // Few colours and sharp letters: at this quality nothing is lost that one reads, and a wide page stays small.
    const written = taken.webp({ quality: size.fine ? 80 : 30, effort: 4 }).toFile(file);
    return { written: written.then(({ size: bytes }) => bytes) };
  },
});

async function shoot(page: Page, size: Size, file: string) {
  const bytes = await picture(page, size, { type: "jpeg", quality: 70 });
  writeFileSync(file, bytes);
  return { written: Promise.resolve(bytes.length) };
}

type Type = { type: "png" } | { type: "jpeg"; quality: number };

const picture = (page: Page, { width, height }: Size, type: Type): Promise<Buffer> =>
  page.screenshot({ ...type, fullPage: true, animations: "disabled", clip: { x: 0, y: 0, width, height } });
