/** The form: a visitor or an account, its roles, and how it stands to the group that was chosen. */
import { Checkbox, RadioCards } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { beginViewingAction } from "@/lib/view-as/actions";
import type { ViewAsPage } from "@/lib/view-as/queries/find-view-as-page";

const KINDS = [
  { value: "visitor", label: "A visitor", hint: "Somebody who has not signed in." },
  {
    value: "account",
    label: "Somebody with an account",
    hint: "Without a role ticked: any outsider, who holds only what every account holds.",
  },
];

export function AsWhom({ roles, group }: Pick<ViewAsPage, "roles" | "group">) {
  return (
    <ActionForm action={beginViewingAction} label="View as" className="group/whom grid gap-8">
      <RadioCards name="as" legend="As whom?" cards={KINDS} defaultValue={group ? "account" : "visitor"} />
      <div className="hidden gap-8 group-has-[#as-account:checked]/whom:grid">
        {roles.length > 0 ? (
          <Fieldset legend="Roles of this portal" hint="Those that the account holds." id="roles">
            {roles.map(({ name, label }) => (
              <Checkbox key={name} name="roles" id={`roles-${name}`} value={name} label={label} />
            ))}
          </Fieldset>
        ) : null}
        {group ? <Standing group={group} /> : null}
      </div>
      <SubmitButton pendingLabel="Beginning">View the portal like this</SubmitButton>
    </ActionForm>
  );
}

function Standing({ group: { slug, name, roles } }: { group: NonNullable<ViewAsPage["group"]> }) {
  const cards = [
    { value: "member", label: "A member" },
    { value: "leads", label: "In charge, not a member" },
    { value: "both", label: "A member in charge" },
    { value: "outside", label: "Outside of it" },
  ];
  return (
    <>
      <input type="hidden" name="group" value={slug} />
      <RadioCards name="standing" legend={`How do they stand to ${name}?`} cards={cards} defaultValue="member" />
      {roles.length > 0 ? (
        <Fieldset legend={`Roles in ${name}`} hint="They count for a member." id="groupRoles">
          {roles.map((role) => (
            <Checkbox
              key={role.name}
              name="groupRoles"
              id={`groupRoles-${role.name}`}
              value={role.name}
              label={role.label}
            />
          ))}
        </Fieldset>
      ) : null}
    </>
  );
}
