/** Adding many: a list, what would come of it, then its carrying out. With `from`, a list that the worker has tried. */
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { addManyAction } from "@/lib/members/actions";
import { findTriedIn } from "@/lib/members/queries/find-tried";
import { listGivableRoles } from "@/lib/members/queries/list-givable-roles";
import { mayFindByAddress } from "@/lib/members/queries/list-people-written";
import { currentViewer } from "@/lib/session/current";
import { groupPath, one } from "../../../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../../../_parts/found";
import { ListFields } from "./_parts/list-fields";
import { TriedByJob } from "./_parts/tried-by-job";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Add many");

export default async function AddManyPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  if (!group.may.addMembers) notFound();
  const viewer = await currentViewer();
  const from = one((await searchParams).from);
  const tried = from ? await findTriedIn(viewer, group.slug, from) : null;
  const roles = await listGivableRoles(viewer, group.slug);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Members", href: groupPath(group.slug, "/members") },
          { label: "Add people", href: groupPath(group.slug, "/members/add") },
        ]}
        title="Add many"
        lead="A list of people, pasted or as a file. Nobody is added before you have seen what would come of every line."
      />
      <div className="grid grid-cols-1 gap-6">
        {group.confers.length > 0 ? (
          <Notice title={`Members of this group hold ${group.confers.join(" and ")} in the whole portal.`} />
        ) : null}
        {tried && from ? (
          <TriedByJob slug={group.slug} job={from} run={tried} />
        ) : (
          <ActionForm action={addManyAction} label="A list of people" className="column grid grid-cols-1 gap-6">
            <input type="hidden" name="group" value={group.slug} />
            <ListFields roles={roles.map(({ label }) => label)} addresses={mayFindByAddress(viewer)} />
          </ActionForm>
        )}
      </div>
    </>
  );
}
