/** One account: what it holds and why, and whether it may come in. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { ButtonLink } from "@/app/_ui/button";
import { Facts } from "@/app/_ui/facts";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { Time } from "@/app/_ui/time";
import { findTies, listMemberships } from "@/lib/people/queries/list-memberships";
import { findAccount, type PersonLine } from "@/lib/people/queries/list-people";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { listGlobalRoles } from "@/lib/permissions/queries/list-global-roles";
import { decideGlobal } from "@/lib/policy/decide";
import { currentViewer } from "@/lib/session/current";
import type { Viewer } from "@/lib/session/viewer";
import { one, personPath, withQuery } from "../../../_parts/paths";
import { ADMIN, PEOPLE } from "../../_parts/crumbs";
import { RoleBadges, StateBadges } from "../_parts/person-badges";
import { Activation } from "./_parts/activation";
import { AskFirst } from "./_parts/ask-first";
import { askedVerb, DONE } from "./_parts/asked-verb";
import { HeldRoles } from "./_parts/held-roles";
import { Memberships } from "./_parts/memberships";
import { Ownership } from "./_parts/ownership";
import { Ties } from "./_parts/ties";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const find = cache(async (account: string) => findAccount(await currentViewer(), account));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await find((await params).account);
  return person ? { title: person.name } : {};
}

export default async function PersonPage({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  const person = await find((await params).account);
  if (!person) notFound();
  const query = await searchParams;
  const asked = askedVerb(person, query);
  const done = DONE[one(query.done) ?? ""];
  return (
    <>
      <PageHeader
        crumbs={[ADMIN, PEOPLE]}
        picture={<Avatar name={person.name} size="lg" />}
        title={person.name}
        badges={
          <>
            <StateBadges person={person} />
            <RoleBadges person={person} />
          </>
        }
        actions={<Ways viewer={viewer} person={person} />}
      />
      <div className="grid gap-10">
        {done ? <Notice tone="success" role="status" title={done} /> : null}
        {asked ? (
          <div className="max-w-prose">
            <AskFirst viewer={viewer} person={person} verb={asked} />
          </div>
        ) : (
          <Parts viewer={viewer} person={person} after={one(query.after)} />
        )}
      </div>
    </>
  );
}

async function Parts({ viewer, person, after }: { viewer: Viewer; person: PersonLine; after: string | undefined }) {
  const [roles, groups, ties] = await Promise.all([
    listGlobalRoles(viewer),
    listMemberships(viewer, person.id, after),
    findTies(viewer, person.id),
  ]);
  if (!groups || !ties) notFound();
  return (
    <>
      <Facts facts={factsOf(person, ties.sessions)} />
      {person.above ? (
        <Notice title="They stand above you in the portal">
          <p>They hold a permission that you do not hold, so that nothing of theirs is yours to take.</p>
        </Notice>
      ) : null}
      <Panel beside id="roles" title="Roles of this portal" look="bare">
        <HeldRoles person={person} roles={roles} />
      </Panel>
      <Panel id="groups" title="Groups" lead="Those that you see and whose members you may know." look="bare">
        <Memberships person={person} page={groups} after={after} />
      </Panel>
      <Ties account={person.id} ties={ties} />
      <Panel beside id="activation" title="Coming in">
        <Activation person={person} />
      </Panel>
      {viewer.account?.owner ? (
        <Panel beside id="ownership" title="Site owner">
          <Ownership person={person} />
        </Panel>
      ) : null}
    </>
  );
}

function Ways({ viewer, person }: { viewer: Viewer; person: PersonLine }) {
  const profile = person.active && mayViewProfiles(viewer);
  return (
    <>
      {profile ? <ButtonLink href={personPath(person.id)}>Profile</ButtonLink> : null}
      {decideGlobal(viewer, "audit.view").allowed ? (
        <ButtonLink href={withQuery("/admin/audit", { person: person.id })}>Their log</ButtonLink>
      ) : null}
      {decideGlobal(viewer, "explain.view").allowed ? (
        <ButtonLink href={withQuery("/admin/explain", { who: person.id })}>Explain</ButtonLink>
      ) : null}
    </>
  );
}

function factsOf({ email, emailProven, since, lastSeen }: PersonLine, sessions: number) {
  return [
    { name: "Address", value: email ? `${email}${emailProven ? "" : " – not confirmed"}` : "none" },
    { name: "Account since", value: <Time at={since} /> },
    { name: "Last seen", value: lastSeen ? <Time at={lastSeen} /> : "never" },
    {
      name: "Signed in",
      value: sessions === 1 ? "in 1 browser" : sessions > 0 ? `in ${sessions} browsers` : "nowhere",
    },
  ];
}
