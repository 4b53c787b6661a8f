/** Join links: only a digest of the secret is stored. */
import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";
import { group } from "./groups";
import { account } from "./people";

export const joinLink = pgTable(
  "join_link",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    /** the first characters of the token, so that managers can tell links apart */
    prefix: text("prefix").notNull(),
    makerId: uuid("maker_id").references(() => account.id, { onDelete: "set null" }),
    label: text("label").notNull().default(""),
    note: text("note").notNull().default(""),
    expiresAt: moment("expires_at"),
    maxUses: integer("max_uses"),
    uses: integer("uses").notNull().default(0),
    asksApproval: boolean("asks_approval").notNull().default(false),
    pausedAt: moment("paused_at"),
    revokedAt: moment("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("join_link_group").on(t.groupId, t.createdAt, t.id),
    index("join_link_maker").on(t.makerId),
    check("join_link_token_is_digest", sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check("join_link_uses_in_limit", sql`${t.uses} >= 0 and (${t.maxUses} is null or ${t.uses} <= ${t.maxUses})`),
    check("join_link_limit_in_range", sql`${t.maxUses} is null or ${t.maxUses} between 1 and 100000`),
    check("join_link_label_length", sql`char_length(${t.label}) <= 80`),
    check("join_link_note_length", sql`char_length(${t.note}) <= 500`),
    check("join_link_without_maker_revoked", sql`${t.makerId} is not null or ${t.revokedAt} is not null`),
  ],
);

/** Openings per link and day, counted by the page's own beacon: no address, no account. */
export const joinLinkOpening = pgTable(
  "join_link_opening",
  {
    linkId: uuid("link_id")
      .notNull()
      .references(() => joinLink.id, { onDelete: "cascade" }),
    day: date("day", { mode: "string" }).notNull(),
    opened: integer("opened").notNull().default(0),
    signedIn: integer("signed_in").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.linkId, t.day] })],
);
