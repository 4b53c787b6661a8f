import { Notice } from "@/app/_ui/notice";
import type { GlobalAsking } from "@/lib/permissions/commands/save-global-table";
import { Arrived } from "./arrived";

/** What would follow, before it does. */
export function Asking({ asking }: { asking: GlobalAsking }) {
  return (
    <Arrived of={asking}>
      <Notice tone="warning" title="Nothing was saved yet. This would follow:">
        <ul className="grid list-disc gap-1 pl-5">
          {asking.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>Save once more at the end of the form to let this happen, or change the ticks first.</p>
      </Notice>
    </Arrived>
  );
}
