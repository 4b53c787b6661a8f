/** The groups that one is in or leads, those that are managed for one included. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { listMyGroups } from "@/lib/groups/queries/list-my-groups";
import { currentViewer } from "@/lib/session/current";
import { GroupsTabs } from "../_parts/groups-tabs";
import { MyGroupList } from "../_parts/my-group-list";
import { PasteLink } from "../_parts/paste-link";
import { WhyDoor } from "../_parts/why/why-door";

export const metadata: Metadata = { title: "My groups" };

type Props = { searchParams: Promise<{ after?: string | string[]; left?: string | string[] }> };

export default async function MyGroups({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/my-groups");
  const { after: asked, left } = await searchParams;
  const after = [asked].flat()[0];
  const page = await listMyGroups(viewer, after);
  return (
    <>
      <PageHeader title="My groups" lead="What you are in, what you lead, and what is managed for you." />
      <GroupsTabs viewer={viewer} current="/my-groups" />
      {left ? (
        <div className="mb-6">
          <Notice tone="success" role="status">
            You have left the group.
          </Notice>
        </div>
      ) : null}
      {page.lines.length > 0 ? <MyGroupList lines={page.lines} /> : <NoneOfYours />}
      <WhyDoor />
      <Pager
        of="groups"
        previous={after ? ("/my-groups" as Route) : undefined}
        next={page.next ? (`/my-groups?after=${page.next}` as Route) : undefined}
      />
    </>
  );
}

function NoneOfYours() {
  return (
    <EmptyState title="You are in no group yet" actions={<ButtonLink href="/groups">Browse groups</ButtonLink>}>
      <p>Groups that you join show here, and groups that others put you in.</p>
      <PasteLink />
    </EmptyState>
  );
}
