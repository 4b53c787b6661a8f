/** Promise: whatever was committed to the log is sealed exactly once, however the transactions that wrote it overtook one another. */
import { sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import type { Portal } from "@/lib/portal";
import { lineDigest, NO_SEAL, sealDigest } from "./canonical";

/** A seal covers about as many lines, or one transaction that wrote more. */
const LINES_AT_MOST = 10_000;
const LOCK = 7_119_210_048;
/** digesting a transaction of a million lines takes that long */
const TIMEOUT = 120_000;

/** The next seal, as far as it is known before its lines are read. Numbers of transactions stay text. */
interface Ahead {
  number: string;
  from: string;
  previous: string;
  /** no older transaction is open: whatever lies before it can be seen, and nothing comes any more */
  horizon: string;
  first: string | null;
  /** where the lines would be too many */
  cut: string | null;
}

/** This database counts its transactions from lower on than the one in which the log was sealed, and nobody let it count on. */
export class CounterBehind extends Error {
  constructor(horizon: string, sealed: string) {
    super(
      `The log was sealed up to transaction ${sealed}, and this database is only at ${horizon}: it was loaded from a backup. ` +
        "Nothing is sealed until the log counts on from there: start the portal anew, or call audit_count_on() as the database's owner.",
    );
  }
}

/** Seals what is there, at most `seals` times. Returns how many lines it sealed; 0 where nothing is new or another seals. */
export async function sealLog(portal: Portal, seals = 100): Promise<number> {
  await countOn(portal);
  return sealNext(portal, seals);
}

/**
 * Lets the log of a loaded backup count on; else it does nothing. The portal's start has seen to it; a backup that was
 * loaded since, under a running worker or before the first start, is seen to here. `lockTimeout`: milliseconds to wait
 * for whoever writes a line just now, those of every transaction unless it says.
 */
export async function countOn({ store, log }: Portal, lockTimeout?: number): Promise<void> {
  const [known] = await store.reader.rows<{ outrun: boolean }>(sql`select audit_is_behind() as outrun`);
  if (!known?.outrun) return;
  const [counted] = await store.transaction(
    (tx) => tx.rows<{ from: string | null }>(sql`select audit_count_on()::text as from`),
    { lockTimeout },
  );
  if (counted?.from)
    log.warn({ from: counted.from }, "loaded from a backup: the log is ahead of this server and goes on");
}

/** The sealing alone: for tests of what stands behind the counting on. */
export async function sealNext(portal: Portal, seals: number): Promise<number> {
  let lines = 0;
  for (let n = 0; n < seals; n++) {
    const sealed = await portal.store.transaction(sealOnce, { statementTimeout: TIMEOUT });
    lines += sealed;
    if (sealed === 0) break;
  }
  return lines;
}

async function sealOnce(tx: Writer): Promise<number> {
  const [turn] = await tx.rows<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}) as mine`);
  if (!turn?.mine) return 0;
  const [ahead] = await tx.rows<Ahead>(aheadStatement);
  if (!ahead) return 0;
  if (BigInt(ahead.horizon) < BigInt(ahead.from)) throw new CounterBehind(ahead.horizon, ahead.from);
  return ahead.first === null ? 0 : writeSeal(tx, ahead, endOf(ahead, ahead.first));
}

/** A seal never ends within a transaction: one that alone is too large is covered whole. */
function endOf({ horizon, cut }: Ahead, first: string): string {
  if (cut === null) return horizon;
  return cut === first ? String(BigInt(first) + 1n) : cut;
}

const aheadStatement = sql`
  with last as (select number, to_xid, digest from audit_seal order by number desc limit 1),
  ahead as (select coalesce(l.number, 0) + 1 as number, coalesce(l.to_xid, 0) as "from", coalesce(l.digest, ${NO_SEAL}) as previous,
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint + audit_base() as horizon
    from (select 1) one left join last l on true)
  select number::text, "from"::text, previous, horizon::text,
    (select a.xid::text from audit a where a.xid >= ahead."from" and a.xid < ahead.horizon
      order by a.xid, a.id limit 1) as first,
    (select a.xid::text from audit a where a.xid >= ahead."from" and a.xid < ahead.horizon
      order by a.xid, a.id offset ${LINES_AT_MOST} limit 1) as cut
  from ahead`;

async function writeSeal(tx: Writer, { number, from, previous }: Ahead, to: string): Promise<number> {
  const [seal] = await tx.rows<{ rows: number }>(sql`
    with s as (
      select ${number}::bigint as number, ${from}::bigint as from_xid, ${to}::bigint as to_xid, count(*)::int as rows,
        ${previous}::text as previous, portal_now() as at, array_agg(a.id order by a.xid, a.id) as row_ids,
        string_agg(${lineDigest()}, ''::bytea order by a.xid, a.id) as row_digests
      from audit a where a.xid >= ${from}::bigint and a.xid < ${to}::bigint)
    insert into audit_seal (number, from_xid, to_xid, rows, previous, at, row_ids, row_digests, digest)
    select s.*, ${sealDigest} from s returning rows`);
  return seal?.rows ?? 0;
}
