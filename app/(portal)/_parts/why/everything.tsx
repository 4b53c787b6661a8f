/** Everything that somebody may and may not do in a group, or two people side by side. */
import { Check, X } from "lucide";
import type { Route } from "next";
import { Badge } from "@/app/_ui/badge";
import { Icon } from "@/app/_ui/icon";
import { Panel } from "@/app/_ui/panel";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import type { Explanation, PermissionLine } from "@/lib/explain/shape";

type Props = {
  explanation: Explanation;
  other?: Explanation | null;
  /** the same question about another permission */
  pathOf: (permission: string) => Route;
};

export function Everything({ explanation, other, pathOf }: Props) {
  const { subject, own, group } = explanation;
  const rows = explanation.rows.map((row) => ({ row, second: other?.rows.find(({ key }) => key === row.key) ?? null }));
  const differing = rows.filter(({ row, second }) => second && second.allowed !== row.allowed).length;
  const title = other
    ? `${subject} and ${other.subject} in ${group.name}, side by side`
    : `Everything that ${own ? "you" : subject} may do in ${group.name}`;
  const lead = differing === 1 ? "One answer differs." : `${differing || "No"} answers differ.`;
  const [first, last] = namesOf(explanation, other);
  return (
    <Panel id="everything" title={title} lead={other ? lead : undefined} look="bare">
      <Table
        caption={title}
        columns={[
          { label: "Permission" },
          ...(last === null
            ? [{ label: "Answer" }]
            : [{ label: first }, { label: last }, { label: "Difference", quiet: true }]),
        ]}
        rows={rows.map(({ row, second }) => ({
          key: row.key,
          cells: [
            <Permission key="permission" row={row} href={pathOf(row.key)} />,
            <Said key="first" row={row} />,
            ...(second
              ? [<Said key="second" row={second} />, <Differs key="differs" row={row} second={second} />]
              : []),
          ],
        }))}
      />
    </Panel>
  );
}

/** Two people may bear one name; their columns may not. */
function namesOf({ subject }: Explanation, other: Explanation | null | undefined): [string, string | null] {
  if (!other) return [subject, null];
  return subject === other.subject ? [`${subject} (first)`, `${subject} (second)`] : [subject, other.subject];
}

function Permission({ row: { label, section }, href }: { row: PermissionLine; href: Route }) {
  return (
    <span className="grid">
      <TextLink href={href} bare>
        {label}
      </TextLink>
      <span className="text-xs font-normal text-muted">{section}</span>
    </span>
  );
}

function Said({ row: { allowed, reason } }: { row: PermissionLine }) {
  return (
    <span className="flex gap-2">
      <Icon of={allowed ? Check : X} size={16} className={`mt-1 ${allowed ? "text-accent" : "text-danger"}`} />
      <span>
        <span className="font-medium">{allowed ? "Yes" : "No"}</span> <span className="text-muted">{reason}</span>
      </span>
    </span>
  );
}

function Differs({ row, second }: { row: PermissionLine; second: PermissionLine }) {
  return row.allowed === second.allowed ? null : <Badge tone="info">Differs</Badge>;
}
