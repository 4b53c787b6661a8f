/** Posts of a group and the replies to them. A deleted author's posts stay. */
import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, keyText, moment, portalNow } from "./columns";
import { group } from "./groups";
import { account } from "./people";

export const post = pgTable(
  "post",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    authorId: uuid("author_id").references(() => account.id, { onDelete: "set null" }),
    title: text("title").notNull(),
    body: text("body").notNull().default(""),
    searchKey: keyText("search_key").notNull().default(""),
    published: boolean("published").notNull().default(true),
    createdAt: createdAt(),
    /** what lists go by: since when it can be read, and of a draft, since when it is there */
    postedAt: moment("posted_at").notNull().default(portalNow),
    editedAt: moment("edited_at"),
  },
  (t) => [
    index("post_by_group").on(t.groupId, t.postedAt, t.id),
    index("post_by_author").on(t.authorId, t.postedAt, t.id),
    index("post_search").using("gin", t.groupId, sql`search_key gin_trgm_ops`),
    check("post_title_length", sql`char_length(${t.title}) between 1 and 200`),
    check("post_body_length", sql`char_length(${t.body}) <= 50000`),
  ],
);

export const reply = pgTable(
  "reply",
  {
    id: id(),
    postId: uuid("post_id")
      .notNull()
      .references(() => post.id, { onDelete: "cascade" }),
    authorId: uuid("author_id").references(() => account.id, { onDelete: "set null" }),
    body: text("body").notNull(),
    createdAt: createdAt(),
    editedAt: moment("edited_at"),
  },
  (t) => [
    index("reply_by_post").on(t.postId, t.createdAt, t.id),
    check("reply_body_length", sql`char_length(${t.body}) between 1 and 20000`),
  ],
);
