import { Star } from "lucide";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { MemberList } from "@/lib/members/queries/list-members";
import type { MemberLine } from "@/lib/members/queries/member-lines";
import { cameBy } from "@/lib/members/sentences";
import { groupPath } from "../../../../_parts/paths";
import { PersonName } from "../../../../_parts/person-name";

/** The form that the boxes of the rows belong to; it stands below the table. */
export const CHOOSING = "choosing";

/** Whether there is anything that may be done to those who are chosen. */
export const mayChoose = ({ may }: MemberList): boolean => may.assignRoles || may.setUntil || may.removeMembers;

/** `chosen`: who comes ticked. */
export function MemberTable({ list, chosen }: { list: MemberList; chosen: ReadonlySet<string> }) {
  const tends = mayChoose(list);
  const { explainOthers } = list.may;
  const columns = [
    { label: "Name" },
    { label: "Roles", words: true },
    { label: "Since" },
    { label: "Until" },
    { label: "How", words: true },
    ...(explainOthers ? [{ label: "Why", quiet: true, align: "end" as const }] : []),
    ...(tends ? [{ label: "Change", quiet: true, align: "end" as const }] : []),
  ];
  const rows = list.lines.map((line) => ({
    key: line.account.id,
    ...(tends && { name: line.account.name }),
    cells: [
      <Name key="name" line={line} profiles={list.profiles} chooses={tends} chosen={chosen} />,
      <Roles key="roles" line={line} />,
      <Time key="since" at={line.since} show="day" />,
      <Until key="until" until={line.until} />,
      cameBy(line),
      ...(explainOthers ? [<Why key="why" slug={list.group.slug} line={line} />] : []),
      ...(tends ? [<Change key="change" slug={list.group.slug} line={line} />] : []),
    ],
  }));
  return <Table caption={`Members of ${list.group.name}`} columns={columns} rows={rows} />;
}

function Until({ until }: { until: string | null }) {
  return until ? <Time at={until} show="day" /> : null;
}

type NameProps = { line: MemberLine; profiles: boolean; chooses: boolean; chosen: ReadonlySet<string> };

function Name({ line: { account, own, title, ...line }, profiles, chooses, chosen }: NameProps) {
  const movable = line.removable || line.changeable.roles || line.changeable.until;
  return (
    <span className="flex items-center gap-3 @2xl:min-w-40">
      {chooses ? (
        <input
          type="checkbox"
          form={CHOOSING}
          name="account"
          value={account.id}
          disabled={!movable}
          defaultChecked={movable && chosen.has(account.id)}
          aria-label={`Choose ${account.name}`}
          className="size-5 shrink-0"
        />
      ) : null}
      <Avatar name={account.name} size="sm" />
      <span className="grid">
        <span>
          <PersonName person={account} profiles={profiles} bare />
          {own ? <span className="text-muted"> (you)</span> : null}
        </span>
        {title ? <span className="text-xs font-normal text-muted">{title}</span> : null}
      </span>
    </span>
  );
}

function Roles({ line: { roles, leads } }: { line: MemberLine }) {
  if (roles.length === 0 && !leads) return null;
  return (
    <span className="flex flex-wrap gap-1.5">
      {leads ? (
        <Badge tone="accent" icon={Star}>
          Leads
        </Badge>
      ) : null}
      {roles.map(({ name, label }) => (
        <Badge key={name}>{label}</Badge>
      ))}
    </span>
  );
}

function Change({ slug, line: { account } }: { slug: string; line: MemberLine }) {
  return (
    <TextLink href={groupPath(slug, `/members/${account.id}`)}>
      Change<span className="sr-only"> {account.name}</span>
    </TextLink>
  );
}

/** Why they may, or may not, do what people ask about first: the page has everything else below. */
function Why({ slug, line: { account } }: { slug: string; line: MemberLine }) {
  return (
    <TextLink href={groupPath(slug, "/why", { who: account.id })}>
      Why?<span className="sr-only"> {account.name}</span>
    </TextLink>
  );
}
