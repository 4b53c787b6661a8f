/** What was written in one's groups, and one's own drafts. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { SearchBox } from "@/app/_ui/search-box";
import { Tabs } from "@/app/_ui/tabs";
import { listMyDrafts, listMyPosts } from "@/lib/posts/queries/list-my-posts";
import { currentViewer } from "@/lib/session/current";
import { NoPostsFound } from "../_parts/no-posts-found";
import { one, withQuery } from "../_parts/paths";
import { PlacedPosts } from "../_parts/placed-posts";

export const metadata: Metadata = { title: "Posts" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = (rest: Record<string, string | undefined>): Route => withQuery("/posts", rest);

export default async function MyPostsPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/posts");
  const query = await searchParams;
  const drafts = one(query.show) === "drafts";
  return (
    <>
      <PageHeader title="Posts" lead="What is written in the groups that you are in or lead." />
      <Tabs
        label="Posts"
        tabs={[
          { label: "In my groups", href: path({}), current: !drafts },
          { label: "My drafts", href: path({ show: "drafts" }), current: drafts },
        ]}
      />
      {drafts ? <MyDrafts /> : <Everything q={one(query.q)} after={one(query.after)} />}
    </>
  );
}

async function Everything({ q, after }: { q: string | undefined; after: string | undefined }) {
  const page = await listMyPosts(await currentViewer(), { q, after });
  return (
    <>
      <div className="grid max-w-[52rem] gap-6">
        {page.lines.length > 0 || q ? (
          <SearchBox
            action="/posts"
            label="Search posts"
            placeholder="Words in a title or a text"
            defaultValue={q}
            clear={path({})}
          />
        ) : null}
        {page.lines.length > 0 ? <PlacedPosts lines={page.lines} /> : <Nothing q={q} tooShort={page.tooShort} />}
      </div>
      <Pager
        of="posts"
        previous={after ? path({ q }) : undefined}
        next={page.next ? path({ q, after: page.next }) : undefined}
      />
    </>
  );
}

function Nothing({ q, tooShort }: { q: string | undefined; tooShort: boolean }) {
  if (q) {
    return <NoPostsFound tooShort={tooShort} title={<>No post in your groups says “{q}”</>} all={path({})} />;
  }
  return (
    <EmptyState title="Nothing has been written yet" actions={<ButtonLink href="/groups">Browse groups</ButtonLink>}>
      <p>Posts of groups that you are in stand here, the newest first.</p>
    </EmptyState>
  );
}

async function MyDrafts() {
  const drafts = await listMyDrafts(await currentViewer());
  if (drafts.length > 0) {
    return (
      <div className="max-w-[52rem]">
        <PlacedPosts lines={drafts} label="My drafts" />
      </div>
    );
  }
  return (
    <EmptyState title="You have no drafts">
      <p>A post that you save as a draft waits here until you let others read it.</p>
    </EmptyState>
  );
}
