/** One's own start: what waits for one, what changed, what is new, and the groups that one is in. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { listMyGroups } from "@/lib/groups/queries/list-my-groups";
import { listNotices } from "@/lib/notices/queries";
import { listMyDrafts, listMyPosts } from "@/lib/posts/queries/list-my-posts";
import { countWaiting } from "@/lib/requests/queries";
import { currentViewer } from "@/lib/session/current";
import { Changes } from "./_parts/changes";
import { Drafts } from "./_parts/drafts";
import { MyGroups } from "./_parts/my-groups";
import { NewPosts } from "./_parts/new-posts";
import { Waiting } from "./_parts/waiting";

export const metadata: Metadata = { title: "Home" };

const POSTS = 5;

export default async function Home() {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/");
  const [groups, posts, drafts, notices, waiting] = await Promise.all([
    listMyGroups(viewer),
    listMyPosts(viewer, { limit: POSTS }),
    listMyDrafts(viewer),
    listNotices(viewer),
    countWaiting(viewer),
  ]);
  return (
    <>
      <PageHeader
        title={`Welcome, ${viewer.name}`}
        actions={<ButtonLink href={"/groups" as Route}>Browse groups</ButtonLink>}
      />
      <div className="grid grid-cols-1 gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-12">
          {waiting > 0 ? <Waiting waiting={waiting} /> : null}
          <Changes lines={notices.lines} unread={viewer.unread} />
          <NewPosts page={posts} inAny={groups.lines.length > 0} />
        </div>
        <div className="grid content-start gap-12">
          {drafts.length > 0 ? <Drafts drafts={drafts} /> : null}
          <MyGroups groups={groups} />
        </div>
      </div>
    </>
  );
}
