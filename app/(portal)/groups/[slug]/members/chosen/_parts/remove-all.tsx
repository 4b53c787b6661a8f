import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
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
        <TextArea
          name="reason"
          label="Why"
          hint="They read it, and it stands in the log."
          optional
          maxLength={500}
          rows={2}
        />
        <SubmitButton variant="danger" pendingLabel="Starting…">
          {people.length === 1
            ? "Remove from the group"
            : `Remove ${people.length.toLocaleString("en")} from the group`}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
