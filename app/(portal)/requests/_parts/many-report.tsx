"use client";
/** What came of each of several requests that were answered together. */
import { useFormAnswer } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import type { DecidedMany } from "@/lib/requests/decide-many";
import { DECIDE_MANY_SENTENCES } from "@/lib/requests/sentences";

export function ManyReport() {
  const answer = useFormAnswer();
  const data = answer?.ok ? (answer.data as DecidedMany | null) : null;
  if (data?.kind !== "report") return null;
  const done = data.rows.filter((row) => row.done).length;
  const failed = data.rows.length - done;
  return (
    <Notice
      role="status"
      tone={failed > 0 ? "warning" : "success"}
      title={failed > 0 ? `${done} answered, ${failed} not` : `${done} answered. They have been told.`}
    >
      <ul className="grid list-disc gap-1 pl-5">
        {data.rows.map(({ key, who, group, answer: word }) => (
          <li key={key}>
            {who && group ? `${who}, ${group}: ` : ""}
            {DECIDE_MANY_SENTENCES[word]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
