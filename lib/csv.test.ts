/** What is written is read back by a parser that is not ours, and nothing of it runs in a spreadsheet. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CSV_MARK, type CsvValue, csvLines, unguarded } from "./csv";

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
/** Formulas for a spreadsheet that splits at another mark, or at every line. */
const WITHIN = ["a;=1+1;b", "a;b;+1", "a; =1", 'a;"=1"', "a\t-1", "a\n=1+1\nb", "a,\r\n@x", ";＝1", "Officer; =x"];

const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    ...FORMULAS,
    ...WITHIN,
    "",
    "'",
    "''=1",
    "'\t",
    "a;'=1",
    "'=1",
    '"',
    '""',
    ",",
    "\n",
    "\r\n",
    "a\rb",
    " =1",
    "\uFEFF",
    "a;b",
    "0",
  ),
  fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝"), fc.string()).map(([sign, rest]) => sign + rest),
  fc.array(fc.constantFrom("=", "-", ";", "\t", "\r", "\n", "'", '"', " ", ",", "a")).map((signs) => signs.join("")),
);
const read = (text: string) =>
  parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];

const linesOf = (text: string) => text.replace(CSV_MARK, "").split(/\r\n|\r|\n/);

/** Lone halves of a letter cannot be written as UTF-8 at all. */
const written = (text: string) => Buffer.from(text, "utf8").toString("utf8");

test("T53: whatever the cells hold, an independent parser reads them back, and none begins with what would run", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const table = rows.map((row) => row.map(written));
      const text = CSV_MARK + csvLines(table);
      const back = read(Buffer.from(text, "utf8").toString("utf8"));
      expect(back.flat().filter((one) => TRIGGER.test(one))).toEqual([]);
      // Without the signs that were put there, everything is as it was.
      expect(back.map((row) => row.map(unguarded))).toEqual(table);
      // Nor does a piece of it begin so for whoever splits at another mark, with quotes and spaces taken off.
      const pieces = [/;/, /\t/, /[;\t]/].flatMap((mark) => linesOf(text).flatMap((line) => line.split(mark)));
      expect(pieces.filter((piece) => TRIGGER.test(piece.replace(/^[ "\t]+/, "")))).toEqual([]);
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
  expect(read(csvLines([[formula, "x"]]))[0]?.[0]).toMatch(/^'/);
});

test("T53: a cell within a cell is text too, and what is none stays as it is", () => {
  const said = (text: string) => read(csvLines([[text, "x"]]))[0]?.[0];
  expect(said("a;=1+1;b")).toBe("a;'=1+1;b");
  expect(said('a; "=1"')).toBe(`a; "'=1"`);
  expect(said("a\r\n=1\r\n\r\nb")).toBe("a\r\n'=1\r\n\r\nb");
  expect(said("'=1")).toBe("''=1");
  for (const plain of ["a-b; c=d", "5 - 3", "it's; 'so'", "a; b\nc"]) expect(said(plain)).toBe(plain);
});
