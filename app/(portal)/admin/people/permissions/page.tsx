/** What the roles of this portal may do everywhere, and which roles there are. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { saveGlobalTableAction } from "@/lib/permissions/actions";
import { findGlobalTable, type GlobalTable } from "@/lib/permissions/queries/find-global-table";
import { findSavedGlobal } from "@/lib/permissions/queries/find-saved-global";
import { currentViewer } from "@/lib/session/current";
import type { Viewer } from "@/lib/session/viewer";
import { one, withQuery } from "../../../_parts/paths";
import { ADMIN } from "../../_parts/crumbs";
import { SavedNotice } from "../../_parts/table/saved-notice";
import { TableForm } from "../../_parts/table/table-form";
import { viewOfRoles } from "../../_parts/table/view";
import { AskDeleteRole } from "./_parts/ask-delete-role";
import { Roles } from "./_parts/roles";

export const metadata: Metadata = { title: "Site-wide permissions" };

type Query = Record<string, string | string[] | undefined>;

export default async function GlobalPermissionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await currentViewer();
  const table = await findGlobalTable(viewer);
  if (!table) notFound();
  const query = await searchParams;
  const asked = one(query.ask) === "delete" ? one(query.which) : undefined;
  const role = table.columns.find(({ name, builtIn }) => name === asked && !builtIn);
  return (
    <>
      <PageHeader
        crumbs={[ADMIN]}
        title="Site-wide permissions"
        lead="Every account holds what Authenticated holds, and what its own roles hold besides. Site owners hold everything."
      />
      {role ? (
        <AskDeleteRole viewer={viewer} role={role} />
      ) : (
        <Parts viewer={viewer} table={table} query={query} deleted={one(query.deleted) === "1"} />
      )}
    </>
  );
}

type PartsProps = { viewer: Viewer; table: GlobalTable; query: Query; deleted: boolean };

async function Parts({ viewer, table, query, deleted }: PartsProps) {
  const view = viewOfRoles(table);
  const saved = one(query.saved) ?? null;
  const found = saved ? await findSavedGlobal(viewer, saved) : null;
  return (
    <div className="grid grid-cols-1 gap-10">
      {deleted ? <Notice tone="success" role="status" title="The role is deleted." /> : null}
      <TableForm
        action={saveGlobalTableAction}
        view={view}
        caption="Site-wide permissions"
        role={one(query.role) ?? null}
        pathOf={(role) => withQuery("/admin/people/permissions", { role })}
        fields={{}}
        saved={saved}
      >
        {found || saved === "nothing" ? <SavedNotice saved={found} view={view} /> : null}
      </TableForm>
      <Panel id="roles" title="Roles of this portal" look="bare">
        <Roles columns={table.columns} />
      </Panel>
    </div>
  );
}
