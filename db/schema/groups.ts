/** Groups with their flags, and the derived listing that keeps the directory's cost constant. */
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, keyText, moment } from "./columns";
import { groupType } from "./group-types";
import { account } from "./people";
import { globalRole } from "./permissions";

export const group = pgTable(
  "groups",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    type: text("type")
      .notNull()
      .references(() => groupType.name, { onDelete: "restrict" }),
    name: text("name").notNull(),
    /** the name, folded: the directory's order and prefix search */
    nameKey: keyText("name_key").notNull(),
    description: text("description").notNull().default(""),
    /** name and description, folded: trigram and full-text search */
    searchKey: keyText("search_key").notNull(),
    picture: text("picture").notNull().default("hall"),
    colour: text("colour").notNull().default("moss"),
    internal: boolean("internal").notNull().default(true),
    hidden: boolean("hidden").notNull().default(false),
    open: boolean("open").notNull().default(false),
    public: boolean("public").notNull().default(false),
    restricted: boolean("restricted").notNull().default(false),
    published: boolean("published").notNull().default(true),
    /** became internal when its last eligible role was deleted: clearing that asks for a choice */
    internalForced: boolean("internal_forced").notNull().default(false),
    /** the join page of its links shows nothing until signed in */
    quietJoinPage: boolean("quiet_join_page").notNull().default(false),
    creatorId: uuid("creator_id").references(() => account.id, { onDelete: "set null" }),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    changedAt: moment("changed_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    unique("groups_id_type").on(t.id, t.type),
    index("groups_by_name").on(t.nameKey, t.id),
    index("groups_by_type").on(t.type, t.nameKey, t.id),
    index("groups_open_by_name").on(t.nameKey, t.id).where(sql`not internal`),
    index("groups_creator").on(t.creatorId),
    index("groups_search").using("gin", sql`search_key gin_trgm_ops`),
    index("groups_resembling").using("gin", sql`name_key gin_trgm_ops`),
    check(
      "groups_slug_shape",
      sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]{6}$' and char_length(${t.slug}) <= 80`,
    ),
    check("groups_forced_is_internal", sql`not ${t.internalForced} or ${t.internal}`),
    check("groups_name_length", sql`char_length(${t.name}) between 1 and 80`),
    check("groups_description_length", sql`char_length(${t.description}) <= 4000`),
  ],
);

/** If any are listed, only holders of one of them can see and join. */
export const groupEligibleRole = pgTable(
  "group_eligible_role",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    role: text("role")
      .notNull()
      .references(() => globalRole.name, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.role] }),
    index("group_eligible_role_role").on(t.role),
    check("group_eligible_role_not_anonymous", sql`${t.role} <> 'anonymous'`),
  ],
);

/** Global roles that members hold because they are members. */
export const groupConferredRole = pgTable(
  "group_conferred_role",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    role: text("role")
      .notNull()
      .references(() => globalRole.name, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.role] }),
    index("group_conferred_role_role").on(t.role),
    check("group_conferred_role_not_built_in", sql`${t.role} not in ('anonymous','authenticated')`),
  ],
);

/**
 * Derived, kept by a trigger: one row per findable group (neither internal nor hidden) and per role that may find it,
 * `*` for everybody. A page of the directory is one short index scan per visible type and role.
 */
export const groupListing = pgTable(
  "group_listing",
  {
    type: text("type").notNull(),
    published: boolean("published").notNull(),
    role: text("role").notNull(),
    /** how one gets in, for the directory's own question: open or ask, and whether anybody may */
    way: text("way", { enum: ["open", "open-public", "ask", "ask-public"] }).notNull(),
    nameKey: keyText("name_key").notNull(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.type, t.published, t.role, t.nameKey, t.groupId] }),
    index("group_listing_way").on(t.type, t.published, t.role, t.way, t.nameKey, t.groupId),
    index("group_listing_group").on(t.groupId),
  ],
);
