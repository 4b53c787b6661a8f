/** Either table of a type, with what its last save changed. */

import { saveTableAction } from "@/lib/group-types/actions";
import { tablePath } from "@/lib/group-types/paths";
import type { PermissionTable, TablePage } from "@/lib/group-types/queries/find-permission-table";
import { findSaved } from "@/lib/group-types/queries/find-saved";
import type { Viewer } from "@/lib/session/viewer";
import { one, withQuery } from "../../../../../../_parts/paths";
import { SavedNotice } from "../../../../../_parts/table/saved-notice";
import { TableForm } from "../../../../../_parts/table/table-form";
import { type TableView, viewOfType, withColumns } from "../../../../../_parts/table/view";

type Props = {
  viewer: Viewer;
  table: PermissionTable;
  page: TablePage;
  query: Readonly<Record<string, string | string[] | undefined>>;
};

export async function TypeTable({ viewer, table, page, query }: Props) {
  const { name, label } = table.type;
  const view = viewOfType(table);
  const saved = one(query.saved) ?? null;
  const version = saved !== null && /^\d{1,9}$/.test(saved) ? Number(saved) : null;
  const found = version === null ? null : await findSaved(viewer, name, version);
  return (
    <TableForm
      action={saveTableAction}
      view={view}
      caption={page === "outsider" ? `Advanced outsider permissions of ${label}` : `Permissions of ${label}`}
      role={one(query.role) ?? null}
      pathOf={(role) => withQuery(tablePath(name, page), { role })}
      fields={{ type: name, page }}
      version={table.version}
      folded={page === "outsider" ? insiders(view) : undefined}
      saved={saved}
    >
      {found || saved === "nothing" ? <SavedNotice saved={found} view={view} /> : null}
    </TableForm>
  );
}

/** What the same roles hold inside: folded away, unless somebody holds something there. */
function insiders(view: TableView) {
  const inside = withColumns(view, ({ name }) => name.startsWith("insider:"));
  const cells = inside.sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return {
    names: inside.columns.map(({ name }) => name),
    label: "Also when a member",
    lead: "What holders of these roles may do in groups of this type that they are members of, besides what every member may do.",
    open: cells.some((cell) => cell.state === "box" && cell.on),
  };
}
