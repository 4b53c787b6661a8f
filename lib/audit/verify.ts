/** Holds the log against its seals: which of its lines are not what they were, and which seals are not. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { iso } from "@/lib/moment";
import type { Portal } from "@/lib/portal";
import { lineDigest, NO_SEAL, sealDigest } from "./canonical";

const TIMEOUT = 600_000;
/** among more lines of one seal that are wrong, it is not asked which of them changed places */
const PAIRED_AT_MOST = 200;

export type Fault =
  | { readonly kind: "changed" | "deleted" | "inserted"; readonly seal: number; readonly line: number }
  /** what was written as `line` stands as `now`, or under another transaction if that is the same number */
  | { readonly kind: "moved"; readonly seal: number; readonly line: number; readonly now: number }
  /** its own digest, its place, or what it says of the one before */
  | { readonly kind: "seal-changed" | "seal-missing"; readonly seal: number };

export interface Head {
  readonly number: number;
  readonly digest: string;
  readonly at: string;
}

export interface Verdict {
  readonly seals: number;
  readonly lines: number;
  readonly faults: readonly Fault[];
  readonly head: Head | null;
  /** not sealed yet */
  readonly waiting: { readonly lines: number; readonly since: string | null };
}

interface Seal {
  number: number;
  from: string;
  to: string;
  rows: number;
  previous: string;
  digest: string;
  own: boolean;
}

/** Walks all seals, oldest first. `onSeal` is told of each that was read. */
export async function verifyLog({ store }: Portal, onSeal: (number: number) => void = () => {}): Promise<Verdict> {
  return store.snapshot(
    async (read) => {
      const head = await findHead(read);
      const faults: Fault[] = [];
      let [seals, lines] = [0, 0];
      let before: Seal | null = null;
      for (;;) {
        const seal: Seal | null = await sealAfter(read, before?.number ?? 0, head?.number ?? 0);
        if (!seal) break;
        faults.push(...chainFaults(before, seal), ...(await lineFaults(read, seal)));
        seals++;
        lines += seal.rows;
        before = seal;
        onSeal(seal.number);
      }
      faults.push(...(await outOfReach(read)));
      return { seals, lines, faults, head, waiting: await waitingAfter(read, before?.to ?? "0") };
    },
    { statementTimeout: TIMEOUT },
  );
}

/** The last seal, which stands for the whole log up to it. */
export async function findHead(read: Reader): Promise<Head | null> {
  const [head] = await read.rows<Head>(
    sql`select number::float8 as number, digest, ${iso(sql`at`)} as at from audit_seal order by number desc limit 1`,
  );
  return head ?? null;
}

/** Whether a head that was kept elsewhere is one of the seals, whatever came after it. */
export async function isInChain({ store }: Portal, digest: string): Promise<boolean> {
  const rows = await store.reader.rows(sql`select 1 from audit_seal s where s.digest = ${digest} limit 1`);
  return rows.length > 0;
}

async function sealAfter(read: Reader, number: number, last: number): Promise<Seal | null> {
  const [seal] = await read.rows<Seal>(sql`
    select s.number::float8 as number, s.from_xid::text as "from", s.to_xid::text as "to", s.rows, s.previous, s.digest,
      s.digest = ${sealDigest} as own
    from audit_seal s where s.number > ${number} and s.number <= ${last} order by s.number limit 1`);
  return seal ?? null;
}

function chainFaults(before: Seal | null, seal: Seal): Fault[] {
  const expected = (before?.number ?? 0) + 1;
  if (seal.number !== expected) return [{ kind: "seal-missing", seal: expected }, ...ownFault(seal, true)];
  const joins = seal.previous === (before?.digest ?? NO_SEAL) && seal.from === (before?.to ?? "0");
  return ownFault(seal, joins);
}

const ownFault = ({ own, number }: Seal, joins: boolean): Fault[] =>
  own && joins ? [] : [{ kind: "seal-changed", seal: number }];

interface WrongRow {
  /** as the seal lists it; null: it does not */
  listed: number | null;
  /** as it stands there now; null: it does not */
  stands: number | null;
  /** it stands in the log, under a transaction that this seal does not cover */
  elsewhere: boolean;
}

async function lineFaults(read: Reader, { number, from, to }: Seal): Promise<Fault[]> {
  const wrong = await read.rows<WrongRow>(sql`
    with listed as (
      select l.id, substring(s.row_digests from (32 * l.n - 31)::int for 32) as digest
      from audit_seal s cross join lateral unnest(s.row_ids) with ordinality l(id, n) where s.number = ${number}),
    stands as (select a.id, ${lineDigest()} as digest from audit a where a.xid >= ${from}::bigint and a.xid < ${to}::bigint)
    select listed.id::float8 as listed, stands.id::float8 as stands,
      stands.id is null and exists (select 1 from audit a where a.id = listed.id) as elsewhere
    from listed full join stands on stands.id = listed.id
    where listed.digest is distinct from stands.digest
    order by coalesce(listed.id, stands.id)`);
  if (wrong.length === 0) return [];
  const moves = await movesAmong(read, number, wrong);
  const arrived = new Set(moves.values());
  return wrong.flatMap((row) => faultOf(number, row, moves, arrived));
}

function faultOf(
  seal: number,
  { listed, stands, elsewhere }: WrongRow,
  moves: Map<number, number>,
  arrived: Set<number>,
): Fault[] {
  if (listed === null) return stands === null || arrived.has(stands) ? [] : [{ kind: "inserted", seal, line: stands }];
  const now = moves.get(listed);
  if (now !== undefined) return [{ kind: "moved", seal, line: listed, now }];
  if (stands !== null) return [{ kind: "changed", seal, line: listed }];
  return [elsewhere ? { kind: "moved", seal, line: listed, now: listed } : { kind: "deleted", seal, line: listed }];
}

/** Lines that say, by the number of another, exactly what that other said: by the number that was theirs. */
async function movesAmong(read: Reader, seal: number, wrong: readonly WrongRow[]): Promise<Map<number, number>> {
  const from = wrong.flatMap(({ listed }) => listed ?? []);
  const to = wrong.flatMap(({ stands }) => stands ?? []);
  if (from.length > PAIRED_AT_MOST || to.length > PAIRED_AT_MOST) return new Map();
  const rows = await read.rows<{ was: number; now: number }>(sql`
    select l.id::float8 as was, a.id::float8 as now
    from audit_seal s cross join lateral unnest(s.row_ids) with ordinality l(id, n)
      join audit a on a.id = any(${sql.param(to)}::bigint[]) and a.id <> l.id
    where s.number = ${seal} and l.id = any(${sql.param(from)}::bigint[])
      and ${lineDigest(sql`l.id`)} = substring(s.row_digests from (32 * l.n - 31)::int for 32)`);
  return new Map(rows.map(({ was, now }) => [was, now]));
}

/** No transaction bears a number below zero, nor one that no server ever comes to: such a line was put where no seal looks. */
async function outOfReach(read: Reader): Promise<Fault[]> {
  const rows = await read.rows<{ id: number }>(sql`
    select a.id::float8 as id from audit a where (a.xid < 0 or a.xid >= 4611686018427387904)
      and not exists (select 1 from audit_seal s where a.id = any(s.row_ids)) order by a.id`);
  return rows.map(({ id }) => ({ kind: "inserted", seal: 0, line: id }));
}

async function waitingAfter(read: Reader, to: string): Promise<Verdict["waiting"]> {
  const [row] = await read.rows<{ lines: number; since: string | null }>(sql`
    select count(*)::int as lines, ${iso(sql`min(a.at)`)} as since from audit a where a.xid >= ${to}::bigint`);
  return row ?? { lines: 0, since: null };
}
