import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import { ListRow } from "@/app/_ui/list";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { PersonLine } from "@/lib/people/queries/list-people";
import { withQuery } from "../../../_parts/paths";

export function PersonRow({ person }: { person: PersonLine }) {
  const path = withQuery(`/admin/people/${person.id}`, {});
  return (
    <ListRow
      picture={<Avatar name={person.name} />}
      title={
        <TextLink href={path} bare>
          {person.name}
        </TextLink>
      }
      badges={<PersonBadges person={person} />}
      line={<AddressLine person={person} />}
      meta={
        <>
          <span>
            Since <Time at={person.since} show="day" />
          </span>
          {person.lastSeen ? (
            <span>
              Last seen <Time at={person.lastSeen} show="day" />
            </span>
          ) : null}
        </>
      }
      actions={
        <ButtonLink href={path} variant="plain" size="sm" className="sm:-mr-3 max-sm:-ml-3">
          <span>
            Open<span className="sr-only"> {person.name}</span>
          </span>
        </ButtonLink>
      }
    />
  );
}

export function PersonBadges({ person: { owner, active, awaitsProof, roles } }: { person: PersonLine }) {
  return (
    <>
      {owner ? <Badge tone="accent">Site owner</Badge> : null}
      {active ? null : <Badge tone="danger">{awaitsProof ? "Waits for proof of the address" : "Not active"}</Badge>}
      {roles.map(({ name, label }) => (
        <Badge key={name}>{label}</Badge>
      ))}
    </>
  );
}

function AddressLine({ person: { email, emailProven } }: { person: PersonLine }) {
  if (!email) return <>No address</>;
  return (
    <>
      {email}
      {emailProven ? null : " – not confirmed"}
    </>
  );
}
