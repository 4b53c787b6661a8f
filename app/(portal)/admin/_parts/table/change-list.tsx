/** Changes in words, with the sign that a change set bears. */
import { Time } from "@/app/_ui/time";

type Change = { role: string; permission: string; on: boolean; by?: string | null; at?: string };
export type Verbs = readonly [granted: string, revoked: string];
type ListProps = { changes: readonly Change[]; nameOf: (change: Change) => string; verbs?: Verbs };

export function ChangeList({ changes, nameOf, verbs: [granted, revoked] = ["Granted", "Revoked"] }: ListProps) {
  return (
    <ul className="mt-1 grid gap-0.5">
      {changes.map((change) => (
        <li key={`${change.role} ${change.permission}`} className="flex gap-2">
          <span aria-hidden="true" className="w-3 shrink-0 text-center font-semibold">
            {change.on ? "+" : "−"}
          </span>
          <span>
            <span className="sr-only">{change.on ? granted : revoked}: </span>
            {nameOf(change)}
            {change.at ? (
              <span className="text-muted">
                {" "}
                – {change.by ?? "the portal"}, <Time at={change.at} />
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
