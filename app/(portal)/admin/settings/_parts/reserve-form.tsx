import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { reserveNameAction } from "@/lib/settings/actions";

export function ReserveForm() {
  return (
    <ActionForm
      action={reserveNameAction}
      label="Reserve a name"
      done={<Notice tone="success" title="Reserved. Groups that bear the name already keep it." />}
    >
      <TextInput name="name" label="Name" maxLength={160} autoComplete="off" spellCheck={false} />
      <TextInput
        name="reason"
        label="Reason"
        hint="Whoever wants to give the name to a group reads it."
        optional
        maxLength={500}
        autoComplete="off"
      />
      <SubmitButton variant="quiet">Reserve</SubmitButton>
    </ActionForm>
  );
}
