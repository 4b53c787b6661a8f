/** Accounts as a table to tick in: a plain form leads from it to the page that says what would follow. */
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { PeopleQuery, PersonLine } from "@/lib/people/queries/list-people";
import type { GivableRole } from "@/lib/permissions/queries/list-global-roles";
import { withQuery } from "../../../_parts/paths";
import { filterFields } from "./asked";
import { BulkBar } from "./bulk-bar";
import { RoleBadges, StateBadges } from "./person-badges";

type Props = {
  people: readonly PersonLine[];
  asked: PeopleQuery;
  roles: readonly GivableRole[];
  more: boolean;
  /** who comes ticked */
  chosen: ReadonlySet<string>;
};

const COLUMNS = [
  { label: "Name" },
  { label: "Roles", words: true },
  { label: "State" },
  { label: "Since" },
  { label: "Last seen" },
  { label: "Groups", align: "end" },
] as const;

export function PeopleTable({ people, asked, roles, more, chosen }: Props) {
  return (
    <form action="/admin/people/bulk" className="grid grid-cols-1 gap-5" aria-label="Several people at once">
      {filterFields(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {asked.after ? <input type="hidden" name="after" value={asked.after} /> : null}
      <Table
        caption="People"
        columns={COLUMNS}
        rows={people.map((person) => ({ key: person.id, name: person.name, cells: cellsOf(person, chosen) }))}
      />
      <BulkBar roles={roles} more={more} />
    </form>
  );
}

function cellsOf(person: PersonLine, chosen: ReadonlySet<string>) {
  return [
    <span key="name" className="flex items-center gap-3 @2xl:min-w-56">
      <input
        type="checkbox"
        name="who"
        value={person.id}
        defaultChecked={chosen.has(person.id)}
        aria-label={`Choose ${person.name}`}
        className="size-5 shrink-0"
      />
      <span className="grid min-w-0">
        <TextLink href={withQuery(`/admin/people/${person.id}`, {})} bare className="justify-self-start">
          {person.name}
        </TextLink>
        {person.email ? <Address person={person} /> : null}
      </span>
    </span>,
    person.roles.length > 0 ? (
      <span key="roles" className="flex flex-wrap gap-1">
        <RoleBadges person={person} />
      </span>
    ) : null,
    person.owner || !person.active ? (
      <span key="state" className="flex flex-wrap gap-1">
        <StateBadges person={person} />
      </span>
    ) : (
      "Active"
    ),
    <Time key="since" at={person.since} show="day" />,
    person.lastSeen ? <Time key="seen" at={person.lastSeen} show="day" /> : "never",
    person.groups > 1_000 ? "1,000+" : person.groups.toLocaleString("en"),
  ];
}

function Address({ person: { email, emailProven } }: { person: PersonLine }) {
  const [name, host] = email?.split("@") ?? [];
  return (
    <span className="text-xs font-normal text-muted">
      {name}
      {host ? (
        <>
          <wbr />@{host}
        </>
      ) : null}
      {emailProven ? null : <span className="block italic">not confirmed</span>}
    </span>
  );
}
