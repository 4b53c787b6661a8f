/** One's own start: what waits for one, and the groups that one is in. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { listMyGroups } from "@/lib/groups/queries/list-my-groups";
import { currentViewer } from "@/lib/session/current";
import { MyGroupList } from "../_parts/my-group-list";

export const metadata: Metadata = { title: "Home" };

const SHOWN = 6;

export default async function Home() {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/");
  const { lines, next } = await listMyGroups(viewer);
  const more = next !== null || lines.length > SHOWN;
  return (
    <>
      <PageHeader title={`Welcome, ${viewer.name}`} actions={<ButtonLink href="/groups">Browse groups</ButtonLink>} />
      <div className="grid gap-10">
        <Waiting waiting={viewer.waiting} unread={viewer.unread} />
        <Panel
          id="my-groups"
          title="My groups"
          look="bare"
          actions={more ? <TextLink href="/my-groups">All of them</TextLink> : null}
        >
          {lines.length > 0 ? <MyGroupList lines={lines.slice(0, SHOWN)} /> : <NoneOfYours />}
        </Panel>
      </div>
    </>
  );
}

function Waiting({ waiting, unread }: { waiting: number; unread: number }) {
  if (waiting === 0 && unread === 0) return null;
  return (
    <div className="grid gap-3">
      {waiting > 0 ? (
        <Notice title={waiting === 1 ? "One request waits for you" : `${upTo(waiting)} requests wait for you`}>
          <TextLink href="/requests">Look at {waiting === 1 ? "it" : "them"}</TextLink>
        </Notice>
      ) : null}
      {unread > 0 ? (
        <Notice title={unread === 1 ? "One thing is new for you" : `${upTo(unread)} things are new for you`}>
          <TextLink href={"/notices" as Route}>Read what changed</TextLink>
        </Notice>
      ) : null}
    </div>
  );
}

// Both are counted to a hundred and no further.
const upTo = (count: number): string => (count >= 100 ? "100 or more" : String(count));

function NoneOfYours() {
  return (
    <EmptyState title="You are in no group yet" actions={<ButtonLink href="/groups">Browse groups</ButtonLink>}>
      <p>Groups that you join show here, and groups that others put you in.</p>
    </EmptyState>
  );
}
