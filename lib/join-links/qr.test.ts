import { expect, it } from "vitest";
import { qrOf } from "./qr";

const LINK = "https://guild.example/join/ghj_0123456789abcdefghijABCDEFGHIJ0123456789abc";

/** The modules that a path covers, row by row. */
function drawn({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => " "));
  for (const [, x = "", y = "", wide = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let n = 0; n < Number(wide); n++) (rows[Number(y)] as string[])[Number(x) + n] = "#";
  return rows.map((row) => row.join(""));
}

const FINDER = ["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"];

it("has its three finders in the corners, and is as large as a version of the code is", () => {
  const qr = qrOf(LINK);
  const rows = drawn(qr);
  expect((qr.size - 21) % 4).toBe(0);
  const corner = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
  expect(corner(0, 0)).toEqual(FINDER);
  expect(corner(qr.size - 7, 0)).toEqual(FINDER);
  expect(corner(0, qr.size - 7)).toEqual(FINDER);
  expect(corner(qr.size - 7, qr.size - 7)).not.toEqual(FINDER);
});

it("is another one for another link, and the same for the same", () => {
  expect(qrOf(LINK)).toEqual(qrOf(LINK));
  expect(qrOf(LINK).path).not.toBe(qrOf(`${LINK}x`).path);
});
