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
  /** one value of one column with an index over (it, at, id), and the span of time */
  readonly driven: SQL;
  /** the column, by which lines are sorted before their time: only its index has them in that order */
  readonly by: SQL | null;
  /** all others */
  readonly kept: SQL;
}

interface Filter {
  readonly column: SQL;
  readonly value: SQL;
}

// In the order in which they are likely to leave little. Columns stand in this file alone; what was typed is a parameter.
const FILTERS: readonly (readonly [keyof LogQuery, (value: string) => Filter])[] = [
  ["request", (value) => ({ column: sql`a.request_id`, value: sql`${uuidOf(value)}::uuid` })],
  ["person", (value) => ({ column: sql`a.account_id`, value: sql`${uuidOf(value)}::uuid` })],
  ["group", (value) => ({ column: sql`a.group_id`, value: groupId(value) })],
  ["actor", (value) => ({ column: sql`a.actor_id`, value: sql`${uuidOf(value)}::uuid` })],
  ["type", (value) => ({ column: sql`a.type`, value: sql`${clean(value)}::text` })],
  ["cause", (value) => ({ column: sql`split_part(a.cause, ' ', 1)`, value: sql`${clean(value)}::text` })],
  ["event", (value) => ({ column: sql`a.event`, value: sql`${clean(value)}::text` })],
];

export function narrowed(query: LogQuery): Narrowed {
  const [driver, ...others] = FILTERS.flatMap(([key, filter]) => {
    const value = query[key];
    return value ? [filter(value)] : [];
  });
  const kept = others.map(({ column, value }) => sql`${column} = ${value}`);
  return {
    driven: sql`${driver ? only(driver) : sql`true`} and ${inSpan(query)}`,
    by: driver?.column ?? null,
    kept: sql.join([sql`true`, ...kept], sql` and `),
  };
}

// As a span of one value: an equality would let PostgreSQL forget the column in the order, and walk along the time instead,
// through any number of lines about something else.
const only = ({ column, value }: Filter): SQL => sql`${column} >= ${value} and ${column} <= ${value}
  and ${column} is not null`;

function groupId(text: string): SQL {
  const id = uuidOf(text);
  return id ? sql`${id}::uuid` : sql`(select named.id from groups named where named.slug = ${slugOf(text)}::text)`;
}

const clean = (text: string) => text.replaceAll("\0", "");

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
