import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findGroup, type GroupPage } from "@/lib/groups/queries/find-group";
import { currentViewer } from "@/lib/session/current";

export type GroupProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Asked once per request, whoever asks: the page, its title, its frame. */
const find = cache(async (slug: string): Promise<GroupPage | null> => findGroup(await currentViewer(), slug));

/** The group as this viewer knows it; what they do not see is not there. */
export async function foundGroup(params: GroupProps["params"]): Promise<GroupPage> {
  return (await find((await params).slug)) ?? notFound();
}

/** The title of a page of the group; of no group, nothing that tells. */
export async function titled(params: GroupProps["params"], page?: string): Promise<Metadata> {
  const group = await find((await params).slug);
  return group ? { title: page ? `${page} · ${group.name}` : group.name } : {};
}
