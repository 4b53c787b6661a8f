/** What one was told, newest first, each as a sentence. What came of one change is one block that unfolds. */
import { ChevronRight } from "lucide";
import { Badge } from "@/app/_ui/badge";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import type { NoticeLine } from "@/lib/notices/queries";
import { inOrder } from "@/lib/notices/sentence";
import { MarkChange } from "./mark-read";
import { DecideLink, sharedWhy, Why, Words } from "./words";

/** `marking`: with a way to mark each change as read. */
export function NoticeList({ lines, marking = false }: { lines: readonly NoticeLine[]; marking?: boolean }) {
  return (
    <ul aria-label="Notices" className="border-t border-line">
      {changesOf(lines).map((change) => (
        <li key={change[0].id} className="grid gap-1 border-b border-line py-4">
          {change.length > 1 ? <Block lines={change} /> : <Single line={change[0]} />}
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
            <Time at={change[0].at} show="moment" />
            {change[0].actor ? <span>by {change[0].actor}</span> : null}
            {marking && change.some(({ read }) => !read) ? <MarkChange notice={change[0].id} /> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

type Change = readonly [NoticeLine, ...NoticeLine[]];

/** Lines of one change lie side by side, since they came at the same time. */
function changesOf(lines: readonly NoticeLine[]): Change[] {
  const changes: [NoticeLine, ...NoticeLine[]][] = [];
  for (const line of lines) {
    const last = changes.at(-1);
    if (last?.[0].requestId === line.requestId) last.push(line);
    else changes.push([line]);
  }
  return changes;
}

function Single({ line }: { line: NoticeLine }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 break-words">
        {line.read ? null : <Badge tone="accent">New</Badge>}
        <span>
          <Words line={line} />
        </span>
      </p>
      <Why line={line} />
      <DecideLink line={line} />
    </>
  );
}

function Block({ lines }: { lines: Change }) {
  const fresh = lines.filter(({ read }) => !read).length;
  const [first, ...rest] = inOrder(lines);
  const shared = sharedWhy(lines);
  return (
    <>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-start gap-2 break-words [&::-webkit-details-marker]:hidden">
          <Icon of={ChevronRight} className="mt-1 text-muted transition-transform group-open:rotate-90" />
          <span className="min-w-0">
            {fresh > 0 ? (
              <>
                <Badge tone="accent">{fresh === lines.length ? "New" : `${fresh} new`}</Badge>{" "}
              </>
            ) : null}
            {first ? <Words line={first} plain /> : null}{" "}
            <span className="font-medium whitespace-nowrap text-accent">and {rest.length} more</span>
          </span>
        </summary>
        <ul aria-label="All that came of it" className="mt-2 ml-[9px] grid gap-2 border-l border-rule pl-5">
          {inOrder(lines).map((line) => (
            <li key={line.id} className="grid gap-0.5 break-words">
              <span>
                <Words line={line} />
              </span>
              {shared ? null : <Why line={line} />}
              <DecideLink line={line} />
            </li>
          ))}
        </ul>
      </details>
      {shared ? <Why line={first ?? lines[0]} /> : null}
    </>
  );
}
