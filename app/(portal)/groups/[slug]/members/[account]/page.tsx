/** One member: their roles, when it ends, and the end of it. Each part only for whom it is. */
import { notFound } from "next/navigation";
import { Avatar } from "@/app/_ui/avatar";
import { ButtonLink } from "@/app/_ui/button";
import { Facts } from "@/app/_ui/facts";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { Time } from "@/app/_ui/time";
import { findMember, type OneMember } from "@/lib/members/queries/list-members";
import { cameBy } from "@/lib/members/sentences";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../../_parts/paths";
import { PersonName } from "../../../../_parts/person-name";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";
import { RemoveForm } from "../_parts/remove-form";
import { RolesForm } from "../_parts/roles-form";
import { UntilForm } from "../_parts/until-form";

type Props = { params: Promise<{ slug: string; account: string }>; searchParams: GroupProps["searchParams"] };

export const generateMetadata = ({ params }: Props) => titled(params, "Member");

export default async function MemberPage({ params }: Props) {
  const group = await foundGroup(params);
  const found = await findMember(await currentViewer(), group.slug, (await params).account);
  if (!found || !tends(found)) notFound();
  const { member, may } = found;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Members", href: groupPath(group.slug, "/members") },
        ]}
        picture={<Avatar name={member.account.name} size="lg" />}
        title={<PersonName person={member.account} profiles={found.profiles} bare />}
        actions={
          group.may.viewLog ? (
            <ButtonLink href={groupPath(group.slug, "/log", { person: member.account.id })} variant="plain" size="sm">
              Their lines in the log
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid gap-10">
        <Facts facts={factsOf(found)} />
        {member.own || member.removable || member.changeable.roles || member.changeable.until ? null : (
          <p className="text-sm text-muted">
            They hold rights here that you do not hold, so nothing is yours to change.
          </p>
        )}
        {may.assignRoles && member.changeable.roles && found.roles.length > 0 ? (
          <Panel beside id="roles-part" title="Roles" lead="What they may do here besides.">
            <RolesForm found={found} />
          </Panel>
        ) : null}
        {may.setUntil && member.changeable.until ? (
          <Panel beside id="until-part" title="How long">
            <UntilForm found={found} />
          </Panel>
        ) : null}
        {may.removeMembers && member.removable ? (
          <Panel beside id="remove" title={`Remove ${member.account.name}`} tone="danger">
            <RemoveForm found={found} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}

function tends({ may }: OneMember): boolean {
  return may.assignRoles || may.setUntil || may.removeMembers;
}

function factsOf({ member }: OneMember) {
  return [
    { name: "In since", value: <Time at={member.since} /> },
    { name: "How", value: cameBy(member) },
    ...(member.until ? [{ name: "Until", value: <Time at={member.until} /> }] : []),
    ...(member.title ? [{ name: "Title", value: member.title }] : []),
    ...(member.note ? [{ name: "Note", value: <span className="whitespace-pre-line">{member.note}</span> }] : []),
  ];
}
