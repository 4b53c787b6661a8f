/** What waits for one's answer, in every group where one may give it. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { TextLink } from "@/app/_ui/text-link";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { listInbox } from "@/lib/requests/queries";
import { currentViewer } from "@/lib/session/current";
import { GroupsTabs } from "../_parts/groups-tabs";
import { ReviewList } from "./_parts/review-list";

export const metadata: Metadata = { title: "To review" };

export default async function ToReview({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/requests");
  const after = [(await searchParams).after].flat()[0];
  const page = await listInbox(viewer, after);
  return (
    <>
      <PageHeader title="To review" lead="People who wish to join or leave groups in your charge, oldest first." />
      <GroupsTabs viewer={viewer} current="/requests" />
      <ReviewList
        lines={page.lines}
        profiles={mayViewProfiles(viewer)}
        none={<CaughtUp further={after !== undefined} />}
      />
      <Pager
        of="requests"
        previous={after ? ("/requests" as Route) : undefined}
        next={page.next ? (`/requests?after=${page.next}` as Route) : undefined}
      />
    </>
  );
}

function CaughtUp({ further }: { further: boolean }) {
  return (
    <EmptyState title={further ? "Nothing further on" : "All caught up"}>
      <p>
        {further ? "What was here has been answered. " : "Nobody is waiting for you. "}
        New requests appear here, and you are told of them in your <TextLink href="/notices">notices</TextLink>.
      </p>
    </EmptyState>
  );
}
