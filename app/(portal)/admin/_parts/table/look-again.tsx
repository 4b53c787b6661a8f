/** The table moved while somebody was in its form: what moved, and what they chose, which is kept and not saved. */
import { Notice } from "@/app/_ui/notice";
import type { Moved } from "./answers";
import { Arrived } from "./arrived";
import { ChangeList, type Verbs } from "./change-list";
import { cellName, type TableView } from "./view";

type Props = { moved: Moved; view: TableView };

export function LookAgain({ moved, view }: Props) {
  const { moved: moves, chosen, already, gone } = moved;
  return (
    <Arrived of={moved}>
      <Notice tone="warning" title="Nothing was saved yet: somebody changed this while you were here.">
        {moves.length > 0 ? (
          <Part title="What moved meanwhile" changes={moves} view={view} />
        ) : (
          <p>No cell of this table moved: its settings or its roles were changed.</p>
        )}
        {chosen.length > 0 ? (
          <Part
            title="What you chose, kept in the table below"
            changes={chosen}
            view={view}
            verbs={["Grant", "Revoke"]}
          />
        ) : (
          <p>Nothing that you chose is left to save.</p>
        )}
        {already.length > 0 ? <Part title="What you chose, and is so already" changes={already} view={view} /> : null}
        {gone.columns.length > 0 ? <p>Gone, with whatever you chose in it: {gone.columns.join(", ")}.</p> : null}
        {gone.permissions.length > 0 ? (
          <p>Switched off for this type, so that it cannot be granted: {gone.permissions.join(", ")}.</p>
        ) : null}
        {chosen.length > 0 ? <p>Look at the table as it is now, then review it once more.</p> : null}
      </Notice>
    </Arrived>
  );
}

type Change = { role: string; permission: string; on: boolean; by?: string | null; at?: string };

type PartProps = { title: string; changes: readonly Change[]; view: TableView; verbs?: Verbs };

function Part({ title, changes, view, verbs }: PartProps) {
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <ChangeList changes={changes} nameOf={(change) => cellName(view, change)} verbs={verbs} />
    </div>
  );
}
