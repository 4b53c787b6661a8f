/** The log as a file: the lines that the same reader gets on the page, by the same filters, a batch at a time. */
import { CSV_MARK, type CsvValue, csvLines } from "@/lib/csv";
import { type Limit, mayTry } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import type { LogQuery } from "./filters";
import type { LogLine } from "./line";
import { plain } from "./plain";
import { type LogPage, listGroupLog, listLog } from "./queries/list-log";
import { rightCalled, sentenceText } from "./sentence";

export const FORMATS = ["csv", "jsonl"] as const;
export type Format = (typeof FORMATS)[number];

const BATCH = 1_000;
/** Whoever wants more asks for a span of time after another. */
const EXPORTED_AT_MOST = 100_000;
const PER_ACCOUNT: Limit = { what: "log-export", allowed: 30, minutes: 60 };

export interface Asked {
  /** the address of the group whose log is meant; null: the whole log */
  readonly group: string | null;
  readonly query: LogQuery;
  readonly format: Format;
}

export type Export = { readonly kind: "file"; readonly parts: AsyncGenerator<string> } | { readonly kind: "too-often" };

/** Null where the log is not the viewer's to read. Throws the refusal `read-only` while they look as somebody else. */
export async function exportLog(viewer: Viewer, asked: Asked, atMost = EXPORTED_AT_MOST): Promise<Export | null> {
  const first = await batch(viewer, asked, null);
  if (!first) return null;
  refuseWhileViewing(viewer);
  if (!(await mayTry(viewer.portal, [PER_ACCOUNT, viewer.account?.id ?? ""]))) return { kind: "too-often" };
  return { kind: "file", parts: written(viewer, asked, first, atMost) };
}

function batch(viewer: Viewer, { group, query }: Asked, after: string | null): Promise<LogPage | null> {
  const paging = { after, size: BATCH };
  return group === null ? listLog(viewer, query, paging) : listGroupLog(viewer, group, query, paging);
}

/** Batches follow one another by the time of their lines: what is written meanwhile is newer than the first. */
async function* written(viewer: Viewer, asked: Asked, first: LogPage, atMost: number): AsyncGenerator<string> {
  const write = asked.format === "csv" ? csv : jsonLines;
  if (asked.format === "csv") yield CSV_MARK + csvLines([HEADERS]);
  let lines = 0;
  let page: LogPage | null = first;
  while (page) {
    const room = atMost - lines;
    if (page.lines.length > 0) yield write(page.lines.slice(0, room));
    lines += page.lines.length;
    if (lines > atMost || (lines === atMost && page.next !== null)) return yield ends(asked.format, atMost);
    if (page.next === null) return;
    page = await batch(viewer, asked, page.next);
  }
}

const HEADERS: readonly string[] = [
  ...["Line", "When (UTC)", "What happened", "Event", "Who", "Whom", "Group", "Group type", "Role", "Permission"],
  ...["Caused by", "Reason", "Before", "After", "Request"],
];

const csv = (lines: readonly LogLine[]) => csvLines(lines.map(cellsOf));

function cellsOf(line: LogLine): readonly CsvValue[] {
  const { id, at, event, actor, person, group, type, role, permission, cause, reason, before, after, request } = line;
  const names = [actor?.name ?? "", person?.name ?? "", group?.name ?? "", type?.label ?? "", role?.label ?? ""];
  const right = permission ? rightCalled(permission) : "";
  return [
    id,
    at,
    sentenceText(line),
    event,
    ...names,
    right,
    cause ?? "",
    reason ?? "",
    json(before),
    json(after),
    request,
  ];
}

/** Spelled so that nothing in it steers whoever prints it. */
const json = (value: unknown) => (value === null || value === undefined ? "" : plain(JSON.stringify(value)));

function jsonLines(lines: readonly LogLine[]): string {
  const one = (line: LogLine) => {
    const { roleLabels: _labels, causeRole: _role, ...said } = line;
    return `${plain(JSON.stringify({ ...said, says: sentenceText(line) }))}\n`;
  };
  return lines.map(one).join("");
}

/** A file that is not whole says so in its last line. */
function ends(format: Format, atMost: number): string {
  const words = `Only the newest ${atMost.toLocaleString("en")} lines are here. Narrow the span of time for older ones.`;
  return format === "csv" ? csvLines([["", "", words]]) : `${JSON.stringify({ says: words })}\n`;
}
