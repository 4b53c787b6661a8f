/** What waits for one's answer, in every group where one may give it. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { TextLink } from "@/app/_ui/text-link";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { countLettingGo, withRefused } from "@/lib/requests/meaning";
import { currentMoment, listInbox, listWaitingGroups } from "@/lib/requests/queries";
import { currentViewer } from "@/lib/session/current";
import { GroupsTabs } from "../_parts/groups-tabs";
import { withQuery } from "../_parts/paths";
import { askedFrom, isNarrowed, saidOf } from "./_parts/asked";
import { DecideMany } from "./_parts/decide-many";
import { Narrow } from "./_parts/narrow";
import { ReviewList } from "./_parts/review-list";

export const metadata: Metadata = { title: "To review" };

const PATH = "/requests";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ToReview({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/requests");
  const asked = askedFrom(await searchParams);
  const [page, groups] = [await listInbox(viewer, asked), await listWaitingGroups(viewer)];
  const more = page.next !== null || Boolean(asked.after);
  const at = more ? await currentMoment(viewer) : null;
  const none = page.lines.length === 0;
  const letting = await countLettingGo(viewer, page.lines);
  return (
    <>
      <PageHeader title="To review" lead="People who wish to join or leave groups in your charge, oldest first." />
      <GroupsTabs viewer={viewer} current={PATH} />
      <div className="grid grid-cols-1 gap-6">
        {groups.length > 0 || isNarrowed(asked) ? <Narrow path={PATH} asked={asked} groups={groups} /> : null}
        <ReviewList
          lines={await withRefused(viewer, page.lines)}
          profiles={mayViewProfiles(viewer)}
          none={isNarrowed(asked) ? <NoneFits /> : <CaughtUp further={Boolean(asked.after)} />}
        />
        <DecideMany asked={asked} at={at} more={more} letting={letting} none={none} />
      </div>
      <Pager
        of="requests"
        previous={asked.after ? withQuery(PATH, saidOf({ ...asked, after: null })) : undefined}
        next={page.next ? withQuery(PATH, saidOf({ ...asked, after: page.next })) : undefined}
      />
    </>
  );
}

function NoneFits() {
  return (
    <EmptyState title="No request fits">
      <p>
        Nobody waits who fits this. <TextLink href={PATH}>Show all that wait</TextLink>
      </p>
    </EmptyState>
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
