/** Several members, ticked in the list or all that fit: who they are, and what may be done to all of them at once. */
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { isMeant, listAllFitting } from "@/lib/members/queries/list-all-fitting";
import { listChosenMembers, type MemberList, type MemberQuery } from "@/lib/members/queries/list-members";
import { CHOSEN_SENTENCES } from "@/lib/members/sentences";
import { currentViewer } from "@/lib/session/current";
import { withChosen } from "../../../../_parts/chosen";
import { numberWords } from "../../../../_parts/count-words";
import { groupPath, one } from "../../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";
import { askedFrom, isNarrowed, membersPath } from "../_parts/asked";
import { mayChoose } from "../_parts/member-table";
import { whomOf } from "./_parts/accounts";
import { ChosenPeople } from "./_parts/chosen-people";
import { RemoveAll } from "./_parts/remove-all";
import { RolesForAll } from "./_parts/roles-for-all";
import { UntilForAll } from "./_parts/until-for-all";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Change members");

export default async function ChosenPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const query = await searchParams;
  const [asked, ticked] = [askedFrom(query), [query.account ?? []].flat()];
  const fitting = one(query.all) === "1" ? { ...asked, sort: "since" as const, after: null } : null;
  const viewer = await currentViewer();
  const list = fitting
    ? await listAllFitting(viewer, group.slug, fitting)
    : await listChosenMembers(viewer, group.slug, ticked);
  if (!list || !mayChoose(list)) notFound();
  const back = withChosen(membersPath(group.slug, asked), fitting ? [] : ticked);
  const tooMany = fitting !== null && list.next !== null;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Members", href: back },
        ]}
        title={tooMany ? "Change members" : `Change ${numberWords(list.lines.length, "member")}`}
        lead={leadOf(fitting)}
      />
      {tooMany ? <Notice tone="warning" title={CHOSEN_SENTENCES["too-many"]} actions={<Back to={back} />} /> : null}
      {list.lines.length === 0 ? <Nobody back={back} /> : null}
      {list.lines.length > 0 && !tooMany ? <Parts list={list} fitting={fitting} /> : null}
    </>
  );
}

const EACH = "What you set is done for each in turn, and the report says what came of each.";

function leadOf(fitting: MemberQuery | null): string {
  if (!fitting) return EACH;
  return `${isNarrowed(fitting) ? "Everybody who fits" : "Everybody in the group"}, but for yourself. ${EACH}`;
}

function Back({ to }: { to: ReturnType<typeof membersPath> }) {
  return <TextLink href={to}>Back to the list of members</TextLink>;
}

function Nobody({ back }: { back: ReturnType<typeof membersPath> }) {
  return (
    <EmptyState title="Nobody is chosen">
      <p>
        Tick the boxes of those whom you mean in <TextLink href={back}>the list of members</TextLink>.
      </p>
    </EmptyState>
  );
}

function Parts({ list, fitting }: { list: MemberList; fitting: MemberQuery | null }) {
  const { may, roles } = list;
  const [rolesOf, untilOf, removable] = [
    whomOf(list, fitting, isMeant.setRoles),
    whomOf(list, fitting, isMeant.setUntil),
    whomOf(list, fitting, isMeant.remove),
  ];
  return (
    <div className="grid gap-10">
      <ChosenPeople list={list} />
      {may.assignRoles && rolesOf.people.length > 0 && roles.length > 0 ? (
        <Panel beside id="roles-part" title="Roles" lead="What they may do here besides.">
          <RolesForAll whom={rolesOf} roles={roles} />
        </Panel>
      ) : null}
      {may.setUntil && untilOf.people.length > 0 ? (
        <Panel beside id="until-part" title="How long">
          <UntilForAll {...untilOf} />
        </Panel>
      ) : null}
      {may.removeMembers && removable.people.length > 0 ? (
        <Panel beside id="remove" title="Remove them" tone="danger">
          <RemoveAll {...removable} />
        </Panel>
      ) : null}
    </div>
  );
}
