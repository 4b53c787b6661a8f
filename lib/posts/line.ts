/** A post as lists show it, to a viewer who may read it. */
import { type SQL, sql } from "drizzle-orm";
import { meOf } from "@/lib/groups/visible";
import { iso, milliseconds } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";
import { excerptOf } from "./excerpt";

/** Replies are counted to this many; `more` says that there are others. */
const COUNTED = 100;
/** Letters of the text that a line is made from. */
const TAKEN = 600;

export interface Author {
  readonly id: string;
  readonly name: string;
}

export interface PostLine {
  readonly id: string;
  readonly title: string;
  /** the beginning of the text, without its marks */
  readonly excerpt: string;
  /** null: whoever wrote it has deleted their account */
  readonly author: Author | null;
  readonly mine: boolean;
  readonly published: boolean;
  readonly at: string;
  readonly edited: boolean;
  readonly replies: { readonly count: number; readonly more: boolean };
}

export interface PostLineRow {
  readonly post_id: string;
  readonly post_title: string;
  readonly beginning: string;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly mine: boolean;
  readonly post_published: boolean;
  readonly at: string;
  readonly ms: number;
  readonly edited: boolean;
  readonly replies: number;
}

/** Columns of a line about the post `p`, written by `a`. */
export function postLineColumns(viewer: Viewer): SQL {
  return sql`p.id as post_id, p.title as post_title, left(p.body, ${TAKEN}) as beginning, a.id as author_id,
    a.name as author_name, coalesce(p.author_id = ${meOf(viewer)}, false) as mine, p.published as post_published,
    ${iso(sql`p.posted_at`)} as at, ${milliseconds(sql`p.posted_at`)} as ms,
    coalesce(p.edited_at > p.posted_at, false) as edited,
    (select count(*)::int from (select 1 from reply r where r.post_id = p.id limit ${COUNTED + 1}) few) as replies`;
}

export function toPostLine(row: PostLineRow): PostLine {
  return {
    id: row.post_id,
    title: row.post_title,
    excerpt: excerptOf(row.beginning),
    author: authorOf(row.author_id, row.author_name),
    ...{ mine: row.mine, published: row.post_published, at: row.at, edited: row.edited },
    replies: { count: Math.min(row.replies, COUNTED), more: row.replies > COUNTED },
  };
}

export function authorOf(id: string | null, name: string | null): Author | null {
  return id !== null && name !== null ? { id, name } : null;
}
