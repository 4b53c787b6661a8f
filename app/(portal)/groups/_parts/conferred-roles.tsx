/** Roles of the whole portal that members hold because they are in the group; for those who may decide that. */
import { Checkbox } from "@/app/_ui/choices";
import type { RoleChoice } from "@/lib/groups/queries/list-roles";

type Props = { confers: readonly string[]; roles: readonly RoleChoice[] };

export function ConferredRoles({ confers, roles }: Props) {
  const mine = roles.filter(({ mayConfer }) => mayConfer);
  if (mine.length === 0) return null;
  // A list is sent whole, so what is not this person's to change goes along as it is.
  const kept = confers.filter((name) => !mine.some((role) => role.name === name));
  return (
    <details open={confers.length > 0} className="border-t border-line pt-4">
      <summary className="cursor-pointer font-serif text-lg">What members hold elsewhere</summary>
      <p className="mt-1 mb-3 text-sm text-muted">
        Whoever is in this group holds these roles in the whole portal, for as long as they are in.
      </p>
      <input type="hidden" name="has" value="confers" />
      {kept.map((name) => (
        <input key={name} type="hidden" name="confers" value={name} />
      ))}
      <div className="grid gap-3">
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
    </details>
  );
}
