import { describe, expect, it } from "vitest";
import { csvLines } from "@/lib/csv";
import { MOST_ROWS, readList } from "./read-list";

const TODAY = "2026-03-04";
const rows = (text: string) => readList(text, TODAY).rows;
const problems = (text: string) => readList(text, TODAY).problems;

describe("a list of people as somebody wrote it", () => {
  it("is one name a line, with or without a title", () => {
    const plain = [{ line: 1, who: "Ada Lovelace", roles: [], until: null }];
    expect(rows("Ada Lovelace")).toEqual(plain);
    expect(rows("\uFEFFName\r\nAda Lovelace\r\n\r\n")).toEqual([{ ...plain[0], line: 2 }]);
    expect(rows("  Ada Lovelace , , \n\n ,\nBob\n").map(({ who, line }) => [who, line])).toEqual([
      ["Ada Lovelace", 1],
      ["Bob", 4],
    ]);
  });

  it("may name roles and a last day, in the order of the titles, by any of three marks", () => {
    const ada = { who: "Ada", roles: ["Officer", "Clerk"], until: "2026-12-31" };
    expect(rows('Ada,"Officer, Clerk",2026-12-31')).toEqual([{ line: 1, ...ada }]);
    expect(rows("Ada;Officer|Clerk;2026-12-31")).toEqual([{ line: 1, ...ada }]);
    expect(rows("Until\tE-Mail\tRole\n2026-12-31\tAda\tOfficer;Clerk")).toEqual([{ line: 2, ...ada }]);
  });

  it("reads the portal's own file of members, with what a spreadsheet would run", () => {
    const file = csvLines([
      ["Name", "Title", "Roles", "Leads", "Since", "Until", "How"],
      ["=Ada", "Keeper", "Officer; -Clerk", true, "2026-01-01T00:00:00.000Z", "2026-12-31T23:59:59.000Z", "Joined"],
    ]);
    expect(file).toContain("'=Ada,Keeper,Officer; '-Clerk");
    expect(rows(file)).toEqual([{ line: 2, who: "=Ada", roles: ["Officer", "-Clerk"], until: "2026-12-31" }]);
  });

  it("says what is wrong, and in which line", () => {
    expect(problems("Ada\nBob,,31.12.2026\nCleo,,2026-02-30\nDan,,2026-03-03")).toEqual([
      "Line 2: “31.12.2026” is no day. Write it as year, month and day: 2026-03-04.",
      "Line 3: “2026-02-30” is no day. Write it as year, month and day: 2026-03-04.",
      "Line 4: 2026-03-03 is over already.",
    ]);
    expect(problems("Lovelace, Ada, of London, 1815, x")[0]).toContain("Line 1: more than 3 columns.");
    expect(problems('Ada\n"Bob" the builder')[0]).toMatch(/^Line 2: a quotation mark/);
    expect(problems('Ada\n"Bob')[0]).toContain("a quotation mark");
    expect(problems("name,role\n,Officer")).toEqual(["Line 2: nobody is named."]);
    expect(problems("Name\n")[0]).toContain("nobody in it");
    expect(problems("")[0]).toContain("nobody in it");
  });

  it("holds a thousand people and no more, and says a handful of problems of many", () => {
    expect(rows("Ada\n".repeat(MOST_ROWS))).toHaveLength(MOST_ROWS);
    expect(problems("Ada\n".repeat(MOST_ROWS + 1))[0]).toContain("At most 1,000 people at once; these are 1,001.");
    expect(problems("Ada,,never\n".repeat(100))).toHaveLength(21);
  });

  it("takes no letter that the database cannot hold", () => {
    expect(rows("A\0da\ud800")[0]?.who).not.toMatch(/[\0\p{Cs}]/u);
  });
});
