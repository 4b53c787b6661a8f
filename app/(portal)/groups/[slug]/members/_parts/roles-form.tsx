import { Checkbox } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { setMemberRolesAction } from "@/lib/members/actions";
import type { OneMember } from "@/lib/members/queries/list-members";

export function RolesForm({ found: { group, member, roles } }: { found: OneMember }) {
  const held = new Set(member.roles.map(({ name }) => name));
  return (
    <ActionForm
      action={setMemberRolesAction}
      className="grid gap-4"
      done={<Notice tone="success" title="Saved. They have been told." />}
    >
      <input type="hidden" name="group" value={group.slug} />
      <input type="hidden" name="account" value={member.account.id} />
      <Fieldset legend="Roles in this group" id="roles">
        {roles.map(({ name, label, givable }) => (
          <Checkbox
            key={name}
            id={`roles-${name}`}
            name="roles"
            value={name}
            label={label}
            defaultChecked={held.has(name)}
            disabled={!givable && !held.has(name)}
            hint={givable || held.has(name) ? undefined : "It brings rights that you do not hold here yourself."}
          />
        ))}
      </Fieldset>
      <SubmitButton variant="quiet">Save roles</SubmitButton>
    </ActionForm>
  );
}
