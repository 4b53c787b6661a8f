/** What one was told, newest first, each as a sentence. */
import { Badge } from "@/app/_ui/badge";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { NoticeLine } from "@/lib/notices/queries";
import { causeOf, sentenceOf } from "./words";

export function NoticeList({ lines }: { lines: readonly NoticeLine[] }) {
  return (
    <ul aria-label="Notices" className="border-t border-line">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-1 border-b border-line py-4">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 break-words">
            {line.read ? null : <Badge tone="accent">New</Badge>}
            <span>
              <Words line={line} />
            </span>
          </p>
          <Why line={line} />
          <p className="flex flex-wrap gap-x-3 text-xs text-muted">
            <Time at={line.at} show="moment" />
            {line.actor ? <span>by {line.actor}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Words({ line }: { line: NoticeLine }) {
  const [before = "", after] = sentenceOf(line)
    .replace("{role}", line.role ?? "that was yours")
    .split("{group}");
  if (after === undefined) return before;
  return (
    <>
      {before}
      <Group line={line} first={before === ""} />
      {after}
    </>
  );
}

function Group({ line: { group }, first }: { line: NoticeLine; first: boolean }) {
  if (group) return <TextLink href={`/groups/${group.slug}`}>{group.name}</TextLink>;
  return first ? "A group that you do not see" : "a group that you do not see now";
}

function Why({ line }: { line: NoticeLine }) {
  const cause = causeOf(line);
  if (!cause && !line.reason) return null;
  return (
    <p className="text-sm break-words text-muted">
      {cause ? `This came about ${cause}. ` : null}
      {line.reason ? `Reason given: “${line.reason}”` : null}
    </p>
  );
}
