/** The log. Rows refer to nothing by key: names are snapshots, so that the log outlives what it tells of. */
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns";

export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment("at").notNull().default(sql`portal_now()`),
    /**
     * the writing transaction, by which a sealer later tells that nothing older is still open; counted from `audit_base()`
     * on, which is 0 until a dump was loaded into a server whose own counter lies behind
     */
    xid: bigint("xid", { mode: "bigint" }).notNull().default(sql`(pg_current_xact_id()::text)::bigint + audit_base()`),
    event: text("event").notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name"),
    accountId: uuid("account_id"),
    accountName: text("account_name"),
    groupId: uuid("group_id"),
    groupName: text("group_name"),
    type: text("type"),
    role: text("role"),
    permission: text("permission"),
    subjectId: uuid("subject_id"),
    before: jsonb("before"),
    after: jsonb("after"),
    /**
     * the event that brought this one about, in its own words, e.g. `permission.revoked group.request member`; with
     * `elsewhere` behind it where that befell another group
     */
    cause: text("cause"),
    reason: text("reason"),
    requestId: uuid("request_id").notNull(),
  },
  (t) => [
    // Whoever reads does so by time, within one of these: a page of a long log costs what a page of a short one does.
    index("audit_by_moment").on(t.at, t.id),
    index("audit_by_group").on(t.groupId, t.at, t.id),
    index("audit_by_account").on(t.accountId, t.at, t.id),
    index("audit_by_actor").on(t.actorId, t.at, t.id),
    index("audit_by_event").on(t.event, t.at, t.id),
    index("audit_by_cause").on(sql`split_part(cause, ' ', 1)`, t.at, t.id).where(sql`cause is not null`),
    index("audit_by_request").on(t.requestId, t.at, t.id),
    index("audit_by_type").on(t.type, t.id).where(sql`type is not null`),
    index("audit_by_transaction").on(t.xid, t.id),
  ],
);

/**
 * One seal over all rows whose transaction lies in [from, to): none of those can appear any more once every transaction
 * before `to` has ended. Each seal bears the digest of the one before.
 */
export const auditSeal = pgTable(
  "audit_seal",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    fromXid: bigint("from_xid", { mode: "bigint" }).notNull(),
    toXid: bigint("to_xid", { mode: "bigint" }).notNull(),
    rows: integer("rows").notNull(),
    digest: text("digest").notNull(),
    /** digest of the seal before; 64 zeros in the first */
    previous: text("previous").notNull().unique(),
    at: moment("at").notNull().default(sql`portal_now()`),
    /** the lines that it covers, in their order, and the digest of each, 32 bytes long: by these a changed one is named */
    rowIds: bigint("row_ids", { mode: "number" }).array().notNull(),
    rowDigests: bytes("row_digests").notNull(),
  },
  (t) => [
    check(
      "audit_seal_lines",
      sql`cardinality(${t.rowIds}) = ${t.rows} and octet_length(${t.rowDigests}) = 32 * ${t.rows}`,
    ),
    check("audit_seal_counts", sql`${t.number} > 0 and ${t.rows} >= 0 and ${t.fromXid} < ${t.toXid}`),
    check("audit_seal_digests", sql`${t.digest} ~ '^[0-9a-f]{64}$' and ${t.previous} ~ '^[0-9a-f]{64}$'`),
  ],
);
