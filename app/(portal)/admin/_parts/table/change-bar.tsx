"use client";
/** What is chosen and not saved, counted, and the ways on and back. It stays in sight below the table. */
import { Redo2, Undo2 } from "lucide";
import { useSyncExternalStore } from "react";
import { Button, ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { SubmitButton } from "@/app/_ui/submit-button";
import { numberWords } from "../../../_parts/count-words";
import type { Review } from "./answers";
import { isReviewed } from "./review-panel";
import type { Snapshot, TableStore } from "./store";
import { withChanges } from "./with-changes";

type Props = { store: TableStore; scripted: boolean; reviewed: Review | null; simulatePath?: string };

export function ChangeBar({ store, scripted, reviewed, simulatePath }: Props) {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const done = isReviewed(reviewed, snapshot.changes);
  return (
    <div
      data-afloat
      className="sticky bottom-2 z-40 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-rule bg-panel px-4 py-2.5 shadow-float print:hidden"
    >
      <p aria-live="polite" className="min-w-40 flex-1 text-sm">
        {scripted ? counted(snapshot) : "What you changed is shown to you before it is saved."}
      </p>
      {scripted ? (
        <div className="flex gap-1">
          <Button variant="plain" size="sm" onClick={() => store.undo()} disabled={!snapshot.canUndo}>
            <Icon of={Undo2} size={16} /> Undo
          </Button>
          <Button
            variant="plain"
            size="sm"
            onClick={() => store.redo()}
            disabled={!snapshot.canRedo}
            className="max-sm:hidden"
          >
            <Icon of={Redo2} size={16} /> Redo
          </Button>
          <Button
            variant="plain"
            size="sm"
            onClick={() => store.discard()}
            disabled={snapshot.changes.length === 0}
            className="max-sm:hidden"
          >
            Discard
          </Button>
          {simulatePath && snapshot.changes.length > 0 ? (
            <ButtonLink href={withChanges(simulatePath, snapshot.changes)} variant="plain" size="sm">
              Simulate
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      <SubmitButton
        size="sm"
        variant={done ? "quiet" : "primary"}
        disabled={scripted && snapshot.changes.length === 0}
        className="max-sm:flex-1"
      >
        Review changes
      </SubmitButton>
    </div>
  );
}

/** “3 changes · 2 granted, 1 revoked · 1 risky” */
function counted({ changes, granted, revoked, risky }: Snapshot): string {
  if (changes.length === 0) return "Nothing is changed.";
  const parts = [numberWords(changes.length, "change"), `${granted} granted, ${revoked} revoked`];
  return [...parts, ...(risky > 0 ? [`${risky} risky`] : [])].join(" · ");
}
