/** Either table of a type, in the view that the address asks for. */
import { saveTableAction } from "@/lib/group-types/actions";
import { tablePath } from "@/lib/group-types/paths";
import { findChangeSet } from "@/lib/group-types/queries/find-change-set";
import type { PermissionTable, TablePage } from "@/lib/group-types/queries/find-permission-table";
import { findSaved } from "@/lib/group-types/queries/find-saved";
import { listColumnTitles } from "@/lib/group-types/queries/list-column-titles";
import { listSaves } from "@/lib/group-types/queries/list-saves";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { withQuery } from "../../../../../../_parts/paths";
import { type TableAsked, tableAsked } from "../../../../../_parts/table/asked";
import { History } from "../../../../../_parts/table/history";
import { Proposal } from "../../../../../_parts/table/proposal";
import { SavedNotice } from "../../../../../_parts/table/saved-notice";
import { type PathOf, TableForm } from "../../../../../_parts/table/table-form";
import { rowsOf, type TableView, viewOfType, withColumns } from "../../../../../_parts/table/view";
import { ViewLinks } from "../../../../../_parts/table/view-links";
import { changesIn } from "../../../../../_parts/table/with-changes";
import { Simulate } from "./simulate";
import { TableTools } from "./table-tools";

type Props = {
  viewer: Viewer;
  table: PermissionTable;
  page: TablePage;
  query: Readonly<Record<string, string | string[] | undefined>>;
};

export async function TypeTable({ viewer, table, page, query }: Props) {
  const { name, label } = table.type;
  const view = viewOfType(table);
  const asked = tableAsked(query);
  const pathOf: PathOf = (params) => withQuery(tablePath(name, page), params);
  if (asked.view === "history") return <Past {...{ viewer, view, pathOf, asked }} type={name} />;
  if (asked.view === "simulate") {
    return <Simulate {...{ viewer, view, query, pathOf }} type={name} />;
  }
  const set = asked.set ? await findChangeSet(viewer, name, asked.set) : null;
  return (
    <TableForm
      action={saveTableAction}
      view={view}
      caption={page === "outsider" ? `Advanced outsider permissions of ${label}` : `Permissions of ${label}`}
      asked={asked}
      pathOf={pathOf}
      fields={{ type: name, page }}
      version={table.version}
      folded={page === "outsider" ? insiders(view) : undefined}
      proposed={set?.changes ?? changesIn(view, query.change)}
      askPath={decideGlobal(viewer, "explain.view").allowed ? "/admin/explain?permission=" : null}
      simulatePath={pathOf({ view: "simulate" })}
      tools={<TableTools viewer={viewer} type={name} page={page} view={view} pathOf={pathOf} />}
    >
      {asked.set ? <Proposal set={set} pathOf={pathOf} /> : null}
      <Saved {...{ viewer, view, pathOf }} type={name} saved={asked.saved} />
    </TableForm>
  );
}

type PastProps = { viewer: Viewer; view: TableView; pathOf: PathOf; asked: TableAsked; type: string };

async function Past({ viewer, view, pathOf, asked, type }: PastProps) {
  const page = await listSaves(viewer, type, asked.after);
  const titles = await listColumnTitles(viewer, type);
  return (
    <div className="grid grid-cols-1 gap-5">
      <ViewLinks current="history" view={view} pathOf={pathOf} />
      {page ? <History {...{ page, view, pathOf, titles }} after={asked.after} /> : null}
    </div>
  );
}

type SavedProps = { viewer: Viewer; view: TableView; pathOf: PathOf; type: string; saved: string | null };

async function Saved({ viewer, view, pathOf, type, saved }: SavedProps) {
  const version = saved !== null && /^\d{1,9}$/.test(saved) ? Number(saved) : null;
  const found = version === null ? null : await findSaved(viewer, type, version);
  if (!found && saved !== "nothing") return null;
  const titles = found ? await listColumnTitles(viewer, type) : undefined;
  return <SavedNotice saved={found} id={saved ?? ""} {...{ view, pathOf, titles }} />;
}

/** What the same roles hold inside: folded away, unless somebody holds something there. */
function insiders(view: TableView) {
  const inside = withColumns(view, ({ name }) => name.startsWith("insider:"));
  return {
    names: inside.columns.map(({ name }) => name),
    label: "Also when a member",
    lead: "What holders of these roles may do in groups of this type that they are members of, besides what every member may do.",
    open: rowsOf(inside).some(({ cells }) => cells.some((cell) => cell.kind === "box" && cell.on)),
  };
}
