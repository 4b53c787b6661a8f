/** Everything that two may do in a group, side by side, with what differs marked. */
import type { Route } from "next";
import { Badge } from "@/app/_ui/badge";
import { Panel } from "@/app/_ui/panel";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import type { Explanation, PermissionLine } from "@/lib/explain/shape";
import { Said } from "./said";

type Props = { first: Explanation; second: Explanation; pathOf: (permission: string) => Route };

export function SideBySide({ first, second, pathOf }: Props) {
  const pairs = first.rows.flatMap((one) => {
    const other = second.rows.find(({ key }) => key === one.key);
    return other ? [{ one, other }] : [];
  });
  const differing = pairs.filter(({ one, other }) => differ(one, other)).length;
  const names = namesOf(first, second);
  const title = `Everything in ${first.group.name}, side by side`;
  return (
    <Panel
      id="everything"
      title={title}
      lead={differing === 1 ? "One answer differs." : `${differing || "No"} answers differ.`}
      look="bare"
    >
      <Table
        caption={title}
        columns={[
          { label: "Permission" },
          ...names.map((label) => ({ label, words: true })),
          { label: "Difference", quiet: true },
        ]}
        rows={pairs.map(({ one, other }) => ({
          key: one.key,
          cells: [
            <TextLink key="permission" href={pathOf(one.key)} bare>
              {one.label}
            </TextLink>,
            <Said key="first" row={one} />,
            <Said key="second" row={other} />,
            differ(one, other) ? (
              <Badge key="differs" tone="info">
                Differs
              </Badge>
            ) : null,
          ],
        }))}
      />
    </Panel>
  );
}

const differ = (one: PermissionLine, other: PermissionLine) => one.allowed !== other.allowed || one.kept !== other.kept;

/** Two people may bear one name; their columns may not. */
function namesOf({ subject: one }: Explanation, { subject: other }: Explanation): [string, string] {
  return one === other ? [`${one} (first)`, `${other} (second)`] : [one, other];
}
