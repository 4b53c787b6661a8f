import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findPost, type PostPage } from "@/lib/posts/queries/find-post";
import { currentViewer } from "@/lib/session/current";
import { foundGroup, type GroupProps } from "../../_parts/found";

export type PostProps = {
  params: Promise<{ slug: string; post: string }>;
  searchParams: GroupProps["searchParams"];
};

const find = cache(async (id: string): Promise<PostPage | null> => findPost(await currentViewer(), id));

/** The group and the post in it, as this viewer may read them; at another group's address the post is not there. */
export async function foundPost(params: PostProps["params"]) {
  const group = await foundGroup(params);
  const post = await find((await params).post);
  if (!post || post.group !== group.slug) notFound();
  return { group, post };
}

export async function titledPost(params: PostProps["params"], page?: string): Promise<Metadata> {
  const { group, post } = await foundPost(params);
  return { title: [page, post.title, group.name].filter(Boolean).join(" · ") };
}
