/** What others, or the portal, did that concerns one. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { SubmitButton } from "@/app/_ui/submit-button";
import { markNoticesReadAction } from "@/lib/notices/actions";
import { listNotices } from "@/lib/notices/queries";
import { currentViewer } from "@/lib/session/current";
import { NoticeList } from "./_parts/notice-list";

export const metadata: Metadata = { title: "Notices" };

export default async function Notices({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/notices");
  const after = [(await searchParams).after].flat()[0];
  const page = await listNotices(viewer, after);
  const newest = page.lines[0];
  return (
    <>
      <PageHeader
        title="Notices"
        lead="What others, or the portal by itself, did that concerns you."
        actions={viewer.unread > 0 && newest && !after ? <MarkRead upTo={newest.id} /> : null}
      />
      {page.lines.length > 0 ? <NoticeList lines={page.lines} /> : <NothingYet />}
      <Pager
        of="notices"
        previous={after ? ("/notices" as Route) : undefined}
        next={page.next ? (`/notices?after=${page.next}` as Route) : undefined}
      />
    </>
  );
}

function MarkRead({ upTo }: { upTo: string }) {
  return (
    <ActionForm action={markNoticesReadAction} label="Mark all as read" className="grid">
      <input type="hidden" name="upTo" value={upTo} />
      <SubmitButton variant="quiet" size="sm" pendingLabel="Marking …">
        Mark all as read
      </SubmitButton>
    </ActionForm>
  );
}

function NothingYet() {
  return (
    <EmptyState title="Nothing to tell">
      <p>When somebody adds you to a group, answers your request or changes what you may do, it is told here.</p>
    </EmptyState>
  );
}
