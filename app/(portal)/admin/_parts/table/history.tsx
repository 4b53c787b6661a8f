/** Who changed what in a table, when and why, newest first, each with the way back. */
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Pager } from "@/app/_ui/pager";
import { Time } from "@/app/_ui/time";
import type { SavesPage } from "@/lib/group-types/queries/list-saves";
import { numberWords } from "../../../_parts/count-words";
import { ChangeList } from "./change-list";
import type { PathOf } from "./table-form";
import { cellName, type TableView } from "./view";

type Props = {
  page: SavesPage;
  after: string | null;
  view: TableView;
  pathOf: PathOf;
  /** what columns are called that are not on this page */
  titles?: ReadonlyMap<string, string>;
};

export function History({ page, after, view, pathOf, titles }: Props) {
  if (page.saves.length === 0) {
    return (
      <EmptyState title="Nothing was changed yet">
        <p>Each save stands here with who made it, why, and what it changed.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="grid gap-4">
        {page.saves.map(({ id, by, at, reason, changes }) => (
          <li key={id} className="grid gap-2 rounded-lg border border-line bg-panel p-4 text-sm">
            <div className="flex flex-wrap items-start justify-between gap-2">
              <p>
                <span className="font-semibold">{by ?? "The portal"}</span>, <Time at={at} /> –{" "}
                {numberWords(changes.length, "change")}
                {reason ? <span className="block">“{reason}”</span> : null}
              </p>
              <ButtonLink href={pathOf({ set: `revert:${id}` })} size="sm">
                Revert…
              </ButtonLink>
            </div>
            <ChangeList changes={changes} nameOf={(change) => cellName(view, change, titles)} />
          </li>
        ))}
      </ol>
      <Pager
        of="changes"
        previous={after ? pathOf({ view: "history" }) : undefined}
        next={page.next ? pathOf({ view: "history", after: page.next }) : undefined}
      />
    </>
  );
}
