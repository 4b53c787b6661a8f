/** What the last save changed, as the log has it. */
import { Notice } from "@/app/_ui/notice";
import { Time } from "@/app/_ui/time";
import { numberWords } from "../../../_parts/count-words";
import { ChangeList } from "./look-again";
import { cellName, type TableView } from "./view";

type Change = { readonly role: string; readonly permission: string; readonly on: boolean };
type Saved = {
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly changes: readonly Change[];
};

/** `saved`: null where nothing differed. */
export function SavedNotice({ saved, view }: { saved: Saved | null; view: TableView }) {
  if (!saved)
    return <Notice tone="info" role="status" title="Nothing differed from what is stored, so nothing was saved." />;
  const { by, at, reason, changes } = saved;
  const granted = changes.filter(({ on }) => on).length;
  return (
    <Notice
      tone="success"
      role="status"
      title={`Saved: ${numberWords(changes.length, "change")} – ${granted} granted, ${changes.length - granted} revoked.`}
    >
      <ChangeList changes={changes} nameOf={(change) => cellName(view, change)} />
      <p className="text-muted">
        By {by ?? "the portal"}, <Time at={at} />
        {reason ? `: ${reason}` : null}
      </p>
    </Notice>
  );
}
