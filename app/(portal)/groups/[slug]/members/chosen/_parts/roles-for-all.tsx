import { Checkbox } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { setChosenRolesAction } from "@/lib/members/actions";
import type { MemberList } from "@/lib/members/queries/list-members";
import { Accounts, type Whom } from "./accounts";

type Props = { whom: Whom; roles: MemberList["roles"] };

export function RolesForAll({ whom, roles }: Props) {
  return (
    <ActionForm action={setChosenRolesAction} className="grid gap-4" label="Roles of those chosen">
      <Accounts {...whom} />
      <Fieldset
        legend="Roles in this group"
        id="roles"
        hint="Afterwards each of them holds these and no other; with none ticked, none."
      >
        {roles.map(({ name, label, givable }) => (
          <Checkbox
            key={name}
            id={`roles-${name}`}
            name="roles"
            value={name}
            label={label}
            hint={
              givable ? undefined : "It brings rights that you do not hold here yourself: only who holds it keeps it."
            }
          />
        ))}
      </Fieldset>
      <SubmitButton variant="quiet" pendingLabel="Starting…">
        Set their roles
      </SubmitButton>
    </ActionForm>
  );
}
