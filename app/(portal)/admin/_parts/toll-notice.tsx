/** What would follow from a change to the portal, before it is done. */
import { Notice } from "@/app/_ui/notice";
import type { Toll } from "@/lib/permissions/toll";
import { tollSentences } from "@/lib/permissions/toll-sentences";

/** `toll`: null where nothing follows by itself. */
export function TollNotice({ toll }: { toll: Toll | null }) {
  if (!toll) return <p>Nobody is removed from anything by it.</p>;
  return (
    <Notice tone="warning" title="By itself, this would follow:">
      <ul className="grid list-disc gap-1 pl-5">
        {tollSentences(toll).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>Whoever it concerns is told. Nothing of it comes back by itself.</p>
    </Notice>
  );
}
