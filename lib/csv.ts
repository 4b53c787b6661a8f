/** Tables as CSV that a spreadsheet opens without running any of it: RFC 4180, UTF-8 with its mark. */
import { stringify } from "csv-stringify/sync";

/** The first sign of the file, by which spreadsheets know it for UTF-8. */
export const CSV_MARK = "\uFEFF";

/** What a spreadsheet would take for a formula, at the beginning of a cell. */
const RUNS = /^[=+\-@\t\r＝＋－＠]/u;

export type CsvValue = string | number | boolean | null;

/** Lines with their ends, without the mark. A cell that would run is text: it begins with an apostrophe. */
export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
  return stringify(
    rows.map((row) => row.map((value) => (typeof value === "string" && RUNS.test(value) ? `'${value}` : value))),
    // A line end of any kind breaks a cell that is not quoted, also one that is not ours.
    { record_delimiter: "windows", quoted_match: /[\r\n]/, cast: { boolean: (yes) => (yes ? "yes" : "no") } },
  );
}
