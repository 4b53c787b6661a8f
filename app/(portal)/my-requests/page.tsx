/** What one has asked for, and what became of it. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { listMyRequests } from "@/lib/requests/my-requests";
import { currentViewer } from "@/lib/session/current";
import { GroupsTabs } from "../_parts/groups-tabs";
import { MyRequestList } from "./_parts/my-request-list";

export const metadata: Metadata = { title: "My requests" };

export default async function MyRequests({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/my-requests");
  const after = [(await searchParams).after].flat()[0];
  const page = await listMyRequests(viewer, after);
  return (
    <>
      <PageHeader title="My requests" lead="What you asked for, newest first, and what became of it." />
      <GroupsTabs viewer={viewer} current="/my-requests" />
      {page.lines.length > 0 ? <MyRequestList lines={page.lines} /> : <NoneYet />}
      <Pager
        of="requests"
        previous={after ? ("/my-requests" as Route) : undefined}
        next={page.next ? (`/my-requests?after=${page.next}` as Route) : undefined}
      />
    </>
  );
}

function NoneYet() {
  return (
    <EmptyState title="You have not asked for anything" actions={<ButtonLink href="/groups">Browse groups</ButtonLink>}>
      <p>Where a group does not let people in at once, you ask, and somebody in charge answers. It shows here.</p>
    </EmptyState>
  );
}
