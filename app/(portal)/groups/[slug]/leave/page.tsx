/** What leaving means here, before one does it; or why one cannot. */
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { GroupPicture } from "@/app/_ui/group-picture";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
import { touchesPeople } from "@/lib/groups/queries/count-consequences";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { leaveGroupAction } from "@/lib/members/actions";
import { previewLeaving } from "@/lib/members/queries/preview-ending";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../_parts/paths";
import { ConsequencesList } from "../_parts/consequences-list";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { StakesLists } from "../_parts/stakes-lists";
import { WhyNot } from "../_parts/why-not";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Leave");

export default async function LeavePage({ params }: GroupProps) {
  const group = await foundGroup(params);
  const { verb, slug, status } = group;
  if (!status.member || verb.kind === "pending") redirect(groupPath(slug));
  const asks = verb.kind === "member-ask-leave";
  const may = asks || verb.kind === "member-leave";
  return (
    <div className="column">
      <PageHeader
        crumbs={[{ label: group.name, href: groupPath(slug) }]}
        picture={<GroupPicture picture={group.picture} colour={group.colour} size={56} />}
        title={may ? (asks ? `Ask to leave ${group.name}` : `Leave ${group.name}?`) : "Why you cannot leave"}
      />
      <div className="grid gap-8">{may ? <Leaving group={group} asks={asks} /> : <Refused group={group} />}</div>
    </div>
  );
}

function Refused({ group }: { group: GroupPage }) {
  return (
    <>
      <WhyNot group={group} of="leave" />
      <div>
        <ButtonLink href={groupPath(group.slug)}>Back to {group.name}</ButtonLink>
      </div>
    </>
  );
}

async function Leaving({ group, asks }: { group: GroupPage; asks: boolean }) {
  const counts = group.confers.length > 0 ? await previewLeaving(await currentViewer(), group.slug) : null;
  const lost = group.membership?.roles ?? [];
  // The roles stand among what one loses.
  const rest = counts && { ...counts, rolesLost: [], rolesGained: [] };
  return (
    <>
      {group.leaving ? (
        <StakesLists
          stakes={group.leaving}
          roles={{ lost: [...lost, ...(counts?.rolesLost ?? []).map((r) => r.label)] }}
        />
      ) : null}
      {rest && touchesPeople(rest) ? <ConsequencesList counts={rest} self /> : null}
      {group.flags.hidden ? (
        <p className="text-sm text-muted">This group is hidden: you will not find it again without a link to it.</p>
      ) : null}
      <ActionForm action={leaveGroupAction}>
        <input type="hidden" name="group" value={group.slug} />
        {asks ? (
          <>
            <p className="text-sm text-muted">Leaving this group takes somebody’s approval. Until then you stay in.</p>
            <TextArea
              name="note"
              label="A word to whoever decides"
              hint="It stays with the group’s requests."
              optional
              maxLength={500}
            />
          </>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="danger" pendingLabel={asks ? "Asking…" : "Leaving…"}>
            {asks ? "Ask to leave" : `Leave ${group.name}`}
          </SubmitButton>
          <ButtonLink href={groupPath(group.slug)} variant="plain">
            Stay
          </ButtonLink>
        </div>
      </ActionForm>
    </>
  );
}
