import { ActionForm } from "@/app/_ui/form";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { touchesPeople } from "@/lib/groups/queries/count-consequences";
import { removeChosenAction } from "@/lib/members/actions";
import { previewRemoving } from "@/lib/members/queries/preview-ending";
import { currentViewer } from "@/lib/session/current";
import { ConsequencesList } from "../../../_parts/consequences-list";
import { Accounts, type Whom } from "./accounts";

export async function RemoveAll(whom: Whom) {
  const { slug, people } = whom;
  const counts = await previewRemoving(
    await currentViewer(),
    slug,
    people.map(({ id }) => id),
  );
  return (
    <div className="grid gap-4">
      <p className="text-sm">They lose their places and their roles here, and are told so.</p>
      {counts && touchesPeople(counts) ? <ConsequencesList counts={counts} /> : null}
      <ActionForm action={removeChosenAction} className="grid gap-4" label="Remove them">
        <Accounts {...whom} />
        <ReasonField told rows={2} />
        <SubmitButton variant="danger" pendingLabel="Starting…">
          {people.length === 1
            ? "Remove from the group"
            : `Remove ${people.length.toLocaleString("en")} from the group`}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
