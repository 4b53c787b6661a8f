/** What others answered, oldest first, and the place to answer. */
import type { Route } from "next";
import { Avatar } from "@/app/_ui/avatar";
import { Markdown } from "@/app/_ui/markdown";
import { Pager } from "@/app/_ui/pager";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { Replies as Page, PostPage, ReplyLine } from "@/lib/posts/queries/find-post";
import { groupPath } from "../../../../../_parts/paths";
import { AuthorName } from "../../../../../_parts/post-row";
import { ReplyForm } from "./reply-form";

export function Replies({ slug, post, replies }: { slug: string; post: PostPage; replies: Page }) {
  const path = groupPath(slug, `/posts/${post.id}`);
  if (replies.lines.length === 0 && !post.may.reply) return null;
  return (
    <section aria-labelledby="replies" className="mt-4 grid gap-2 border-t border-line pt-8">
      <h2 id="replies" className="text-xl">
        Replies
      </h2>
      {replies.earlier ? <TextLink href={path}>From the first reply on</TextLink> : null}
      {replies.lines.length > 0 ? (
        <ol aria-label="Replies">
          {replies.lines.map((line) => (
            <Reply key={line.id} path={path} line={line} />
          ))}
        </ol>
      ) : (
        <p className="text-muted">Nobody has replied yet.</p>
      )}
      <Pager of="replies" next={replies.next ? (`${path}?after=${replies.next}` as Route) : undefined} />
      {post.may.reply ? <ReplyForm group={slug} post={post.id} draft={!post.published} /> : null}
    </section>
  );
}

function Reply({ path, line }: { path: Route; line: ReplyLine }) {
  const name = line.author?.name ?? "a deleted account";
  return (
    <li
      id={`reply-${line.id}`}
      className="grid grid-cols-[auto_1fr] gap-x-3 border-b border-line py-5 target:bg-accent-wash"
    >
      <Avatar name={line.author?.name ?? "·"} size="sm" />
      <div className="grid min-w-0 gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span className="font-semibold">
            <AuthorName author={line.author} mine={line.mine} />
          </span>
          <span className="text-xs text-muted">
            <Time at={line.at} />
            {line.editedAt ? ", edited" : null}
          </span>
          {line.may.edit || line.may.delete ? (
            <TextLink href={`${path}/replies/${line.id}` as Route} className="ml-auto text-xs">
              {line.may.edit ? "Change" : "Delete"}
              <span className="sr-only"> the reply by {name}</span>
            </TextLink>
          ) : null}
        </p>
        <Markdown>{line.body}</Markdown>
      </div>
    </li>
  );
}
