/** Roles of the whole portal that members hold because they are in the group; for those who may decide that. */
import { Checkbox } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import type { RoleChoice } from "@/lib/groups/queries/list-roles";

type Props = { confers: readonly string[]; roles: readonly RoleChoice[] };

export function ConferredRoles({ confers, roles }: Props) {
  const mine = roles.filter(({ mayConfer }) => mayConfer);
  if (mine.length === 0) return null;
  // A list is sent whole, so what is not this person's to change goes along as it is.
  const kept = confers.filter((name) => !mine.some((role) => role.name === name));
  return (
    <Fieldset
      legend="What members hold elsewhere"
      hint="Whoever is in this group holds these roles in the whole portal, for as long as they are in."
      id="confers"
    >
      <input type="hidden" name="has" value="confers" />
      {kept.map((name) => (
        <input key={name} type="hidden" name="confers" value={name} />
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        {mine.map(({ name, label }) => (
          <Checkbox
            key={name}
            id={`confers-${name}`}
            name="confers"
            value={name}
            label={label}
            defaultChecked={confers.includes(name)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
