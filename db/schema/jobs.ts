/** Work too long for one request: carried out by the worker for the account that asked, and looked at meanwhile. */
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";
import { account } from "./people";

export const job = pgTable(
  "job",
  {
    id: id(),
    kind: text("kind").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    /** under which the log has all that it does */
    requestId: uuid("request_id").notNull(),
    input: jsonb("input").notNull(),
    status: text("status", { enum: ["waiting", "running", "done", "failed"] })
      .notNull()
      .default("waiting"),
    /** where it is now, and how far in that; written over a second connection while the work's own transaction is open */
    phase: text("phase"),
    phaseDone: integer("phase_done"),
    phaseTotal: integer("phase_total"),
    /** the command's word, where it is one command; null for many lines */
    answer: text("answer"),
    outcome: jsonb("outcome"),
    error: text("error"),
    attempts: integer("attempts").notNull().default(0),
    leasedUntil: moment("leased_until"),
    createdAt: createdAt(),
    startedAt: moment("started_at"),
    endedAt: moment("ended_at"),
  },
  (t) => [
    index("job_open").on(t.createdAt, t.id).where(sql`status in ('waiting', 'running')`),
    index("job_by_account").on(t.accountId, t.createdAt, t.id),
    check("job_status_known", sql`${t.status} in ('waiting','running','done','failed')`),
    check("job_ended_when_over", sql`(${t.status} in ('done','failed')) = (${t.endedAt} is not null)`),
  ],
);

/** One of many things to do, each a command of its own; what has an answer is not done again. */
export const jobLine = pgTable(
  "job_line",
  {
    jobId: uuid("job_id")
      .notNull()
      .references(() => job.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    input: jsonb("input").notNull(),
    /** as it was typed or chosen, for the report where it names nobody */
    said: text("said").notNull().default(""),
    accountId: uuid("account_id"),
    groupId: uuid("group_id"),
    answer: text("answer"),
    done: boolean("done"),
    /** what is to be known of it besides its word */
    detail: jsonb("detail"),
    endedAt: moment("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.number] }),
    index("job_line_open").on(t.jobId, t.number).where(sql`answer is null`),
    check("job_line_answered_whole", sql`(${t.answer} is null) = (${t.done} is null)`),
  ],
);
