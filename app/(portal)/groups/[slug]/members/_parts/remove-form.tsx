import { ActionForm } from "@/app/_ui/form";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { touchesPeople } from "@/lib/groups/queries/count-consequences";
import { removeMemberAction } from "@/lib/members/actions";
import type { OneMember } from "@/lib/members/queries/list-members";
import { previewRemoving } from "@/lib/members/queries/preview-ending";
import { currentViewer } from "@/lib/session/current";
import { ConsequencesList } from "../../_parts/consequences-list";

export async function RemoveForm({ found: { group, member } }: { found: OneMember }) {
  const counts = await previewRemoving(await currentViewer(), group.slug, [member.account.id]);
  return (
    <div className="grid gap-4">
      <p className="text-sm">They lose their place and their roles here at once, and are told so.</p>
      {counts && touchesPeople(counts) ? <ConsequencesList counts={counts} /> : null}
      <ActionForm action={removeMemberAction} className="grid gap-4">
        <input type="hidden" name="group" value={group.slug} />
        <input type="hidden" name="account" value={member.account.id} />
        <ReasonField told rows={2} />
        <SubmitButton variant="danger" pendingLabel="Removing…">
          Remove from {group.name}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
