import { Panel } from "@/app/_ui/panel";
import { groupPermission, isGroupPermission } from "@/lib/policy/catalogue";
import type { UnsavedChange } from "@/lib/scenario/trial/changes";

/** What comes with the address: changes of a table that nobody has saved. */
export function Unsaved({ changes }: { changes: readonly UnsavedChange[] }) {
  if (changes.length === 0) {
    return <p className="text-muted">No change comes along: the tables are tried as they are.</p>;
  }
  return (
    <Panel title="Changes that are not saved yet" id="changes">
      <ul className="grid gap-0.5 text-sm">
        {changes.map(({ type, column, permission, on }) => (
          <li key={`${type} ${column} ${permission}`} className="flex gap-2">
            <span aria-hidden="true" className="w-3 shrink-0 text-center font-semibold">
              {on ? "+" : "−"}
            </span>
            <span className="min-w-0">
              <span className="sr-only">{on ? "Grant" : "Revoke"}: </span>
              {isGroupPermission(permission) ? groupPermission(permission).label : permission} for {column} of {type}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
