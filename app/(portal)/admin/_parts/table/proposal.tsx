/** What an address proposes to change: it stands in the table as chosen, and is saved by nobody. */
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { ChangeSet } from "@/lib/group-types/queries/find-change-set";
import { numberWords } from "../../../_parts/count-words";
import type { PathOf } from "./table-form";

type Props = { set: ChangeSet | null; pathOf: PathOf; children?: ReactNode };

export function Proposal({ set, pathOf, children }: Props) {
  const drop = (
    <ButtonLink href={pathOf({})} size="sm">
      Drop it
    </ButtonLink>
  );
  if (!set)
    return <Notice tone="warning" role="status" title="There is no such set of changes any more." actions={drop} />;
  const { title, lead, changes, left } = set;
  return (
    <Notice
      tone="info"
      role="status"
      title={`${title}: ${changes.length === 0 ? "nothing to change" : `${numberWords(changes.length, "change")} to look at`}`}
      actions={drop}
    >
      {lead ? <p>{lead}</p> : null}
      {children}
      {changes.length > 0 ? (
        <p>Nothing is saved. The changes are marked in the table; review them when it is as you want it.</p>
      ) : null}
      {left.length > 0 ? (
        <details>
          <summary>{numberWords(left.length, "cell")} left as they are</summary>
          <ul className="mt-1 grid list-disc gap-0.5 pl-5">
            {left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </Notice>
  );
}
