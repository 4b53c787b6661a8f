/** As whom one wants to look at the portal, and in which group. One form; the group is looked for first, by its address. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { currentViewer } from "@/lib/session/current";
import { findViewAsPage } from "@/lib/view-as/queries/find-view-as-page";
import { one } from "../../_parts/paths";
import { ADMIN } from "../_parts/crumbs";
import { AsWhom } from "./_parts/as-whom";
import { InGroup } from "./_parts/in-group";

export const metadata: Metadata = { title: "View as somebody else" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ViewAsPage({ searchParams }: Props) {
  const asked = await searchParams;
  const [q, group] = [one(asked.q)?.trim(), one(asked.group)];
  const page = await findViewAsPage(await currentViewer(), { q, group });
  if (!page) notFound();
  return (
    <div className="column">
      <PageHeader
        crumbs={[ADMIN]}
        title="View as somebody else"
        lead="The portal as a visitor or an account with certain roles would find it, as far as you see it yourself. Nothing can be changed meanwhile, and the log says that you looked."
      />
      <div className="grid gap-10">
        <InGroup group={page.group} found={page.found} q={q} lost={Boolean(group) && !page.group} />
        <AsWhom roles={page.roles} group={page.group} />
      </div>
    </div>
  );
}
