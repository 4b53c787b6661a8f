/** Accounts, the ways to prove being one, and their sessions. */
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
import { createdAt, id, keyText, moment } from "./columns";
import { globalRole } from "./permissions";

export const account = pgTable(
  "account",
  {
    id: id(),
    name: text("name").notNull(),
    /** the name, folded for sorting and prefix search */
    nameKey: keyText("name_key").notNull(),
    active: boolean("active").notNull().default(true),
    owner: boolean("owner").notNull().default(false),
    /** inactive only until the address is proven (sign-up limited to domains) */
    awaitsProof: boolean("awaits_proof").notNull().default(false),
    email: text("email"),
    emailKey: keyText("email_key"),
    /** until this is set the address counts for nothing but signing in with the password that came with it */
    emailProvenAt: moment("email_proven_at"),
    lastSeenAt: moment("last_seen_at"),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("account_email_proven_once").on(t.emailKey).where(sql`email_proven_at is not null`),
    index("account_email").on(t.emailKey, t.createdAt),
    index("account_by_name").on(t.nameKey, t.id),
    // Words begin after a space once whatever divides them is one: people are looked for by any word of either.
    index("account_name_words").using("gin", sql`(' ' || translate(name_key, '-.''_+@', '      ')) gin_trgm_ops`),
    index("account_email_words").using("gin", sql`(' ' || translate(email_key, '-.''_+@', '      ')) gin_trgm_ops`),
    index("account_owner").on(t.id).where(sql`owner`),
    check("account_name_length", sql`char_length(${t.name}) between 1 and 80`),
    check("account_email_with_key", sql`(${t.email} is null) = (${t.emailKey} is null)`),
    check("account_email_length", sql`${t.email} is null or char_length(${t.email}) <= 254`),
    check("account_proof_needs_email", sql`${t.emailProvenAt} is null or ${t.email} is not null`),
    check("account_awaits_proof_inactive", sql`not (${t.awaitsProof} and ${t.active})`),
    check("account_owner_awaits_nothing", sql`not (${t.owner} and ${t.awaitsProof})`),
  ],
);

/** A login at somebody else's, known by issuer and subject alone: an address is never the key. */
export const identity = pgTable(
  "identity",
  {
    provider: text("provider").notNull(),
    subject: text("subject").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] }), index("identity_account").on(t.accountId)],
);

export const credential = pgTable("credential", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => account.id, { onDelete: "cascade" }),
  passwordHash: text("password_hash").notNull(),
  changedAt: moment("changed_at").notNull().default(sql`portal_now()`),
});

/** Asked on every request. The id is the digest of what the cookie carries. */
export const session = pgTable(
  "session",
  {
    id: text("id").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    how: text("how", { enum: ["password", "setup", "demo", "sign-up"] }).notNull(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    /** as whom its account looks at the portal just now: `{ as, roles, seat }`, never to be had from a browser */
    viewingAs: jsonb("viewing_as"),
    viewingEndsAt: moment("viewing_ends_at"),
  },
  (t) => [
    index("session_account").on(t.accountId),
    index("session_expiry").on(t.expiresAt),
    index("session_viewing").on(t.viewingEndsAt).where(sql`viewing_ends_at is not null`),
    check("session_viewing_ends", sql`(${t.viewingAs} is null) = (${t.viewingEndsAt} is null)`),
    check(
      "session_viewing_shape",
      sql`${t.viewingAs} is null or (${t.viewingAs}->>'as' in ('visitor', 'account')
        and jsonb_typeof(${t.viewingAs}->'roles') = 'array' and jsonb_typeof(${t.viewingAs}->'seat') in ('null', 'object')) is true`,
    ),
  ],
);

/** A mailed proof of an address: single use, hash only. */
export const emailProof = pgTable(
  "email_proof",
  {
    tokenHash: text("token_hash").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    emailKey: keyText("email_key").notNull(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [index("email_proof_account").on(t.accountId)],
);

/** Global roles given directly; those conferred by groups follow from memberships and are never stored here. */
export const accountRole = pgTable(
  "account_role",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    role: text("role")
      .notNull()
      .references(() => globalRole.name, { onDelete: "cascade" }),
    givenBy: uuid("given_by").references(() => account.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.role] }),
    index("account_role_role").on(t.role, t.accountId),
    check("account_role_not_built_in", sql`${t.role} not in ('anonymous','authenticated')`),
  ],
);
