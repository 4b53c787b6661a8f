/** What one was told, newest first, each as a sentence. What came of one change is one block that unfolds. */
import { ChevronRight } from "lucide";
import { Badge } from "@/app/_ui/badge";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import type { NoticeLine } from "@/lib/notices/queries";
import { inOrder, namesActor, type Section, sectionsOf, whyOf } from "@/lib/notices/sentence";
import { type Change, changesOf } from "./changes";
import { MarkChange } from "./mark-read";
import { DecideLink, Why, Words } from "./words";

type Props = {
  lines: readonly NoticeLine[];
  /** with a way to mark each change as read */
  marking?: boolean;
};

export function NoticeList({ lines, marking = false }: Props) {
  return (
    <ul aria-label="Notices" className="border-t border-line">
      {changesOf(lines).map((change) => (
        <li key={change[0].id} className="grid gap-1 border-b border-line py-4">
          {change.length > 1 ? <Block lines={change} /> : <Single line={change[0]} />}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
            <Time at={change[0].at} show="moment" />
            {change[0].actor && !(change.length === 1 && namesActor(change[0].event)) ? (
              <span>by {change[0].actor}</span>
            ) : null}
            {marking && change.some(({ read }) => !read) ? <MarkChange notice={change[0].id} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Single({ line }: { line: NoticeLine }) {
  return (
    <>
      <p>
        {line.read ? null : (
          <>
            <Badge tone="accent">New</Badge>{" "}
          </>
        )}
        <Words line={line} />
      </p>
      <Why said={whyOf(line)} />
      <DecideLink line={line} />
    </>
  );
}

function Block({ lines }: { lines: Change }) {
  const fresh = lines.filter(({ read }) => !read).length;
  const [first = lines[0]] = inOrder(lines);
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none items-start gap-2 [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronRight} className="mt-1 text-muted transition-transform group-open:rotate-90" />
        <span className="min-w-0">
          {fresh > 0 ? (
            <>
              <Badge tone="accent">{fresh === lines.length ? "New" : `${fresh} new`}</Badge>{" "}
            </>
          ) : null}
          <Words line={first} plain />{" "}
          <span className="font-medium whitespace-nowrap text-accent">and {lines.length - 1} more</span>
        </span>
      </summary>
      <div className="mt-3 ml-[9px] grid gap-4 border-l border-rule pl-5">
        {sectionsOf(lines).map((section) => (
          <Together key={section.lines[0]?.id} section={section} />
        ))}
      </div>
    </details>
  );
}

/** What came about for the same reason, which is said once. */
function Together({ section: { why, lines } }: { section: Section<NoticeLine> }) {
  return (
    <div className="grid gap-1.5">
      <Why said={why} />
      <ul className="grid gap-1.5">
        {lines.map((line) => (
          <li key={line.id}>
            <Words line={line} />
            {why ? null : <Why said={whyOf(line)} />}
            <DecideLink line={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}
