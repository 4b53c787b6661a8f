/** Several members, chosen from the list: who they are, and what may be done to all of them at once. */
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { listChosenMembers, type MemberList } from "@/lib/members/queries/list-members";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";
import { mayChoose } from "../_parts/member-table";
import { ChosenPeople } from "./_parts/chosen-people";
import { RemoveAll } from "./_parts/remove-all";
import { RolesForAll } from "./_parts/roles-for-all";
import { UntilForAll } from "./_parts/until-for-all";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Change members");

export default async function ChosenPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const asked = [(await searchParams).account ?? []].flat();
  const list = await listChosenMembers(await currentViewer(), group.slug, asked);
  if (!list || !mayChoose(list)) notFound();
  const back = groupPath(group.slug, "/members");
  return (
    <>
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Members", href: back },
        ]}
        title={titleOf(list.lines.length)}
        lead="What you set is done for each in turn, and the report says what came of each."
      />
      {list.lines.length > 0 ? (
        <Parts list={list} />
      ) : (
        <EmptyState title="Nobody is chosen">
          <p>
            Tick the boxes of those whom you mean in <TextLink href={back}>the list of members</TextLink>.
          </p>
        </EmptyState>
      )}
    </>
  );
}

const titleOf = (many: number): string => (many === 1 ? "Change one member" : `Change ${many} members`);

function Parts({ list }: { list: MemberList }) {
  const { may, lines, roles } = list;
  const people = (those: MemberList["lines"]) => those.map(({ account }) => account);
  const [rolesOf, untilOf, removable] = [
    lines.filter(({ changeable }) => changeable.roles),
    lines.filter(({ changeable }) => changeable.until),
    lines.filter((line) => line.removable),
  ];
  return (
    <div className="grid gap-10">
      <ChosenPeople list={list} />
      {may.assignRoles && rolesOf.length > 0 && roles.length > 0 ? (
        <Panel beside id="roles-part" title="Roles" lead="What they may do here besides.">
          <RolesForAll slug={list.group.slug} people={people(rolesOf)} roles={roles} />
        </Panel>
      ) : null}
      {may.setUntil && untilOf.length > 0 ? (
        <Panel beside id="until-part" title="How long">
          <UntilForAll slug={list.group.slug} people={people(untilOf)} />
        </Panel>
      ) : null}
      {may.removeMembers && removable.length > 0 ? (
        <Panel beside id="remove" title="Remove them" tone="danger">
          <RemoveAll group={list.group} people={people(removable)} />
        </Panel>
      ) : null}
    </div>
  );
}
