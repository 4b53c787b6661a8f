/** What joining means here, before one does it; or why one cannot. */
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { GroupPicture } from "@/app/_ui/group-picture";
import { PageHeader } from "@/app/_ui/page-header";
import { Sentence } from "@/app/_ui/sentence";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { listRequestRoles } from "@/lib/groups/queries/list-roles";
import { enterGroupAction } from "@/lib/members/actions";
import { currentViewer } from "@/lib/session/current";
import { groupPath, signInPath } from "../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { StakesLists } from "../_parts/stakes-lists";
import { WhyNot } from "../_parts/why-not";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Join");

export default async function JoinPage({ params }: GroupProps) {
  const group = await foundGroup(params);
  const { verb, slug } = group;
  if (verb.kind === "sign-in") redirect(signInPath(groupPath(slug, "/join")));
  if (group.status.member || verb.kind === "pending") redirect(groupPath(slug));
  const asks = verb.kind === "ask";
  return (
    <div className="column">
      <PageHeader
        crumbs={[{ label: group.name, href: groupPath(slug) }]}
        picture={<GroupPicture picture={group.picture} colour={group.colour} size={56} />}
        title={
          verb.kind === "why-not" ? "Why you cannot join" : asks ? `Ask to join ${group.name}` : `Join ${group.name}`
        }
      />
      <div className="grid gap-8">
        <Sentence>{group.sentence}</Sentence>
        {verb.kind === "why-not" ? <Refused group={group} word={verb.word} /> : <Joining group={group} asks={asks} />}
      </div>
    </div>
  );
}

async function Refused({ group, word }: { group: GroupPage; word: string }) {
  const roles = word === "needs-request-permission" ? await listRequestRoles(await currentViewer()) : [];
  return (
    <>
      <WhyNot group={group} of="join" requestRoles={roles} />
      <div>
        <ButtonLink href={groupPath(group.slug)}>Back to {group.name}</ButtonLink>
      </div>
    </>
  );
}

function Joining({ group, asks }: { group: GroupPage; asks: boolean }) {
  return (
    <>
      {group.joining ? <StakesLists stakes={group.joining} roles={{ gained: group.confers }} /> : null}
      <ActionForm action={enterGroupAction}>
        <input type="hidden" name="group" value={group.slug} />
        {asks ? (
          <TextArea
            name="note"
            label="A word to whoever decides"
            hint="Who you are, and why you would like to be in. It stays with the group’s requests."
            optional
            maxLength={500}
          />
        ) : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel={asks ? "Asking…" : "Joining…"}>
            {asks ? "Ask to join" : `Join ${group.name}`}
          </SubmitButton>
          <ButtonLink href={groupPath(group.slug)} variant="plain">
            Not now
          </ButtonLink>
        </div>
      </ActionForm>
    </>
  );
}
