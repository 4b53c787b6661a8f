import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { setChosenUntilAction } from "@/lib/members/actions";
import { Accounts, type Whom } from "./accounts";

export function UntilForAll(whom: Whom) {
  return (
    <ActionForm action={setChosenUntilAction} className="grid gap-4" label="When their memberships end">
      <Accounts {...whom} />
      <TextInput
        type="date"
        name="until"
        label="In the group until"
        hint="The memberships end by themselves after this day (UTC). Empty: they do not end."
        optional
        className="max-w-60"
      />
      <SubmitButton variant="quiet" pendingLabel="Starting…">
        Set the end
      </SubmitButton>
    </ActionForm>
  );
}
