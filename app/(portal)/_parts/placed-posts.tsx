/** Posts of several groups, each with the group that it stands in. */
import { GroupPicture } from "@/app/_ui/group-picture";
import { TextLink } from "@/app/_ui/text-link";
import type { PlacedPostLine } from "@/lib/posts/queries/list-my-posts";
import { groupPath } from "./paths";
import { PostRow } from "./post-row";

export function PlacedPosts({ lines, label = "Posts" }: { lines: readonly PlacedPostLine[]; label?: string }) {
  return (
    <ul aria-label={label} className="border-t border-line">
      {lines.map((line) => (
        <PostRow key={line.id} slug={line.group.slug} line={line} place={<Place group={line.group} />} />
      ))}
    </ul>
  );
}

function Place({ group }: { group: PlacedPostLine["group"] }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <GroupPicture picture={group.picture} colour={group.colour} size={18} />
      <TextLink href={groupPath(group.slug)} bare className="min-w-0 truncate font-medium">
        {group.name}
      </TextLink>
    </span>
  );
}
