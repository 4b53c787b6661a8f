/** What is new for one viewer in the groups that they are in or lead, and what they have begun and not published. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { type FactsRow, groupFacts, ownStanding, toSituation } from "@/lib/groups/facts";
import { heldGroups, meOf, reachesGroup } from "@/lib/groups/visible";
import { momentAt } from "@/lib/moment";
import { seesPost } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { type PostLine, type PostLineRow, postLineColumns, toPostLine } from "../line";
import { postSearch } from "../search";
import { POSTS_PAGE, type PostsQuery } from "./list-posts";

/** One may have begun many; lists show this many. */
const DRAFTS = 50;

export interface PlacedPostLine extends PostLine {
  readonly group: {
    readonly slug: string;
    readonly name: string;
    readonly picture: string;
    readonly colour: string;
  };
}

type PlacedRow = PostLineRow & PlacedPostLine["group"];

const toPlaced = (row: PlacedRow): PlacedPostLine => {
  const { slug, name, picture, colour } = row;
  return { ...toPostLine(row), group: { slug, name, picture, colour } };
};

/** Published posts of one's groups, newest first: of each group a short scan, whatever it holds. */
export async function listMyPosts(
  viewer: Viewer,
  query: PostsQuery = {},
): Promise<Page<PlacedPostLine> & { readonly tooShort: boolean }> {
  const search = postSearch(query.q);
  if (!viewer.account?.active || search === "too-short")
    return { lines: [], next: null, tooShort: search === "too-short" };
  const limit = query.limit ?? POSTS_PAGE;
  const rows = await viewer.portal.store.reader.rows<PlacedRow>(myPosts(viewer, query.after, search, limit + 1));
  return { ...pageOf(rows, limit, (row) => [row.ms, row.post_id], toPlaced), tooShort: false };
}

function myPosts(viewer: Viewer, after: PostsQuery["after"], search: SQL | "nothing", limit: number): SQL {
  const key = decodeCursor(after, ["number", "id"]);
  const behind = key ? sql`(p.posted_at, p.id) < (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)` : sql`true`;
  return sql`
    with mine as (${heldGroups(viewer)}),
    page as materialized (
      select x.id, x.posted_at from mine join groups g on g.id = mine.group_id cross join lateral (
        select p.id, p.posted_at from post p
        where p.group_id = g.id and p.published and ${behind} and ${search === "nothing" ? sql`true` : search}
        order by p.posted_at desc, p.id desc limit ${limit}) x
      where ${reachesGroup(viewer, "post.view")}
      order by x.posted_at desc, x.id desc limit ${limit})
    select ${postLineColumns(viewer)}, g.slug, g.name, g.picture, g.colour
    from page x join post p on p.id = x.id join groups g on g.id = p.group_id left join account a on a.id = p.author_id
    order by p.posted_at desc, p.id desc`;
}

/** One's own drafts in groups that one sees, newest first. */
export async function listMyDrafts(viewer: Viewer): Promise<PlacedPostLine[]> {
  if (!viewer.account?.active) return [];
  const rows = await viewer.portal.store.reader.rows<PlacedRow & FactsRow>(sql`
    select ${groupFacts}, ${ownStanding(viewer)}, ${postLineColumns(viewer)}
    from post p join groups g on g.id = p.group_id left join account a on a.id = p.author_id
    where p.author_id = ${meOf(viewer)} and not p.published
    order by p.posted_at desc, p.id desc limit ${DRAFTS}`);
  const readable = rows.filter((row) => {
    const situation = toSituation(viewer, row);
    return situation !== null && seesPost(viewer, situation, { mine: true, published: false });
  });
  return readable.map(toPlaced);
}
