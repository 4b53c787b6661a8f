import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { List, ListRow } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { Time } from "@/app/_ui/time";
import type { PersonNamed } from "@/lib/members/queries/list-people-named";
import { PersonName } from "../../../../_parts/person-name";

type Props = { people: readonly PersonNamed[]; who: string; profiles: boolean };

export function FoundPeople({ people, who, profiles }: Props) {
  if (people.length === 0) {
    return (
      <Notice title={`Nobody here is called “${who}”`}>
        <p>Write the whole name. Capitals and accents do not matter.</p>
      </Notice>
    );
  }
  return (
    <List label="People of that name">
      {people.map((person) => (
        <ListRow
          key={person.id}
          picture={<Avatar name={person.name} />}
          title={<PersonName person={person} profiles={profiles} bare />}
          meta={
            <span>
              {person.member ? "A member. " : ""}Here since <Time at={person.since} show="day" />
            </span>
          }
          actions={
            person.leads ? <span className="text-sm text-muted">Leads already</span> : <Appoint person={person} />
          }
        />
      ))}
    </List>
  );
}

function Appoint({ person }: { person: PersonNamed }) {
  return (
    <Button type="submit" form="appoint" name="account" value={person.id} size="sm">
      Put in charge<span className="sr-only"> {person.name}</span>
    </Button>
  );
}
