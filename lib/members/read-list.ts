/** People as somebody wrote them down, pasted or from a file: one a line, a name or an address, then roles and an end. */
import { CsvError, parse } from "csv-parse/sync";
import { unguarded } from "@/lib/csv";
import { fold } from "@/lib/fold";

export const MOST_ROWS = 1_000;

export interface WrittenRow {
  /** of the text, beginning with 1 */
  readonly line: number;
  readonly who: string;
  /** names or labels of roles */
  readonly roles: readonly string[];
  /** the last day, as year, month and day */
  readonly until: string | null;
}

export interface ReadList {
  readonly rows: readonly WrittenRow[];
  /** sentences, each with its line; nothing may be done while there is one */
  readonly problems: readonly string[];
}

type Part = "who" | "roles" | "until" | "other";

/** What a first line may call its columns; a file of the portal's own has more, which say nothing here. */
const TITLES: Readonly<Record<string, Part>> = {
  ...{
    name: "who",
    person: "who",
    people: "who",
    address: "who",
    "e-mail": "who",
    email: "who",
    "name or address": "who",
  },
  ...{ roles: "roles", role: "roles", until: "until", end: "until", ends: "until" },
  ...{ title: "other", leads: "other", since: "other", how: "other" },
};
const UNTITLED: readonly Part[] = ["who", "roles", "until"];
const MOST_PROBLEMS = 20;

/** `today`: the database's day, as `2026-03-04`. */
export function readList(text: string, today: string): ReadList {
  const records = recordsOf(text);
  if (typeof records === "string") return { rows: [], problems: [records] };
  const titles = records[0] && titlesOf(records[0].cells);
  const body = titles ? records.slice(1) : records;
  if (body.length === 0) return { rows: [], problems: ["There is nobody in it. Write one person a line."] };
  if (body.length > MOST_ROWS)
    return {
      rows: [],
      problems: [
        `At most ${MOST_ROWS.toLocaleString("en")} people at once; these are ${body.length.toLocaleString("en")}. Split the list.`,
      ],
    };
  const problems: string[] = [];
  const rows = body.map((record) => rowOf(record, titles ?? UNTITLED, today, problems));
  const more = problems.length - MOST_PROBLEMS;
  const said = more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `… and ${more} more like these.`] : problems;
  return { rows: problems.length > 0 ? [] : rows, problems: said };
}

interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The records, or what keeps them from being read. */
function recordsOf(text: string): readonly CsvLine[] | string {
  try {
    const parsed = parse(text.replaceAll(/[\0\p{Cs}]/gu, " "), {
      ...{ bom: true, delimiter: delimiterOf(text), info: true, relax_column_count: true, skip_empty_lines: true },
      ...{ trim: true, max_record_size: 4_000 },
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return parsed
      .map(({ info, record }) => ({ line: info.lines, cells: record.map(unguarded) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 0);
    return `${line > 0 ? `Line ${line}` : "Somewhere"}: a quotation mark begins or ends where none may. Put a whole cell in quotation marks, and double those inside it.`;
  }
}

/** Tabs, as a spreadsheet copies; else whichever of the two marks the first line has. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  if (first.includes("\t")) return "\t";
  return first.includes(";") && !first.includes(",") ? ";" : ",";
}

function titlesOf(cells: readonly string[]): readonly Part[] | null {
  const parts = cells.map((cell) => TITLES[fold(cell)]);
  return parts.includes("who") && parts.every((part) => part !== undefined) ? (parts as Part[]) : null;
}

function rowOf({ line, cells }: CsvLine, parts: readonly Part[], today: string, problems: string[]): WrittenRow {
  const say = (what: string) => problems.push(`Line ${line}: ${what}`);
  const cell = (part: Part) => cells[parts.indexOf(part)] ?? "";
  const who = cell("who");
  const untold = { line, who, roles: [], until: null };
  if (cells.slice(parts.length).some((extra) => extra !== "")) {
    say(
      `more than ${parts.length} columns. There are a name, roles, and a last day; put a name with a comma in quotation marks.`,
    );
    return untold;
  }
  if (who === "") say("nobody is named.");
  else if (who.length > 320) say("this name is too long.");
  const until = dayOf(cell("until"));
  if (until === undefined) say(`“${cell("until").slice(0, 40)}” is no day. Write it as year, month and day: ${today}.`);
  else if (until && until < today) say(`${until} is over already.`);
  const roles = cell("roles")
    .split(/[;,|]/)
    .map((role) => role.trim());
  return { line, who, roles: [...new Set(roles.filter((role) => role !== ""))], until: until ?? null };
}

/** Null for an empty cell, undefined for what is no day. A moment counts by its day. */
function dayOf(text: string): string | null | undefined {
  if (text === "") return null;
  const day = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+Z)?$/.exec(text)?.[1];
  const parsed = day ? new Date(`${day}T00:00:00.000Z`) : null;
  return parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day ?? "-") ? day : undefined;
}
