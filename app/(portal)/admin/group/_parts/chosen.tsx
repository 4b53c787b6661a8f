"use client";
/** What is done with the groups that are ticked. It stays in sight while some are. */
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";

type Props = {
  /** null while nobody counts: before the script has come, and without it */
  count: number | null;
  onClear: () => void;
  children: ReactNode;
};

export function Chosen({ count, onClear, children }: Props) {
  return (
    <fieldset
      className={`mt-6 min-w-0 rounded-lg border border-line bg-panel p-4 ${count ? "sticky bottom-3 z-10 shadow-float" : ""}`}
    >
      <legend className="sr-only">Change the groups that are ticked</legend>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {children}
        {count === null ? null : (
          <p className="flex min-h-11 flex-wrap items-center gap-x-2 text-sm" role="status">
            {count === 0 ? (
              <span className="text-muted">Tick groups to change them together.</span>
            ) : (
              <>
                <span className="font-semibold tabular-nums">{count === 1 ? "1 group" : `${count} groups`} ticked</span>
                <Button variant="plain" size="sm" onClick={onClear}>
                  Untick
                </Button>
              </>
            )}
          </p>
        )}
      </div>
    </fieldset>
  );
}
