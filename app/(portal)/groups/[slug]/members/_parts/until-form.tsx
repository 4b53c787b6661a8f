import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { setUntilAction } from "@/lib/members/actions";
import type { OneMember } from "@/lib/members/queries/list-members";

export function UntilForm({ found: { group, member } }: { found: OneMember }) {
  return (
    <ActionForm
      action={setUntilAction}
      className="grid gap-4"
      label="When the membership ends"
      done={<Notice tone="success" title="Saved. They have been told." />}
    >
      <input type="hidden" name="group" value={group.slug} />
      <input type="hidden" name="account" value={member.account.id} />
      <TextInput
        type="date"
        name="until"
        label="In the group until"
        hint="The membership ends by itself after this day (UTC). Empty: it does not end."
        optional
        defaultValue={member.until?.slice(0, 10)}
        className="max-w-60"
      />
      <SubmitButton variant="quiet">Save</SubmitButton>
    </ActionForm>
  );
}
