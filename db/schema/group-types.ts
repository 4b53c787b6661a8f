/** Group types: the columns of their tables, the grants in them, and what a new group of the type starts as. */
import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { globalRole } from "./permissions";

export const groupType = pgTable(
  "group_type",
  {
    name: text("name").primaryKey(),
    label: text("label").notNull(),
    description: text("description").notNull().default(""),
    /** where the type began: a preset's key, or null */
    preset: text("preset"),
    position: integer("position").notNull().default(0),
    creatorIsMember: boolean("creator_is_member").notNull().default(false),
    internal: boolean("internal").notNull().default(true),
    hidden: boolean("hidden").notNull().default(false),
    open: boolean("open").notNull().default(false),
    public: boolean("public").notNull().default(false),
    published: boolean("published").notNull().default(true),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    check("group_type_name_shape", sql`${t.name} ~ '^[a-z][a-z0-9-]{0,47}$'`),
    check("group_type_label_length", sql`char_length(${t.label}) between 1 and 80`),
    check("group_type_description_length", sql`char_length(${t.description}) <= 2000`),
  ],
);

/** Content types switched on for a group type. */
export const groupTypeContent = pgTable(
  "group_type_content",
  {
    type: text("type")
      .notNull()
      .references(() => groupType.name, { onDelete: "cascade" }),
    content: text("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.type, t.content] })],
);

/** One column of a type's table. */
export const groupRole = pgTable(
  "group_role",
  {
    type: text("type")
      .notNull()
      .references(() => groupType.name, { onDelete: "cascade" }),
    name: text("name").notNull(),
    kind: text("kind", {
      enum: ["anonymous", "outsider", "advanced-outsider", "member", "insider", "custom", "leader"],
    }).notNull(),
    globalRole: text("global_role").references(() => globalRole.name, { onDelete: "cascade" }),
    label: text("label").notNull(),
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.type, t.name] }),
    unique("group_role_kind").on(t.type, t.name, t.kind),
    index("group_role_global_role").on(t.globalRole),
    check(
      "group_role_kind_fits_name",
      sql`case ${t.kind}
        when 'advanced-outsider' then ${t.globalRole} is not null and ${t.name} = 'outsider:' || ${t.globalRole}
        when 'insider' then ${t.globalRole} is not null and ${t.name} = 'insider:' || ${t.globalRole}
        when 'custom' then ${t.globalRole} is null and ${t.name} ~ '^[a-z][a-z0-9-]{0,47}$' and ${t.name} not in ('anonymous','outsider','member','leader')
        else ${t.kind} in ('anonymous','outsider','member','leader') and ${t.globalRole} is null and ${t.name} = ${t.kind} end`,
    ),
    check(
      "group_role_not_tied_to_built_in",
      sql`${t.globalRole} is null or ${t.globalRole} not in ('anonymous','authenticated')`,
    ),
    check("group_role_label_length", sql`char_length(${t.label}) between 1 and 80`),
  ],
);

/** A ticked cell. The kind stands beside the name so that an impossible cell cannot be stored. */
export const groupGrant = pgTable(
  "group_grant",
  {
    type: text("type").notNull(),
    role: text("role").notNull(),
    kind: text("kind").notNull(),
    permission: text("permission").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.type, t.role, t.permission] }),
    foreignKey({ columns: [t.type, t.role, t.kind], foreignColumns: [groupRole.type, groupRole.name, groupRole.kind] })
      .onDelete("cascade")
      .onUpdate("cascade"),
    index("group_grant_permission").on(t.permission, t.type),
    check(
      "group_grant_possible",
      sql`(${t.kind} <> 'anonymous' or ${t.permission} in ('group.view','member.list','post.view'))
        and (${t.permission} not in ('member.join','member.request') or ${t.kind} in ('outsider','advanced-outsider'))
        and (${t.permission} not in ('member.leave','member.edit-own') or ${t.kind} in ('member','insider','custom'))`,
    ),
  ],
);

/** Custom roles that whoever creates a group of the type receives. */
export const groupTypeCreatorRole = pgTable(
  "group_type_creator_role",
  { type: text("type").notNull(), role: text("role").notNull(), kind: text("kind").notNull().default("custom") },
  (t) => [
    primaryKey({ columns: [t.type, t.role] }),
    foreignKey({
      columns: [t.type, t.role, t.kind],
      foreignColumns: [groupRole.type, groupRole.name, groupRole.kind],
    }).onDelete("cascade"),
    check("group_type_creator_role_is_custom", sql`${t.kind} = 'custom'`),
  ],
);
