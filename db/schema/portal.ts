/** The portal itself: one row each, with the versions that tell a process that what it remembers has moved. */
import { sql } from "drizzle-orm";
import { bigint, boolean, check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, keyText, moment } from "./columns";
import { globalRole } from "./permissions";

/** Grants, roles and types at one version. Every write locks this row: shared when it relies on them, exclusively when it changes them. */
export const policy = pgTable(
  "policy",
  { id: integer("id").primaryKey().default(1), version: bigint("version", { mode: "number" }).notNull().default(1) },
  (t) => [check("policy_is_one_row", sql`${t.id} = 1`)],
);

export const setting = pgTable(
  "setting",
  {
    id: integer("id").primaryKey().default(1),
    version: bigint("version", { mode: "number" }).notNull().default(1),
    autoLeave: boolean("auto_leave").notNull().default(false),
    notifyLeaders: boolean("notify_leaders").notNull().default(true),
    signUp: text("sign_up", { enum: ["open", "invited", "domains", "closed"] })
      .notNull()
      .default("open"),
    signUpDomains: text("sign_up_domains").array().notNull().default(sql`'{}'::text[]`),
    /** the role that every new account becomes, if the setup page was told so */
    newAccountRole: text("new_account_role").references(() => globalRole.name, { onDelete: "set null" }),
    defaultGroupType: text("default_group_type"),
  },
  (t) => [
    check("setting_is_one_row", sql`${t.id} = 1`),
    check("setting_sign_up_known", sql`${t.signUp} in ('open','invited','domains','closed')`),
  ],
);

export const reservedName = pgTable("reserved_name", {
  nameKey: keyText("name_key").primaryKey(),
  name: text("name").notNull(),
  reason: text("reason").notNull().default(""),
  createdAt: createdAt(),
});

/** Made with the database and never changed: what kind of portal this is. A demo's mark opens the step-in, nothing else does. */
export const portalMark = pgTable(
  "portal_mark",
  { id: integer("id").primaryKey().default(1), demo: boolean("demo").notNull(), createdAt: createdAt() },
  (t) => [check("portal_mark_is_one_row", sql`${t.id} = 1`)],
);

/** The way in for the first site owner: single use, and worth nothing once an owner exists. */
export const setupLink = pgTable(
  "setup_link",
  {
    id: integer("id").primaryKey().default(1),
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    usedAt: moment("used_at"),
  },
  (t) => [check("setup_link_is_one_row", sql`${t.id} = 1`)],
);

/** How often something was tried lately. Losing it in a crash costs nothing. */
export const rateCount = pgTable(
  "rate_count",
  {
    key: text("key").notNull(),
    windowStart: moment("window_start").notNull(),
    count: integer("count").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
);
