"use client";
/** What came of adding people again, each that did not work with its reason. */
import { useFormAnswer } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import type { AddedAgain } from "@/lib/members/commands/add-again";

export function CameOfIt() {
  const answer = useFormAnswer();
  if (!answer?.ok) return null;
  const { added, others } = answer.data as AddedAgain;
  return (
    <Notice
      tone={others.length > 0 ? "warning" : "success"}
      role="status"
      title={`${added.toLocaleString("en")} ${added === 1 ? "membership" : "memberships"} begun again, ${others.length.toLocaleString("en")} not.`}
    >
      <ul className="grid list-disc gap-0.5 pl-5">
        {others.map(({ person, group, why }) => (
          <li key={`${person} ${group}`}>
            {person}, {group}: {why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
