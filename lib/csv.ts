/** Tables as CSV that a spreadsheet opens without running any of it: RFC 4180, UTF-8 with its mark. */
import { stringify } from "csv-stringify/sync";

/** The first sign of the file, by which spreadsheets know it for UTF-8. */
export const CSV_MARK = "\uFEFF";

/**
 * Where a spreadsheet would take what follows for a formula: at the beginning of a cell, and where one begins if it splits at
 * other marks than ours, or line by line. Spaces and quotes before it may be taken off; apostrophes are counted, so that the
 * sign that is put there can be taken away again.
 */
const RUNS = /(^|[;\t\r\n])([ "]*)(?='*[=+\-@＝＋－＠])/gu;
const GUARDED = /(^|[;\t\r\n])([ "]*)'(?='*[=+\-@＝＋－＠])/gu;

/** A cell that would run is text: it begins with an apostrophe. */
function guarded(cell: string): string {
  const within = cell.replace(RUNS, "$1$2'");
  return /^'*[\t\r]/.test(within) ? `'${within}` : within;
}

/** The cell as it was before it was written by `csvLines`. */
export const unguarded = (cell: string): string => cell.replace(/^'(?='*[\t\r])/, "").replace(GUARDED, "$1$2");

export type CsvValue = string | number | boolean | null;

/** Lines with their ends, without the mark. Nothing in them runs. */
export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
  return stringify(
    rows.map((row) => row.map((value) => (typeof value === "string" ? guarded(value) : value))),
    // A line end of any kind breaks a cell that is not quoted, also one that is not ours.
    { record_delimiter: "windows", quoted_match: /[\r\n]/, cast: { boolean: (yes) => (yes ? "yes" : "no") } },
  );
}
