/** Why somebody may or may not do something in this group: oneself, and others for those who may ask. */
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findExplanation } from "@/lib/explain/queries/find-explanation";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { currentViewer } from "@/lib/session/current";
import type { Viewer } from "@/lib/session/viewer";
import { groupPath, one } from "../../../_parts/paths";
import { Answer } from "../../../_parts/why/answer";
import { type AskedSubject, askedSubject } from "../../../_parts/why/asked-subject";
import { Choose } from "../../../_parts/why/choose";
import { Everything } from "../../../_parts/why/everything";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { AskForm } from "./_parts/ask-form";
import { foundHere } from "./_parts/asked";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Why");

export default async function WhyPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const viewer = await currentViewer();
  const query = await searchParams;
  const permission = one(query.permission);
  const found = await foundHere(viewer, group.slug, query, group.may.explainOthers);
  if (found.found === "one") {
    const explanation = await explained(viewer, group, { who: found.who, permission });
    const pathOf = (key: string) =>
      groupPath(group.slug, "/why", { permission: key, who: explanation.own ? null : explanation.who });
    return (
      <Frame group={group} asked={shown(askedSubject(query), explanation)} permission={explanation.permission.key}>
        <Answer explanation={explanation} />
        <Everything explanation={explanation} pathOf={pathOf} />
      </Frame>
    );
  }
  if (!group.may.explainOthers) notFound();
  const asked = askedSubject(query);
  const people = "people" in found ? found.people : [];
  return (
    <Frame group={group} asked={asked} permission={permission ?? "post.create"}>
      <Choose
        title={people.length > 0 ? `Who is “${asked.name}”?` : `Nobody that you can find is called “${asked.name}”`}
        choices={people.map(({ id, name, email }) => ({ id, label: name, more: email }))}
        hint="Capitals and accents do not matter. Members of the group are also asked about from its list of members."
        pathOf={(who) => groupPath(group.slug, "/why", { permission, who })}
      />
    </Frame>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof findExplanation>>>;

async function explained(
  viewer: Viewer,
  { slug }: GroupPage,
  asked: Pick<Parameters<typeof findExplanation>[1], "who" | "permission">,
): Promise<Found> {
  return (await findExplanation(viewer, { group: { slug }, ...asked })) ?? notFound();
}

/** What the form shows: whoever was found, by name. */
const shown = (asked: AskedSubject, { person }: Found): AskedSubject =>
  asked.kind === "person" && person !== null ? { ...asked, name: person } : asked;

type FrameProps = { group: GroupPage; asked: AskedSubject; permission: string; children: ReactNode };

function Frame({ group, asked, permission, children }: FrameProps) {
  const action = groupPath(group.slug, "/why");
  return (
    <GroupFrame group={group} tab="why">
      <div className="grid grid-cols-1 gap-8">
        <AskForm action={action} others={group.may.explainOthers} asked={asked} permission={permission} />
        {children}
      </div>
    </GroupFrame>
  );
}
