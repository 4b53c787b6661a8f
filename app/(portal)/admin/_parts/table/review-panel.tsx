"use client";
/** What was chosen in words, role by role, what it would mean, and the one button that saves it. */
import { useSyncExternalStore } from "react";
import { Notice } from "@/app/_ui/notice";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type CellChange, changeId } from "@/lib/group-types/schema-cell";
import type { Review } from "./answers";
import { Arrived } from "./arrived";
import { ChangeList } from "./change-list";
import type { TableStore } from "./store";
import { cellName, rowsOf, type TableView } from "./view";

type Props = { review: Review; view: TableView; store: TableStore };

export function ReviewPanel({ review, view, store }: Props) {
  const { changes } = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const { lines, warnings } = review;
  return (
    <Arrived of={review}>
      <section aria-label="Review" className="grid gap-5 rounded-lg border border-accent bg-panel p-5">
        <div>
          <h2 className="text-xl">Nothing is saved yet</h2>
          <p className="text-sm text-muted">This is what you chose, and what it would mean.</p>
        </div>
        <div className="grid gap-6 sm:grid-cols-2">
          <ByRole changes={review.changes} view={view} />
          <div className="grid content-start gap-2 text-sm">
            <h3 className="text-lg">What it would mean</h3>
            {lines.length > 0 ? (
              <ul className="grid list-disc gap-1 pl-5">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : (
              <p>For nobody who is here now does anything change.</p>
            )}
          </div>
        </div>
        {warnings.length > 0 ? (
          <Notice tone="warning" title="Think twice">
            <ul className="grid list-disc gap-1 pl-5">
              {warnings.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {isReviewed(review, changes) ? (
          <div className="grid max-w-prose gap-4">
            <ReasonField said={review.reason} />
            <SubmitButton name="seen" value={review.seen} variant={warnings.length > 0 ? "danger" : "primary"}>
              Save these changes
            </SubmitButton>
          </div>
        ) : (
          <p className="text-sm font-semibold">You changed something since: review it once more.</p>
        )}
      </section>
    </Arrived>
  );
}

/** Whether what is chosen is what was looked over. */
export function isReviewed(review: Review | null, changes: readonly CellChange[]): boolean {
  if (!review || review.changes.length !== changes.length) return false;
  const seen = new Set(review.changes.map(changeId));
  return changes.every((change) => seen.has(changeId(change)));
}

function ByRole({ changes, view }: { changes: readonly CellChange[]; view: TableView }) {
  const roles = [...new Set(changes.map(({ role }) => role))];
  const label = ({ permission }: CellChange) => rowsOf(view).find(({ key }) => key === permission)?.label;
  return (
    <div className="grid content-start gap-3 text-sm">
      <h3 className="text-lg">What you chose</h3>
      {roles.map((role) => (
        <div key={role}>
          <p className="font-semibold">{view.columns.find(({ name }) => name === role)?.title ?? role}</p>
          <ChangeList
            changes={changes.filter((change) => change.role === role)}
            nameOf={(change) => label(change) ?? cellName(view, change)}
            verbs={["Grant", "Revoke"]}
          />
        </div>
      ))}
    </div>
  );
}
