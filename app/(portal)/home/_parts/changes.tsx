/** What others, or the portal by itself, changed for one: what is unread, else that one is all caught up. */
import { CircleCheck } from "lucide";
import type { Route } from "next";
import { Icon } from "@/app/_ui/icon";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { NoticeLine } from "@/lib/notices/queries";
import { changesOf } from "../../notices/_parts/changes";
import { NoticeList } from "../../notices/_parts/notice-list";

/** changes, each with all that came of it */
const SHOWN = 4;

export function Changes({ lines, unread }: { lines: readonly NoticeLine[]; unread: number }) {
  const fresh = lines.filter(({ read }) => !read);
  const news = changesOf(fresh).slice(0, SHOWN).flat();
  const all = <TextLink href={"/notices" as Route}>{moreWords(unread - news.length)}</TextLink>;
  return (
    <Panel id="changes" title="What changed for you" look="bare" actions={lines.length > 0 ? all : null}>
      {news.length > 0 ? (
        <NoticeList lines={news} />
      ) : (
        <p className="flex items-center gap-2.5 border-y border-line py-5 text-muted">
          <Icon of={CircleCheck} className="text-accent" />
          You are all caught up.
        </p>
      )}
    </Panel>
  );
}

const moreWords = (more: number) => (more > 0 ? `${more >= 95 ? "Many" : more} more` : "All of it");
