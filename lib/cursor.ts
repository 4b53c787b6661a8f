/** Where the next page of a list begins: the sort key of the last line shown, opaque, and never believed unread. */
import { uuidOf } from "./uuid";

/** One part of a key: folded text, an id, a whole number (a rank, or a moment in milliseconds since 1970). */
export type KeyPart = "text" | "id" | "number";

export interface Page<Line> {
  readonly lines: readonly Line[];
  /** for the next page, null on the last one */
  readonly next: string | null;
}

const LONGEST = 2_000;
const GREATEST = 1e14;

const READS: Readonly<Record<KeyPart, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string" && !value.includes("\0"),
  id: (value) => typeof value === "string" && uuidOf(value) !== null,
  number: (value) => typeof value === "number" && Number.isInteger(value) && value >= 0 && value < GREATEST,
};

export function encodeCursor(key: readonly (string | number)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The key, if the text is one of this shape; anything else begins at the first page. */
export function decodeCursor(text: string | null | undefined, shape: readonly KeyPart[]): string[] | null {
  if (!text || text.length > LONGEST) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const key: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(key) || key.length !== shape.length) return null;
    return shape.every((part, n) => READS[part](key[n])) ? key.map(String) : null;
  } catch {
    return null;
  }
}

/** Cuts rows that were asked for one beyond the page, and points behind the last one kept. */
export function pageOf<Row, Line>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly (string | number)[],
  lineOf: (row: Row) => Line,
): Page<Line> {
  const kept = rows.slice(0, size);
  const last = kept.at(-1);
  return { lines: kept.map(lineOf), next: last && rows.length > size ? encodeCursor(keyOf(last)) : null };
}
