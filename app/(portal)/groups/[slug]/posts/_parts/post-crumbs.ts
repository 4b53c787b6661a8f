import type { Crumb } from "@/app/_ui/page-header";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { groupPath } from "../../../../_parts/paths";

/** The way to a post; with the post itself, to what is done to it. */
export function postCrumbs({ slug, name }: GroupPage, post?: { id: string; title: string }): Crumb[] {
  return [
    { label: name, href: groupPath(slug) },
    { label: "Posts", href: groupPath(slug, "/posts") },
    ...(post ? [{ label: post.title, href: groupPath(slug, `/posts/${post.id}`) }] : []),
  ];
}
