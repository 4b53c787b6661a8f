import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { editGroupAction } from "@/lib/groups/actions";
import type { GroupSettings } from "@/lib/groups/queries/find-group-settings";
import { FaceFields } from "../../../_parts/face-fields";

export function EditForm({ settings }: { settings: GroupSettings }) {
  return (
    <ActionForm
      action={editGroupAction}
      label="What it says of itself"
      done={<Notice tone="success" title="Saved. The address stays as it was." />}
    >
      <input type="hidden" name="group" value={settings.slug} />
      <FaceFields face={settings} />
      <SubmitButton>Save</SubmitButton>
    </ActionForm>
  );
}
