/** What is written is read back by a parser that is not ours, and nothing of it runs in a spreadsheet. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CSV_MARK, type CsvValue, csvLines } from "./csv";

const TRIGGER = /^[=+\-@\t\r＝＋－＠]/u;
const FORMULAS = [
  '=HYPERLINK("http://evil/","x")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  "=cmd|' /C calc'!A0",
];

const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(...FORMULAS, "", "'", "'=1", '"', '""', ",", "\n", "\r\n", "a\rb", " =1", "\uFEFF", "a;b", "0"),
  fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝"), fc.string()).map(([sign, rest]) => sign + rest),
);
const read = (text: string) =>
  parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];

/** Lone halves of a letter cannot be written as UTF-8 at all. */
const written = (text: string) => Buffer.from(text, "utf8").toString("utf8");

test("T53: whatever the cells hold, an independent parser reads them back, and none begins with what would run", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const table = rows.map((row) => row.map(written));
      const text = CSV_MARK + csvLines(table);
      const back = read(Buffer.from(text, "utf8").toString("utf8"));
      expect(back).toEqual(table.map((row) => row.map((one) => (TRIGGER.test(one) ? `'${one}` : one))));
      expect(back.flat().filter((one) => TRIGGER.test(one))).toEqual([]);
      // Without the sign that was put before it, everything is as it was.
      expect(
        back.map((row, y) => row.map((one, x) => (TRIGGER.test(table[y]?.[x] ?? "") ? one.slice(1) : one))),
      ).toEqual(table);
    }),
    { numRuns: 500 },
  );
});

test("T53: a line is one however its cells are broken, and ends as RFC 4180 says", () => {
  expect(
    csvLines([
      ["a", 'say "b"'],
      ["c\nd", "e,f"],
    ]),
  ).toBe('a,"say ""b"""\r\n"c\nd","e,f"\r\n');
  expect(csvLines([])).toBe("");
});

test("numbers, truth and nothing keep their looks; a number below zero is no formula", () => {
  const values: CsvValue[] = [-5, 0.5, true, false, null, ""];
  expect(csvLines([values])).toBe("-5,0.5,yes,no,,\r\n");
});

test.each(FORMULAS)("T53: %j is text", (formula) => {
  expect(read(csvLines([[formula, "x"]]))).toEqual([[`'${formula}`, "x"]]);
});
