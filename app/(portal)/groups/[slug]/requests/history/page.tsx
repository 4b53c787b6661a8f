/** How the requests of a group ended: who answered, when, and why. */
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { Table } from "@/app/_ui/table";
import { Time } from "@/app/_ui/time";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { type DecidedLine, listDecidedRequests } from "@/lib/requests/decided";
import { currentViewer } from "@/lib/session/current";
import { groupPath, one } from "../../../../_parts/paths";
import { PersonName } from "../../../../_parts/person-name";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Earlier requests");

export default async function HistoryPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const viewer = await currentViewer();
  const after = one((await searchParams).after);
  const page = await listDecidedRequests(viewer, group.slug, after);
  if (!page) notFound();
  const path = groupPath(group.slug, "/requests/history");
  return (
    <>
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Requests", href: groupPath(group.slug, "/requests") },
        ]}
        title="Earlier requests"
        lead="How they ended, newest first."
      />
      {page.lines.length > 0 ? (
        <Decided lines={page.lines} profiles={mayViewProfiles(viewer)} />
      ) : (
        <EmptyState title="Nothing yet">
          <p>Once a request is answered or taken back, it stands here.</p>
        </EmptyState>
      )}
      <Pager
        of="requests"
        previous={after ? path : undefined}
        next={page.next ? groupPath(group.slug, "/requests/history", { after: page.next }) : undefined}
      />
    </>
  );
}

function Decided({ lines, profiles }: { lines: readonly DecidedLine[]; profiles: boolean }) {
  return (
    <Table
      caption="Earlier requests"
      columns={[
        { label: "Who" },
        { label: "Wished to" },
        { label: "And wrote", words: true },
        { label: "End" },
        { label: "By", words: true },
        { label: "When" },
        { label: "Why", words: true },
      ]}
      rows={lines.map((line) => ({
        key: String(line.id),
        cells: [
          <Who key="who" line={line} profiles={profiles} />,
          line.kind,
          line.note ? <span key="note">{line.note}</span> : null,
          ENDS[line.end],
          line.end === "withdrawn" ? null : line.by,
          <Time key="at" at={line.at} />,
          line.reason ? <span key="reason">{line.reason}</span> : null,
        ],
      }))}
    />
  );
}

const ENDS: Readonly<Record<DecidedLine["end"], string>> = {
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Taken back",
  closed: "Closed by itself",
};

function Who({ line: { account }, profiles }: { line: DecidedLine; profiles: boolean }) {
  if (account.id === null) return account.name;
  return <PersonName person={{ id: account.id, name: account.name }} profiles={profiles} bare />;
}
