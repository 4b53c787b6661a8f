import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import type { MemberList } from "@/lib/members/queries/list-members";
import { PersonName } from "../../../../../_parts/person-name";

/** Who was chosen, and whom nothing can be done to. */
export function ChosenPeople({ list: { lines, profiles } }: { list: MemberList }) {
  return (
    <ul aria-label="Chosen members" className="flex flex-wrap gap-x-6 gap-y-3">
      {lines.map(({ account, own, removable, changeable }) => (
        <li key={account.id} className="flex min-w-0 items-center gap-2 text-sm">
          <Avatar name={account.name} size="sm" />
          <PersonName person={account} profiles={profiles} bare />
          {own ? <span className="text-muted">(you)</span> : null}
          {removable || changeable.roles || changeable.until ? null : <Badge tone="warning">above you</Badge>}
        </li>
      ))}
    </ul>
  );
}
