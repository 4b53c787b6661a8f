/** Whom a change would touch, in numbers, before it is made. */
import { Notice } from "@/app/_ui/notice";
import type { Counts } from "@/lib/groups/queries/count-consequences";
import { consequenceSentences } from "@/lib/groups/sentence-consequences";

/** `self`: the one person touched is whoever reads this. */
export function ConsequencesList({ counts, self }: { counts: Counts; self?: boolean }) {
  return (
    <Notice tone="warning" title={self ? "More follows from leaving" : "This touches people"}>
      <ul className="grid list-disc gap-1 pl-5">
        {consequenceSentences(counts, self).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
