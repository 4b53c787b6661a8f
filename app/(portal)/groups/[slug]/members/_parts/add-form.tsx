import { Checkbox, RadioCards } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { Time } from "@/app/_ui/time";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { addMemberAction } from "@/lib/members/actions";
import { listGivableRoles } from "@/lib/members/queries/list-givable-roles";
import type { PersonNamed } from "@/lib/members/queries/list-people-named";
import { currentViewer } from "@/lib/session/current";

type Props = { group: GroupPage; people: readonly PersonNamed[] };

export async function AddForm({ group, people }: Props) {
  const roles = await listGivableRoles(await currentViewer(), group.slug);
  const free = people.filter(({ member }) => !member);
  if (free.length === 0) return <Notice title="They are in this group already." />;
  return (
    <ActionForm action={addMemberAction}>
      <input type="hidden" name="group" value={group.slug} />
      <RadioCards
        name="account"
        legend="Who"
        cards={people.map((person) => ({
          value: person.id,
          label: person.name,
          hint: <Known person={person} />,
          disabled: person.member,
        }))}
        defaultValue={free.length === 1 ? free[0]?.id : undefined}
      />
      {roles.length > 0 ? (
        <Fieldset legend="As what" id="roles" hint="Every member holds what the rules give to members.">
          {roles.map(({ name, label }) => (
            <Checkbox key={name} id={`roles-${name}`} name="roles" value={name} label={label} />
          ))}
        </Fieldset>
      ) : null}
      <TextInput
        type="date"
        name="until"
        label="Until"
        hint="The membership ends by itself after this day (UTC). Empty: it does not end."
        optional
        className="max-w-60"
      />
      {group.confers.length > 0 ? (
        <Notice title={`Members of this group hold ${group.confers.join(" and ")} in the whole portal.`} />
      ) : null}
      <SubmitButton pendingLabel="Adding…">Add to {group.name}</SubmitButton>
    </ActionForm>
  );
}

function Known({ person }: { person: PersonNamed }) {
  return person.member ? (
    "In this group already"
  ) : (
    <>
      Here since <Time at={person.since} show="day" />
    </>
  );
}
