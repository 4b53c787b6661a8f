import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
import { touchesPeople } from "@/lib/groups/queries/count-consequences";
import { removeChosenAction } from "@/lib/members/actions";
import { previewRemoving } from "@/lib/members/queries/preview-ending";
import { currentViewer } from "@/lib/session/current";
import { ConsequencesList } from "../../../_parts/consequences-list";
import { Accounts } from "./accounts";

type Props = {
  group: { readonly slug: string; readonly name: string };
  people: readonly { readonly id: string; readonly name: string }[];
};

export async function RemoveAll({ group, people }: Props) {
  const ids = people.map(({ id }) => id);
  const counts = await previewRemoving(await currentViewer(), group.slug, ids);
  return (
    <div className="grid gap-4">
      <p className="text-sm">They lose their places and their roles here, and are told so.</p>
      {counts && touchesPeople(counts) ? <ConsequencesList counts={counts} /> : null}
      <ActionForm action={removeChosenAction} className="grid gap-4" label="Remove them">
        <Accounts slug={group.slug} people={people} />
        <TextArea
          name="reason"
          label="Why"
          hint="They read it, and it stands in the log."
          optional
          maxLength={500}
          rows={2}
        />
        <SubmitButton variant="danger" pendingLabel="Starting…">
          {people.length === 1 ? "Remove from the group" : `Remove ${people.length} from the group`}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
