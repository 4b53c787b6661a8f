import { UserPlus } from "lucide";
import { notFound, redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Notice } from "@/app/_ui/notice";
import { Pager } from "@/app/_ui/pager";
import { PrintedOn } from "@/app/_ui/printed-on";
import { listMembers } from "@/lib/members/queries/list-members";
import { ADD_SENTENCES, REMOVE_SENTENCES } from "@/lib/members/sentences";
import { currentViewer } from "@/lib/session/current";
import { groupPath, one } from "../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { MemberTable } from "./_parts/member-table";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Members");

export default async function MembersPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const query = await searchParams;
  const after = one(query.after);
  const list = await listMembers(await currentViewer(), group.slug, after);
  if (!list && group.may.addMembers) redirect(groupPath(group.slug, "/members/add"));
  if (!list) notFound();
  return (
    <GroupFrame
      group={group}
      tab="members"
      actions={
        list.may.addMembers ? (
          <ButtonLink href={groupPath(group.slug, "/members/add")}>
            <Icon of={UserPlus} /> Add people
          </ButtonLink>
        ) : null
      }
    >
      <div className="grid gap-4">
        <Done word={one(query.done)} />
        {list.group.restricted && !list.may.removeMembers ? (
          <p className="text-sm text-muted">Only a site owner adds, removes or changes members here.</p>
        ) : null}
        <PrintedOn />
        {list.lines.length > 0 ? <MemberTable list={list} /> : <p className="text-muted">Nobody is in it yet.</p>}
      </div>
      <Pager
        of="members"
        previous={after ? groupPath(group.slug, "/members") : undefined}
        next={list.next ? groupPath(group.slug, "/members", { after: list.next }) : undefined}
      />
    </GroupFrame>
  );
}

function Done({ word }: { word: string | undefined }) {
  const said = word === "added" ? ADD_SENTENCES.added : word === "removed" ? REMOVE_SENTENCES.removed : null;
  return said ? <Notice tone="success" role="status" title={said} /> : null;
}
