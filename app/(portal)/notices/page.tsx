/** What others, or the portal, did that concerns one. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { FacetLinks } from "@/app/_ui/facet-links";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { TextLink } from "@/app/_ui/text-link";
import { listNotices, type NoticesAsked } from "@/lib/notices/queries";
import { KIND_WORDS, NOTICE_KINDS } from "@/lib/notices/sentence-kinds";
import { currentViewer } from "@/lib/session/current";
import { askedFrom, noticesPath } from "./_parts/asked";
import { MarkAll } from "./_parts/mark-read";
import { NoticeList } from "./_parts/notice-list";

export const metadata: Metadata = { title: "Notices" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Notices({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/notices");
  const asked = askedFrom(await searchParams);
  const page = await listNotices(viewer, asked);
  const newest = page.lines[0];
  const whole = !asked.after && !asked.kind && viewer.unread > 0 && newest;
  return (
    <>
      <PageHeader
        title="Notices"
        lead="What others, or the portal by itself, did that concerns you."
        actions={
          <>
            {whole ? <MarkAll upTo={newest.id} /> : null}
            <ButtonLink href={"/notices/settings" as Route} variant="plain" size="sm">
              What comes by mail
            </ButtonLink>
          </>
        }
      />
      <Narrow asked={asked} unread={viewer.unread} />
      {page.lines.length > 0 ? <NoticeList lines={page.lines} marking /> : <NothingHere asked={asked} />}
      <Pager
        of="notices"
        previous={asked.after ? noticesPath({ ...asked, after: null }) : undefined}
        next={page.next ? noticesPath({ ...asked, after: page.next }) : undefined}
      />
    </>
  );
}

function Narrow({ asked, unread }: { asked: NoticesAsked; unread: number }) {
  const begin = { ...asked, after: null };
  return (
    <>
      <Tabs
        label="Which notices"
        tabs={[
          { href: noticesPath({ ...begin, unread: false }), label: "All", current: !asked.unread },
          {
            href: noticesPath({ ...begin, unread: true }),
            label: "Unread",
            current: asked.unread,
            ...(unread > 0 ? { count: unread >= 100 ? "100+" : unread, countLabel: "unread" } : {}),
          },
        ]}
      />
      <div className="mb-6">
        <FacetLinks
          label="About"
          facets={NOTICE_KINDS.map((kind) => ({
            href: noticesPath({ ...begin, kind: asked.kind === kind ? undefined : kind }),
            label: KIND_WORDS[kind].label,
            current: asked.kind === kind,
          }))}
        />
      </div>
    </>
  );
}

function NothingHere({ asked }: { asked: NoticesAsked }) {
  if (asked.kind) {
    return (
      <EmptyState title={asked.unread ? "Nothing unread of this kind" : "Nothing of this kind"}>
        <p>
          <TextLink href={noticesPath({ unread: asked.unread })}>Show every kind</TextLink>
        </p>
      </EmptyState>
    );
  }
  if (asked.unread || asked.after) {
    return (
      <EmptyState title="All caught up">
        <p>
          Whatever you were told, you have read. <TextLink href={"/notices" as Route}>Look at it again</TextLink>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing to tell">
      <p>When somebody adds you to a group, answers your request or changes what you may do, it is told here.</p>
    </EmptyState>
  );
}
