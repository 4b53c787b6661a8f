/** A type besides its table: what it is called, what its groups start as, its custom roles, and its end. */
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { tablePath } from "@/lib/group-types/paths";
import type { TypePage } from "@/lib/group-types/queries/find-type";
import { currentViewer } from "@/lib/session/current";
import type { Viewer } from "@/lib/session/viewer";
import { one, withQuery } from "../../../../../_parts/paths";
import { AskDelete, AskDeleteRole } from "./_parts/asking";
import { DeleteType } from "./_parts/delete-type";
import { EditType } from "./_parts/edit-type";
import { foundType, type TypeProps, titled } from "./_parts/found";
import { Roles } from "./_parts/roles";
import { TypeFrame } from "./_parts/type-frame";

export const generateMetadata = ({ params }: TypeProps) => titled(params);

export default async function TypeSettingsPage({ params, searchParams }: TypeProps) {
  const type = await foundType(params);
  const [query, viewer] = await Promise.all([searchParams, currentViewer()]);
  const asked = one(query.ask);
  const role = asked === "delete-role" ? type.roles.find(({ name }) => name === one(query.role)) : undefined;
  const deletes = asked === "delete" && type.groups.count === 0;
  return (
    <TypeFrame type={type} tab="settings" lead={type.description || undefined}>
      <div className="grid max-w-prose grid-cols-1 gap-10">
        {deletes ? <AskDelete type={type} /> : null}
        {role ? <AskDeleteRole viewer={viewer} type={type} role={role} /> : null}
        {deletes || role ? null : <Parts viewer={viewer} type={type} done={one(query.done)} />}
      </div>
    </TypeFrame>
  );
}

function Parts({ viewer, type, done }: { viewer: Viewer; type: TypePage; done: string | undefined }) {
  return (
    <>
      {done === "role-deleted" ? <Notice tone="success" role="status" title="The role is deleted." /> : null}
      {done === "created" ? (
        <Notice tone="success" role="status" title="The type is made.">
          <p>
            Look at <TextLink href={withQuery(tablePath(type.name, "permissions"), {})}>its permissions</TextLink> next:
            they decide who may do what in its groups.
          </p>
        </Notice>
      ) : null}
      <Panel id="edit" title="Settings">
        <EditType type={type} />
      </Panel>
      <Panel
        id="roles"
        title="Custom roles"
        lead="Columns of the table that are put on single memberships."
        look="bare"
      >
        <Roles type={type} />
      </Panel>
      <Panel id="delete" title="Delete this type" tone="danger">
        <DeleteType viewer={viewer} type={type} />
      </Panel>
    </>
  );
}
