/** What the last save changed, as the log has it, and the way back. */
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Time } from "@/app/_ui/time";
import { numberWords } from "../../../_parts/count-words";
import { ChangeList } from "./change-list";
import type { PathOf } from "./table-form";
import { cellName, type TableView } from "./view";

type Change = { readonly role: string; readonly permission: string; readonly on: boolean };
type Saved = {
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly changes: readonly Change[];
};

type Props = {
  /** null where nothing differed */
  saved: Saved | null;
  /** what the save is called in the address */
  id: string;
  view: TableView;
  pathOf: PathOf;
  /** what columns are called that are not on this page */
  titles?: ReadonlyMap<string, string>;
  /** what came of it by itself */
  children?: ReactNode;
};

export function SavedNotice({ saved, id, view, pathOf, titles, children }: Props) {
  if (!saved)
    return <Notice tone="info" role="status" title="Nothing differed from what is stored, so nothing was saved." />;
  const { by, at, reason, changes } = saved;
  const granted = changes.filter(({ on }) => on).length;
  return (
    <Notice
      tone="success"
      role="status"
      title={`Saved: ${numberWords(changes.length, "change")} – ${granted} granted, ${changes.length - granted} revoked.`}
      actions={
        <ButtonLink href={pathOf({ set: `revert:${id}` })} size="sm">
          Undo…
        </ButtonLink>
      }
    >
      <ChangeList changes={changes} nameOf={(change) => cellName(view, change, titles)} />
      <p className="text-muted">
        By {by ?? "the portal"}, <Time at={at} />
        {reason ? `: ${reason}` : null}
      </p>
      {children}
    </Notice>
  );
}
