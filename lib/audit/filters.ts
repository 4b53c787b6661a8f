/** What somebody asks of the log, as the condition that an index answers and those that are asked of what it finds. */
import { type SQL, sql } from "drizzle-orm";
import { slugOf } from "@/lib/groups/address";
import { momentAt } from "@/lib/moment";
import { uuidOf } from "@/lib/uuid";

export interface LogQuery {
  readonly event?: string | null;
  /** id or address; what is none of any group or account finds nothing */
  readonly group?: string | null;
  /** ids */
  readonly person?: string | null;
  readonly actor?: string | null;
  /** name of a group type */
  readonly type?: string | null;
  /** the event that brought it about */
  readonly cause?: string | null;
  readonly request?: string | null;
  /** days as YYYY-MM-DD in UTC, both included */
  readonly from?: string | null;
  readonly to?: string | null;
}

export interface Narrowed {
  /** one equality with an index over (it, at, id), and the span of time */
  readonly driven: SQL;
  /** all others */
  readonly kept: SQL;
}

// In the order in which they are likely to leave little. Columns stand in this file alone; what was typed is a parameter.
const FILTERS: readonly (readonly [keyof LogQuery, (value: string) => SQL])[] = [
  ["request", (value) => sql`a.request_id = ${uuidOf(value)}::uuid`],
  ["person", (value) => sql`a.account_id = ${uuidOf(value)}::uuid`],
  ["group", (value) => sql`a.group_id = ${groupId(value)}`],
  ["actor", (value) => sql`a.actor_id = ${uuidOf(value)}::uuid`],
  ["type", (value) => sql`a.type = ${clean(value)}::text`],
  ["cause", (value) => sql`split_part(a.cause, ' ', 1) = ${clean(value)}::text and a.cause is not null`],
  ["event", (value) => sql`a.event = ${clean(value)}::text`],
];

function groupId(text: string): SQL {
  const id = uuidOf(text);
  return id ? sql`${id}::uuid` : sql`(select named.id from groups named where named.slug = ${slugOf(text)}::text)`;
}

const clean = (text: string) => text.replaceAll("\0", "");

export function narrowed(query: LogQuery): Narrowed {
  const said = FILTERS.flatMap(([key, condition]) => {
    const value = query[key];
    return value ? [condition(value)] : [];
  });
  const [driver = sql`true`, ...others] = said;
  return { driven: sql`${driver} and ${inSpan(query)}`, kept: sql.join([sql`true`, ...others], sql` and `) };
}

function inSpan({ from, to }: LogQuery): SQL {
  const [first, last] = [dayOf(from), dayOf(to)];
  const since = first ? sql`a.at >= ${first}::date at time zone 'utc'` : sql`true`;
  const until = last ? sql`a.at < (${last}::date + 1) at time zone 'utc'` : sql`true`;
  return sql`${since} and ${until}`;
}

/** A day that exists, between the first and the last year that anybody means; anything else asks for nothing. */
export function dayOf(text: string | null | undefined): string | null {
  if (!text || !/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** Behind the line at which the page before ended. */
export function behindLine(key: readonly string[] | null): SQL {
  return key ? sql`(a.at, a.id) < (${momentAt(key[0] ?? "0")}, ${key[1]}::bigint)` : sql`true`;
}
