/** Global roles and what they grant. */
import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";

export const globalRole = pgTable(
  "global_role",
  {
    name: text("name").primaryKey(),
    label: text("label").notNull(),
    builtIn: boolean("built_in").notNull().default(false),
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    check("global_role_name_shape", sql`${t.name} ~ '^[a-z][a-z0-9-]{0,47}$'`),
    check("global_role_built_in_are_two", sql`${t.builtIn} = (${t.name} in ('anonymous','authenticated'))`),
    check("global_role_label_length", sql`char_length(${t.label}) between 1 and 80`),
  ],
);

export const globalGrant = pgTable(
  "global_grant",
  {
    role: text("role")
      .notNull()
      .references(() => globalRole.name, { onDelete: "cascade" }),
    permission: text("permission").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.role, t.permission] }),
    check(
      "global_grant_possible_for_anonymous",
      sql`${t.role} <> 'anonymous' or ${t.permission} in ('directory.view','profile.view')`,
    ),
  ],
);
