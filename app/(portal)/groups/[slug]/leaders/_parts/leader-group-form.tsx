import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { appointLeaderAction } from "@/lib/leaders/actions";

export function LeaderGroupForm({ slug }: { slug: string }) {
  return (
    <ActionForm
      action={appointLeaderAction}
      className="grid gap-4"
      label="Put a whole group in charge"
      done={<Notice tone="success" title="Saved. Everybody in that group leads this one." />}
    >
      <input type="hidden" name="group" value={slug} />
      <TextInput
        name="leaderGroup"
        label="Address of the group"
        hint="The last part of its address, as in scouts-k3f9q2. Everybody in it leads this group, for as long as they are in."
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton variant="quiet">Put in charge</SubmitButton>
    </ActionForm>
  );
}
