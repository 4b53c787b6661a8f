/** Why somebody may or may not do something in a group, and how somebody else would fare there. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { findExplanation } from "@/lib/explain/queries/find-explanation";
import { listCandidates, listRoleNames } from "@/lib/explain/queries/list-candidates";
import { listGroupsNamed } from "@/lib/explain/queries/list-named";
import type { Who } from "@/lib/explain/who";
import { decideGlobal } from "@/lib/policy/decide";
import { currentViewer } from "@/lib/session/current";
import type { Viewer } from "@/lib/session/viewer";
import { foundSubject } from "../../_parts/why/asked-subject";
import { ADMIN } from "../_parts/crumbs";
import { askedFrom } from "./_parts/asked";
import { Asking } from "./_parts/asking";

export const metadata: Metadata = { title: "Why" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExplainPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!decideGlobal(viewer, "explain.view").allowed) notFound();
  const asked = askedFrom(await searchParams);
  const find = (name: string) => listCandidates(viewer, name, null);
  const [roles, groups, first, second] = await Promise.all([
    listRoleNames(viewer),
    listGroupsNamed(viewer, asked.group),
    foundSubject(asked.first, find),
    foundSubject(asked.second, find),
  ]);
  const exact = groups.filter((group) => group.exact);
  const fitting = exact.length > 0 ? exact : groups;
  const group = fitting.length === 1 ? fitting[0] : undefined;
  const about = async (who: Who | null) => (who && group ? explained(viewer, group.slug, who, asked.permission) : null);
  const [answer, other] = await Promise.all([
    about(first.found === "one" ? first.who : null),
    about(second.found === "one" ? second.who : null),
  ]);
  return (
    <>
      <PageHeader
        crumbs={[ADMIN]}
        title="Why, and what if"
        lead="Why somebody may or may not do something in a group, and what alone would change it."
      />
      <Asking
        asked={asked}
        roles={roles}
        group={group}
        groups={fitting}
        first={first}
        second={second}
        answers={[answer, other]}
      />
    </>
  );
}

async function explained(viewer: Viewer, slug: string, who: Who, permission: string) {
  return findExplanation(viewer, { group: { slug }, who, permission });
}
