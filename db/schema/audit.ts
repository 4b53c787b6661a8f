/** The log. Rows refer to nothing by key: names are snapshots, so that the log outlives what it tells of. */
import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment("at").notNull().default(sql`portal_now()`),
    /** the writing transaction, by which a sealer later tells that nothing older is still open */
    xid: bigint("xid", { mode: "bigint" }).notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
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
    /** the event that brought this one about, in its own words, e.g. `permission.revoked group.request from member` */
    cause: text("cause"),
    reason: text("reason"),
    requestId: uuid("request_id").notNull(),
  },
  (t) => [
    index("audit_by_group").on(t.groupId, t.id),
    index("audit_by_account").on(t.accountId, t.id),
    index("audit_by_actor").on(t.actorId, t.id),
    index("audit_by_request").on(t.requestId),
    index("audit_by_type").on(t.type, t.id).where(sql`type is not null`),
  ],
);
