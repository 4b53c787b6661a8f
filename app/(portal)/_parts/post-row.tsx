/** A post in a list: its title, how it begins, who wrote it and when. */
import { MessageSquare, PenLine } from "lucide";
import type { ReactNode } from "react";
import { Badge } from "@/app/_ui/badge";
import { Icon } from "@/app/_ui/icon";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { Author, PostLine } from "@/lib/posts/line";
import { countWords } from "./count-words";
import { groupPath } from "./paths";

type Props = {
  slug: string;
  line: PostLine;
  /** where lists show posts of several groups: the group's name */
  place?: ReactNode;
};

export function PostRow({ slug, line, place }: Props) {
  return (
    <li className="grid gap-1 border-b border-line py-5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <TextLink
          href={groupPath(slug, `/posts/${line.id}`)}
          bare
          className="min-w-0 font-serif text-lg leading-snug font-medium"
        >
          {line.title}
        </TextLink>
        {line.published ? null : (
          <Badge tone="warning" icon={PenLine}>
            Draft
          </Badge>
        )}
      </div>
      {line.excerpt ? <p className="line-clamp-2 max-w-[46rem] text-sm text-muted">{line.excerpt}</p> : null}
      <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-muted">
        {place}
        <span>
          <AuthorName author={line.author} mine={line.mine} />
        </span>
        <Time at={line.at} />
        {line.edited ? <span>edited</span> : null}
        {line.replies.count > 0 ? (
          <span className="inline-flex items-center gap-1">
            <Icon of={MessageSquare} size={14} />
            {countWords(line.replies, "reply", "replies")}
          </span>
        ) : null}
      </p>
    </li>
  );
}

export function AuthorName({ author, mine }: { author: Author | null; mine: boolean }) {
  if (!author) return <>a deleted account</>;
  return (
    <>
      {author.name}
      {mine ? <span className="text-muted"> (you)</span> : null}
    </>
  );
}
