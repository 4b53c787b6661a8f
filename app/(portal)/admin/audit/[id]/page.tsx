/** One line of the log, at an address of its own. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { findEntry } from "@/lib/audit/queries/find-entry";
import { currentViewer } from "@/lib/session/current";
import { EntryBody } from "../../../_parts/log/entry-body";
import { Said } from "../../../_parts/log/said";
import { ADMIN, LOG } from "../../_parts/crumbs";

export const metadata: Metadata = { title: "A line of the log" };

export default async function EntryPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await findEntry(await currentViewer(), (await params).id);
  if (!entry) notFound();
  return (
    <div className="column">
      <PageHeader crumbs={[ADMIN, LOG]} title={<Said line={entry.line} linked={false} />} />
      <EntryBody entry={entry} base="/admin/audit" />
    </div>
  );
}
