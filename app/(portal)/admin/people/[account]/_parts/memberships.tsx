/** The groups that somebody is in, as far as the reader may know of it. */
import { Pager } from "@/app/_ui/pager";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { Page } from "@/lib/cursor";
import type { MembershipLine } from "@/lib/people/queries/list-memberships";
import type { PersonLine } from "@/lib/people/queries/list-people";
import { howWords } from "../../../../_parts/how-words";
import { groupPath, withQuery } from "../../../../_parts/paths";

type Props = { person: PersonLine; page: Page<MembershipLine>; after: string | undefined };

const COLUMNS = [
  { label: "Group" },
  { label: "Since" },
  { label: "Until" },
  { label: "How", words: true },
  { label: "Roles", words: true },
  { label: "Why", quiet: true, align: "end" },
] as const;

export function Memberships({ person, page, after }: Props) {
  if (page.lines.length === 0 && !after) return <p className="text-sm text-muted">In no group that you know of.</p>;
  const path = `/admin/people/${person.id}`;
  return (
    <>
      <Table
        caption={`Groups of ${person.name}`}
        columns={COLUMNS}
        rows={page.lines.map((line) => ({ key: line.slug, cells: cellsOf(person, line) }))}
      />
      <Pager
        of="groups"
        previous={after ? withQuery(path, {}) : undefined}
        next={page.next ? withQuery(path, { after: page.next }) : undefined}
      />
    </>
  );
}

function cellsOf(person: PersonLine, line: MembershipLine) {
  return [
    <TextLink key="name" href={groupPath(line.slug)} bare>
      {line.name}
    </TextLink>,
    <Time key="since" at={line.since} show="day" />,
    line.until ? <Time key="until" at={line.until} show="day" /> : null,
    howWords(line),
    line.roles.join(", "),
    <TextLink key="why" href={groupPath(line.slug, "/why", { who: person.id })}>
      Explain<span className="sr-only">{` ${line.name}`}</span>
    </TextLink>,
  ];
}
