/** Who is in a group: looked through, chosen from, kept as a file. */
import { Download, UserPlus } from "lucide";
import { notFound, redirect } from "next/navigation";
import { Button, ButtonLink, buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Icon } from "@/app/_ui/icon";
import { Notice } from "@/app/_ui/notice";
import { Pager } from "@/app/_ui/pager";
import { PrintedOn } from "@/app/_ui/printed-on";
import { TextLink } from "@/app/_ui/text-link";
import { listMembers, type MemberList, type MemberQuery } from "@/lib/members/queries/list-members";
import { ADD_SENTENCES, REMOVE_SENTENCES } from "@/lib/members/sentences";
import { currentViewer } from "@/lib/session/current";
import { chosenBefore } from "../../../_parts/chosen";
import { groupPath, one } from "../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { askedFrom, fieldsOf, isNarrowed, membersPath } from "./_parts/asked";
import { CHOOSING, MemberTable, mayChoose } from "./_parts/member-table";
import { Narrow } from "./_parts/narrow";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Members");

export default async function MembersPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const query = await searchParams;
  const asked = askedFrom(query);
  const list = await listMembers(await currentViewer(), group.slug, asked);
  if (!list && group.may.addMembers) redirect(groupPath(group.slug, "/members/add"));
  if (!list) notFound();
  return (
    <GroupFrame group={group} tab="members" actions={list.may.addMembers ? <Adding slug={group.slug} /> : null}>
      <div className="grid grid-cols-1 gap-5">
        <Done word={one(query.done)} />
        {list.group.restricted && !list.may.removeMembers ? (
          <p className="text-sm text-muted">Only a site owner adds, removes or changes members here.</p>
        ) : null}
        <PrintedOn />
        <Narrow list={list} asked={asked} />
        {list.lines.length > 0 ? (
          <MemberTable list={list} chosen={chosenBefore(query)} />
        ) : (
          <Nobody slug={group.slug} asked={asked} />
        )}
        {list.lines.length > 0 ? <Below list={list} asked={asked} /> : null}
      </div>
      <Pager
        of="members"
        previous={asked.after ? membersPath(group.slug, { ...asked, after: null }) : undefined}
        next={list.next ? membersPath(group.slug, { ...asked, after: list.next }) : undefined}
      />
    </GroupFrame>
  );
}

function Adding({ slug }: { slug: string }) {
  return (
    <>
      <ButtonLink href={groupPath(slug, "/members/add")}>
        <Icon of={UserPlus} /> Add people
      </ButtonLink>
      <ButtonLink href={groupPath(slug, "/members/add/many")} variant="plain">
        Add many
      </ButtonLink>
    </>
  );
}

/** What is done with those who were chosen above, and the list as a file. */
function Below({ list, asked }: { list: MemberList; asked: MemberQuery }) {
  const { slug } = list.group;
  return (
    <div data-print="no" className="flex flex-wrap items-center justify-between gap-4">
      {mayChoose(list) ? (
        <form id={CHOOSING} action={groupPath(slug, "/members/chosen")} className="flex flex-wrap gap-3">
          {fieldsOf(asked).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" size="sm">
            Change those chosen…
          </Button>
          {list.next || asked.after ? (
            <Button type="submit" size="sm" variant="plain" name="all" value="1">
              … all that fit
            </Button>
          ) : null}
        </form>
      ) : null}
      {/* A file, which the router would take for a page. */}
      <a href={membersPath(slug, { ...asked, after: null }, "/file")} download className={buttonClass("plain", "sm")}>
        <Icon of={Download} size={16} /> {isNarrowed(asked) ? "Download these as CSV" : "Download as CSV"}
      </a>
    </div>
  );
}

function Nobody({ slug, asked }: { slug: string; asked: MemberQuery }) {
  if (!isNarrowed(asked)) return <p className="text-muted">Nobody is in it yet.</p>;
  return (
    <EmptyState title="No member fits">
      <p>
        {asked.q ? `Nobody’s name here begins with “${asked.q}”, as this is narrowed. ` : null}
        <TextLink href={membersPath(slug, { sort: asked.sort })}>Show everybody</TextLink>
      </p>
    </EmptyState>
  );
}

function Done({ word }: { word: string | undefined }) {
  const said = word === "added" ? ADD_SENTENCES.added : word === "removed" ? REMOVE_SENTENCES.removed : null;
  return said ? <Notice tone="success" role="status" title={said} /> : null;
}
