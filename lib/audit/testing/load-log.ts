/** Takes a log with its seals from one database to another, as a dump does: rows as they are, and no trigger asked. */
import type pg from "pg";

export async function loadLog(from: pg.Client, to: pg.Client): Promise<void> {
  await to.query("begin");
  await to.query("set local session_replication_role = replica");
  for (const table of ["audit", "audit_seal"]) {
    const { rows } = await from.query(`select coalesce(array_agg(t::text), '{}') as lines from ${table} t`);
    await to.query(`delete from ${table}`);
    await to.query(
      `insert into ${table} overriding system value select (line::${table}).* from unnest($1::text[]) lines(line)`,
      [rows[0].lines],
    );
  }
  await to.query("select setval(pg_get_serial_sequence('audit', 'id'), (select coalesce(max(id), 1) from audit))");
  await to.query("commit");
}
