/** A join link as a square of light and dark, for a poster or a screen that is held up: drawn where the secret is still known. */
import { encode } from "uqr";
import { serverEnv } from "@/lib/env";
import type { Outcome } from "@/lib/gate/command";

export interface Qr {
  /** modules along one side, without the quiet margin */
  readonly size: number;
  /** SVG path of the dark modules, one unit each */
  readonly path: string;
}

export function qrOf(text: string): Qr {
  const { size, data } = encode(text, { ecc: "M", border: 0 });
  return { size, path: data.map(rowPath).join("") };
}

/** Neighbours in a row are one stroke, so that nothing shines through between them. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (!row[x] || row[x - 1]) continue;
    let wide = 1;
    while (row[x + wide]) wide++;
    path += `M${x} ${y}h${wide}v1h-${wide}z`;
  }
  return path;
}

/** The same outcome, with the picture of the link under the portal's own address. */
export function withQr<A extends string, D extends { token: string }>(
  outcome: Outcome<A, D>,
): Outcome<A, D & { qr: Qr }> {
  const { answer, done, data } = outcome;
  if (!data) return { answer, done, data: null };
  const address = new URL(`/join/${data.token}`, serverEnv().PORTAL_URL).href;
  return { answer, done, data: { ...data, qr: qrOf(address) } };
}
