import { Badge } from "@/app/_ui/badge";
import { type Column, Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { Specimen } from "./specimen";

const COLUMNS: readonly Column[] = [
  { label: "Name" },
  { label: "Roles" },
  { label: "Since" },
  { label: "Posts", align: "end" },
  { label: "Change", quiet: true, align: "end" },
];

const ROWS = [
  { key: "ada", name: "Ada Aldermann", role: "Officer", since: "2024-03-04T10:00:00Z", posts: "1,204" },
  { key: "bo", name: "Bo", role: null, since: "2025-11-30T23:30:00Z", posts: "7" },
];

export function Tables() {
  const rows = ROWS.map(({ key, name, role, since, posts }) => ({
    key,
    cells: [
      name,
      role ? <Badge key="role">{role}</Badge> : "–",
      <Time key="since" at={since} show="day" />,
      posts,
      <TextLink key="change" href="/dev/ui">
        Change<span className="sr-only"> {name}</span>
      </TextLink>,
    ],
  }));
  return (
    <>
      <Specimen title="Where it fits">
        <Table caption="Members, and what they wrote" showCaption columns={COLUMNS} rows={rows} />
      </Specimen>
      <Specimen title="Where it does not">
        <div className="max-w-80">
          <Table caption="The same, narrow" columns={COLUMNS} rows={rows} />
        </div>
      </Specimen>
      <Specimen title="Without a row">
        <Table caption="Nobody yet" columns={COLUMNS} rows={[]} />
      </Specimen>
    </>
  );
}
