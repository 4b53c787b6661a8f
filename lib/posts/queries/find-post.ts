/** One post with the replies under it, as one viewer may read them: a post that they may not view is not there. */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import { decide, seesPost } from "@/lib/policy/decide";
import type { PostFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { type FoundPost, findPostSituation, findReply } from "../facts";
import { type Author, authorOf } from "../line";
import { mayTend } from "../sight";

const REPLIES_PAGE = 50;

export interface PostPage {
  readonly id: string;
  /** the group's address */
  readonly group: string;
  readonly title: string;
  /** Markdown */
  readonly body: string;
  readonly published: boolean;
  readonly mine: boolean;
  /** null: whoever wrote it has deleted their account */
  readonly author: Author | null;
  readonly at: string;
  /** since it was published, if ever */
  readonly editedAt: string | null;
  readonly may: Tending & {
    readonly reply: boolean;
    /** it stays readable for them as a draft */
    readonly unpublish: boolean;
  };
  /** what they may do to replies, to their own and to other people's */
  readonly replies: { readonly own: Tending; readonly others: Tending };
}

interface Tending {
  readonly edit: boolean;
  readonly delete: boolean;
}

export async function findPost(viewer: Viewer, id: string): Promise<PostPage | null> {
  const found = await findPostSituation(viewer.portal.store.reader, viewer, id);
  return found && seesPost(viewer, found.situation, found.facts) ? pageFor(viewer, found) : null;
}

function pageFor(viewer: Viewer, found: FoundPost): PostPage {
  const { situation, group, post, facts } = found;
  const { id, title, body, published, at, editedAt } = post;
  const tends = tending(viewer, found, facts);
  return {
    ...{ id, group: group.slug, title, body, published, mine: facts.mine, at, editedAt },
    author: authorOf(post.authorId, post.authorName),
    may: {
      ...tends,
      reply: decide(viewer, situation, "post.create").allowed,
      unpublish: tends.edit && seesPost(viewer, situation, { ...facts, published: false }),
    },
    replies: {
      own: tending(viewer, found, { mine: true, published: true }),
      others: tending(viewer, found, { mine: false, published: true }),
    },
  };
}

function tending(viewer: Viewer, found: FoundPost, facts: PostFacts): Tending {
  const one = { ...found, facts };
  return { edit: mayTend(viewer, one, "edit"), delete: mayTend(viewer, one, "delete") };
}

export interface ReplyLine {
  readonly id: string;
  /** Markdown */
  readonly body: string;
  readonly author: Author | null;
  readonly mine: boolean;
  readonly at: string;
  readonly editedAt: string | null;
  readonly may: Tending;
}

/** `after`: the page behind · `last`: those written last, such as one's own a moment ago */
export interface RepliesQuery {
  readonly after?: string | null;
  readonly last?: boolean;
}

export interface Replies extends Page<ReplyLine> {
  /** there are some before the first one shown */
  readonly earlier: boolean;
}

interface ReplyRow {
  id: string;
  body: string;
  author_id: string | null;
  author_name: string | null;
  at: string;
  ms: number;
  edited_at: string | null;
}

/** A page of the replies to a post that was found for this viewer, oldest first. */
export async function listReplies(viewer: Viewer, post: PostPage, query: RepliesQuery = {}): Promise<Replies> {
  const key = decodeCursor(query.after, ["number", "id"]);
  const last = query.last === true && !key;
  const rows = await viewer.portal.store.reader.rows<ReplyRow>(sql`
    select r.id, r.body, a.id as author_id, a.name as author_name, ${iso(sql`r.created_at`)} as at,
      ${milliseconds(sql`r.created_at`)} as ms, ${iso(sql`r.edited_at`)} as edited_at
    from reply r left join account a on a.id = r.author_id
    where r.post_id = ${post.id}::uuid
      and ${key ? sql`(r.created_at, r.id) > (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)` : sql`true`}
    order by ${last ? sql`r.created_at desc, r.id desc` : sql`r.created_at, r.id`} limit ${REPLIES_PAGE + 1}`);
  const keyOf = (row: ReplyRow) => [row.ms, row.id];
  const page = pageOf(rows, REPLIES_PAGE, keyOf, (row) => toReplyLine(viewer, post, row));
  if (!last) return { ...page, earlier: key !== null };
  return { lines: page.lines.toReversed(), next: null, earlier: page.next !== null };
}

function toReplyLine(viewer: Viewer, post: PostPage, row: ReplyRow): ReplyLine {
  const { id, body, at, edited_at: editedAt, author_id, author_name } = row;
  const mine = author_id !== null && author_id === viewer.account?.id;
  const may = mine ? post.replies.own : post.replies.others;
  return { ...{ id, body, mine, at, editedAt, may }, author: authorOf(author_id, author_name) };
}

/** One reply that the viewer may change or delete, with the post that it stands under; null where they may do neither. */
export async function findOwnReply(viewer: Viewer, id: string): Promise<{ post: PostPage; reply: Tended } | null> {
  const found = await findReply(viewer.portal.store.reader, viewer, id);
  if (!found || !seesPost(viewer, found.under.situation, found.under.facts)) return null;
  const may = tending(viewer, found.under, found.facts);
  if (!may.edit && !may.delete) return null;
  const { body } = found.reply;
  return { post: pageFor(viewer, found.under), reply: { id: found.reply.id, body, mine: found.facts.mine, may } };
}

export interface Tended {
  readonly id: string;
  readonly body: string;
  readonly mine: boolean;
  readonly may: Tending;
}
