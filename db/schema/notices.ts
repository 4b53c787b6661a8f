/** What people are told, and the outbox that carries it out of the portal. */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";
import { account } from "./people";

/** One line to one person. A group is named by id only: its name is looked up when read, if the reader may see it then. */
export const notice = pgTable(
  "notice",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    event: text("event").notNull(),
    groupId: uuid("group_id"),
    actorId: uuid("actor_id"),
    role: text("role"),
    cause: text("cause"),
    reason: text("reason"),
    /** what belongs to one change shares this, so that ten lines of one cause become one mail */
    requestId: uuid("request_id").notNull(),
    createdAt: createdAt(),
    readAt: moment("read_at"),
    /** when it was settled which mail says it, or that none does */
    mailedAt: moment("mailed_at"),
  },
  (t) => [
    index("notice_by_account").on(t.accountId, t.createdAt, t.id),
    index("notice_unread").on(t.accountId).where(sql`read_at is null`),
    index("notice_unmailed").on(t.accountId, t.requestId).where(sql`mailed_at is null`),
  ],
);

/** What somebody said of one kind of notice; without a row the kind's own default holds. */
export const noticePreference = pgTable(
  "notice_preference",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    mail: boolean("mail").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.kind] })],
);

/** Work to be done outside the transaction that asked for it: leased by status and time, never by id. */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    kind: text("kind", { enum: ["mail"] }).notNull(),
    payload: jsonb("payload").notNull(),
    status: text("status", { enum: ["waiting", "done", "failed"] })
      .notNull()
      .default("waiting"),
    dueAt: moment("due_at").notNull().default(sql`portal_now()`),
    leasedUntil: moment("leased_until"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    /** what is asked for again while it waits becomes one errand: each time `stamp` is raised, which locks the row */
    key: text("key"),
    stamp: integer("stamp").notNull().default(0),
    createdAt: createdAt(),
    doneAt: moment("done_at"),
  },
  (t) => [
    index("outbox_waiting").on(t.dueAt).where(sql`status = 'waiting'`),
    index("outbox_failed").on(t.createdAt, t.id).where(sql`status = 'failed'`),
    uniqueIndex("outbox_waiting_once").on(t.key).where(sql`status = 'waiting' and key is not null`),
    check("outbox_done_has_time", sql`(${t.status} = 'done') = (${t.doneAt} is not null)`),
  ],
);

/** Mail as it left, or as it would have left where no mail server is set; with its key only where a page shows it. */
export const sentMail = pgTable(
  "sent_mail",
  {
    id: uuid("id").primaryKey(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** as it would have looked; null where no page shows it */
    html: text("html"),
    createdAt: createdAt(),
  },
  (t) => [index("sent_mail_by_time").on(t.createdAt, t.id)],
);
