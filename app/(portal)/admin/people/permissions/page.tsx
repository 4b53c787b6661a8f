/** What the roles of this portal may do everywhere, and which roles there are. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { findGlobalTable } from "@/lib/permissions/queries/find-global-table";
import { currentViewer } from "@/lib/session/current";
import { one } from "../../../_parts/paths";
import { ADMIN } from "../../_parts/crumbs";
import { AskDeleteRole } from "./_parts/ask-delete-role";
import { GlobalPermissions } from "./_parts/global-permissions";
import { RoleDeleted } from "./_parts/role-deleted";
import { Roles } from "./_parts/roles";

export const metadata: Metadata = { title: "Site-wide permissions" };

type Query = Record<string, string | string[] | undefined>;

export default async function GlobalPermissionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await currentViewer();
  const table = await findGlobalTable(viewer);
  if (!table) notFound();
  const query = await searchParams;
  const asked = one(query.ask) === "delete" ? one(query.which) : undefined;
  const deleted = one(query.deleted);
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
        <div className="grid grid-cols-1 gap-10">
          {deleted ? <RoleDeleted viewer={viewer} request={deleted} /> : null}
          <GlobalPermissions viewer={viewer} table={table} query={query} />
          <Panel id="roles" title="Roles of this portal" look="bare">
            <Roles columns={table.columns} />
          </Panel>
        </div>
      )}
    </>
  );
}
