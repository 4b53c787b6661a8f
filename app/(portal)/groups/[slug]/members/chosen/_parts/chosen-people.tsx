import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import type { MemberList } from "@/lib/members/queries/list-members";
import type { MemberLine } from "@/lib/members/queries/member-lines";
import { numberWords } from "../../../../../_parts/count-words";
import { PersonName } from "../../../../../_parts/person-name";

/** More of them are a number: nobody reads further. */
const SHOWN = 25;

/** Who was chosen, and whom nothing can be done to. */
export function ChosenPeople({ list: { lines, profiles } }: { list: MemberList }) {
  const more = lines.length - SHOWN;
  const above = lines.slice(SHOWN).filter(isAbove).length;
  return (
    <ul aria-label="Chosen members" className="flex flex-wrap gap-x-6 gap-y-3">
      {lines.slice(0, SHOWN).map((line) => (
        <li key={line.account.id} className="flex min-w-0 items-center gap-2 text-sm">
          <Avatar name={line.account.name} size="sm" />
          <PersonName person={line.account} profiles={profiles} bare />
          {line.own ? <span className="text-muted">(you)</span> : null}
          {isAbove(line) ? <Badge tone="warning">above you</Badge> : null}
        </li>
      ))}
      {more > 0 ? (
        <li className="self-center text-sm text-muted">
          and {more.toLocaleString("en")} more
          {above > 0 ? `, of whom ${numberWords(above, "is", "are")} above you` : null}
        </li>
      ) : null}
    </ul>
  );
}

const isAbove = ({ removable, changeable }: MemberLine) => !(removable || changeable.roles || changeable.until);
