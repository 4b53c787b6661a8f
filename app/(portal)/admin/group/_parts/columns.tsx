"use client";
/** The columns of the list of all groups, as the table knows them. */
import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/react-table";
import { Badge } from "@/app/_ui/badge";
import { GroupPicture } from "@/app/_ui/group-picture";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { OverviewLine } from "@/lib/groups/queries/list-overview";
import { flagWords } from "@/lib/groups/sentence-flags";
import { countText } from "../../../_parts/count-words";
import { groupPath } from "../../../_parts/paths";
import { COLUMN_WORDS } from "./column-words";

/** Nine's tables bring nothing that is not named here. */
export const features = tableFeatures({
  rowSelectionFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});

const helper = createColumnHelper<typeof features, OverviewLine>();

export const columns = helper.columns([
  helper.accessor((line) => line.name.toLowerCase(), {
    id: "name",
    header: "Group",
    enableHiding: false,
    sortFn: "basic",
    cell: ({ row }) => <GroupName line={row.original} />,
  }),
  helper.accessor((line) => line.type.toLowerCase(), {
    id: "type",
    header: COLUMN_WORDS.type,
    sortFn: "basic",
    cell: ({ row }) => row.original.type,
  }),
  helper.display({ id: "flags", header: COLUMN_WORDS.flags, cell: ({ row }) => <Flags line={row.original} /> }),
  helper.display({
    id: "eligible",
    header: COLUMN_WORDS.eligible,
    cell: ({ row }) => row.original.eligible.join(", ") || <span className="text-muted">Everybody</span>,
  }),
  helper.display({ id: "confers", header: COLUMN_WORDS.confers, cell: ({ row }) => row.original.confers.join(", ") }),
  helper.accessor((line) => line.members?.count, {
    id: "members",
    header: COLUMN_WORDS.members,
    sortFn: "basic",
    sortUndefined: "last",
    cell: ({ row: { original } }) => (original.members ? countText(original.members) : null),
  }),
  helper.accessor((line) => line.leaders?.count, {
    id: "leaders",
    header: COLUMN_WORDS.leaders,
    sortFn: "basic",
    sortUndefined: "last",
    cell: ({ row: { original } }) => <Leaders of={original.leaders} />,
  }),
  helper.accessor((line) => line.pending?.count, {
    id: "pending",
    header: COLUMN_WORDS.pending,
    sortFn: "basic",
    sortUndefined: "last",
    cell: ({ row: { original } }) => (original.pending ? countText(original.pending) : null),
  }),
  helper.accessor("changed", {
    id: "changed",
    header: COLUMN_WORDS.changed,
    sortFn: "basic",
    cell: ({ row }) => <Time at={row.original.changed} show="day" />,
  }),
]);

function GroupName({ line: { slug, name, picture, colour } }: { line: OverviewLine }) {
  return (
    <span className="flex items-center gap-3">
      <GroupPicture picture={picture} colour={colour} size={32} />
      <span className="grid min-w-0">
        <TextLink href={groupPath(slug)} bare>
          {name}
        </TextLink>
        <span className="text-xs font-normal text-muted">{slug}</span>
      </span>
    </span>
  );
}

function Flags({ line }: { line: OverviewLine }) {
  const words = flagWords(line);
  if (words.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {words.map(({ flag, word, meaning, grave }) => (
        <span key={flag} title={meaning}>
          <Badge tone={grave ? "warning" : "neutral"}>{word}</Badge>
        </span>
      ))}
    </span>
  );
}

function Leaders({ of }: { of: OverviewLine["leaders"] }) {
  if (!of) return null;
  if (of.leftOut === 0) return of.count;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {of.count}
      <span title="People who lead, by name or in a group that does, and could not join">
        <Badge tone="warning">{of.leftOut.toLocaleString("en")} not eligible</Badge>
      </span>
    </span>
  );
}
