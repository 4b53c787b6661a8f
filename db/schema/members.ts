/** Who is in which group, with which roles, and who is in charge. */
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";
import { groupRole } from "./group-types";
import { group } from "./groups";
import { account } from "./people";

export const membership = pgTable(
  "membership",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "restrict" }),
    since: moment("since").notNull().default(sql`portal_now()`),
    until: moment("until"),
    how: text("how", { enum: ["joined", "link", "request", "added", "created"] }).notNull(),
    byId: uuid("by_id").references(() => account.id, { onDelete: "set null" }),
    linkId: uuid("link_id"),
    title: text("title").notNull().default(""),
    note: text("note").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.accountId] }),
    index("membership_account").on(t.accountId, t.groupId),
    index("membership_since").on(t.groupId, t.since, t.accountId),
    index("membership_until").on(t.until).where(sql`until is not null`),
    check("membership_title_length", sql`char_length(${t.title}) <= 80`),
    check("membership_note_length", sql`char_length(${t.note}) <= 500`),
  ],
);

/** Custom roles on a membership; the type stands beside them so that only roles of the group's own type fit. */
export const membershipRole = pgTable(
  "membership_role",
  {
    groupId: uuid("group_id").notNull(),
    accountId: uuid("account_id").notNull(),
    type: text("type").notNull(),
    role: text("role").notNull(),
    kind: text("kind").notNull().default("custom"),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.accountId, t.role] }),
    foreignKey({
      columns: [t.groupId, t.accountId],
      foreignColumns: [membership.groupId, membership.accountId],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.groupId, t.type], foreignColumns: [group.id, group.type] }).onDelete("cascade"),
    foreignKey({
      columns: [t.type, t.role, t.kind],
      foreignColumns: [groupRole.type, groupRole.name, groupRole.kind],
    }).onDelete("cascade"),
    index("membership_role_role").on(t.type, t.role),
    check("membership_role_is_custom", sql`${t.kind} = 'custom'`),
  ],
);

/** In charge of a group: an account, or every member of a leader group (one level). */
export const leader = pgTable(
  "leader",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    accountId: uuid("account_id").references(() => account.id, { onDelete: "restrict" }),
    leaderGroupId: uuid("leader_group_id").references(() => group.id, { onDelete: "cascade" }),
    byId: uuid("by_id").references(() => account.id, { onDelete: "set null" }),
    /** set while an appointed account is not eligible for the group; it still leads */
    flaggedAt: moment("flagged_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("leader_account_once").on(t.groupId, t.accountId).where(sql`account_id is not null`),
    uniqueIndex("leader_group_once").on(t.groupId, t.leaderGroupId).where(sql`leader_group_id is not null`),
    index("leader_group").on(t.groupId),
    index("leader_account").on(t.accountId),
    index("leader_leader_group").on(t.leaderGroupId),
    check("leader_is_account_or_group", sql`(${t.accountId} is null) <> (${t.leaderGroupId} is null)`),
    check("leader_group_not_itself", sql`${t.leaderGroupId} is null or ${t.leaderGroupId} <> ${t.groupId}`),
  ],
);

export const request = pgTable(
  "request",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["join", "leave"] }).notNull(),
    status: text("status", { enum: ["pending", "approved", "rejected", "withdrawn", "closed"] })
      .notNull()
      .default("pending"),
    note: text("note").notNull().default(""),
    reason: text("reason").notNull().default(""),
    linkId: uuid("link_id"),
    createdAt: createdAt(),
    decidedAt: moment("decided_at"),
    decidedById: uuid("decided_by_id").references(() => account.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("request_pending_once").on(t.accountId, t.groupId).where(sql`status = 'pending'`),
    index("request_pending_by_group").on(t.groupId, t.createdAt, t.id).where(sql`status = 'pending'`),
    index("request_by_account").on(t.accountId, t.createdAt, t.id),
    unique("request_id_group").on(t.id, t.groupId),
    check("request_decided_when_not_pending", sql`(${t.status} = 'pending') = (${t.decidedAt} is null)`),
    check("request_note_length", sql`char_length(${t.note}) <= 500`),
    check("request_reason_length", sql`char_length(${t.reason}) <= 500`),
    check("request_kind_known", sql`${t.kind} in ('join','leave')`),
    check("request_status_known", sql`${t.status} in ('pending','approved','rejected','withdrawn','closed')`),
  ],
);
