/** A post with its group and how one account stands to both, in one statement. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { type FactsRow, type FoundSituation, groupFacts, ownStanding, toRecord, toSituation } from "@/lib/groups/facts";
import { iso } from "@/lib/moment";
import type { PostFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

export interface PostRecord {
  readonly id: string;
  readonly authorId: string | null;
  readonly title: string;
  readonly body: string;
  readonly published: boolean;
  /** null: the account is deleted */
  readonly authorName: string | null;
  /** since when it can be read; of a draft, since when it is there */
  readonly at: string;
  /** when it was changed last since then */
  readonly editedAt: string | null;
}

/** For deciding and writing: nobody is shown it before `seesPost` said yes. */
export interface FoundPost extends FoundSituation {
  readonly post: PostRecord;
  readonly facts: PostFacts;
}

interface PostRow extends FactsRow {
  readonly post_id: string;
  readonly post_author: string | null;
  readonly post_title: string;
  readonly post_body: string;
  readonly post_published: boolean;
  readonly post_author_name: string | null;
  readonly post_at: string;
  readonly post_edited_at: string | null;
}

const postFacts: SQL = sql`p.id as post_id, p.author_id as post_author, p.title as post_title, p.body as post_body,
  p.published as post_published, (select a.name from account a where a.id = p.author_id) as post_author_name,
  ${iso(sql`p.posted_at`)} as post_at,
  ${iso(sql`case when p.edited_at > p.posted_at then p.edited_at end`)} as post_edited_at`;

/** The post of this id; null if there is none, whether or not what is named can be an id. */
export function findPostSituation(read: Reader, viewer: Viewer, post: string): Promise<FoundPost | null> {
  return findWhere(read, viewer, sql`p.id = ${uuidOf(post)}::uuid`);
}

export interface FoundReply {
  readonly under: FoundPost;
  readonly reply: { readonly id: string; readonly authorId: string | null; readonly body: string };
  /** the same as of a post: “own” is whoever wrote the reply */
  readonly facts: PostFacts;
}

/** The reply of this id with the post that it stands under. */
export async function findReply(read: Reader, viewer: Viewer, id: string): Promise<FoundReply | null> {
  const [reply] = await read.rows<FoundReply["reply"]>(
    sql`select r.id, r.author_id as "authorId", r.body from reply r where r.id = ${uuidOf(id)}::uuid`,
  );
  const under = await findWhere(
    read,
    viewer,
    sql`p.id = (select r.post_id from reply r where r.id = ${uuidOf(id)}::uuid)`,
  );
  if (!reply || !under) return null;
  const mine = reply.authorId !== null && reply.authorId === viewer.account?.id;
  return { under, reply, facts: { mine, published: true } };
}

async function findWhere(read: Reader, viewer: Viewer, condition: SQL): Promise<FoundPost | null> {
  const [row] = await read.rows<PostRow>(sql`
    select ${groupFacts}, ${ownStanding(viewer)}, ${postFacts}
    from post p join groups g on g.id = p.group_id where ${condition}`);
  const situation = row && toSituation(viewer, row);
  if (!situation) return null;
  const { post_id: id, post_author: authorId, post_title: title, post_body: body, post_published: published } = row;
  const { post_author_name: authorName, post_at: at, post_edited_at: editedAt } = row;
  const mine = authorId !== null && authorId === viewer.account?.id;
  return {
    ...{ situation, group: toRecord(row) },
    post: { id, authorId, title, body, published, authorName, at, editedAt },
    facts: { mine, published },
  };
}
