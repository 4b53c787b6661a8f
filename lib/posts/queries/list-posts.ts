/** The posts of one group that a viewer may read, newest first, a page at a time; with a query, those that hold its words. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { findSituation } from "@/lib/groups/facts";
import { momentAt } from "@/lib/moment";
import { decide, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { type PostLine, type PostLineRow, postLineColumns, toPostLine } from "../line";
import { postSearch } from "../search";
import { isReadable, sightOf } from "../sight";

export const POSTS_PAGE = 20;

export interface PostsQuery {
  readonly q?: string | null;
  /** `next` of the page before; anything else begins at the start */
  readonly after?: string | null;
  readonly limit?: number;
  /** no drafts, one's own neither */
  readonly published?: boolean;
}

export interface PostList extends Page<PostLine> {
  readonly mayCreate: boolean;
  /** the query was too short to be looked for */
  readonly tooShort: boolean;
}

/** Null where there is no such group for the viewer, and where nothing of its posts is for them to read or to write. */
export async function listPosts(viewer: Viewer, slug: string, query: PostsQuery = {}): Promise<PostList | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation)) return null;
  const sight = sightOf(viewer, found.situation);
  const mayCreate = decide(viewer, found.situation, "post.create").allowed;
  if (!sight.published && !sight.ownDrafts) return null;
  const search = postSearch(query.q);
  if (search === "too-short") return { lines: [], next: null, mayCreate, tooShort: true };
  const limit = query.limit ?? POSTS_PAGE;
  const readable = sql`p.group_id = ${found.group.id}::uuid and ${isReadable(viewer, sight)}
    and ${query.published ? sql`p.published` : sql`true`}`;
  const rows = await reader.rows<PostLineRow>(postsStatement(viewer, readable, search, query.after, limit + 1));
  const page = pageOf(rows, limit, (row) => [row.ms, row.post_id], toPostLine);
  const nothingToDo = !sight.published && !sight.drafts && !mayCreate && page.lines.length === 0 && !query.q;
  return nothingToDo ? null : { ...page, mayCreate, tooShort: false };
}

/** Exported for the tests, which ask for its plan. */
export function postsStatement(
  viewer: Viewer,
  readable: SQL,
  search: SQL | "nothing",
  after: PostsQuery["after"],
  limit: number,
): SQL {
  const key = decodeCursor(after, ["number", "id"]);
  return sql`
    select ${postLineColumns(viewer)} from post p left join account a on a.id = p.author_id
    where ${readable} and ${search === "nothing" ? sql`true` : search}
      and ${key ? sql`(p.posted_at, p.id) < (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)` : sql`true`}
    order by p.posted_at desc, p.id desc limit ${limit}`;
}
