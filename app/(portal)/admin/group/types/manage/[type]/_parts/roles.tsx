/** The custom roles of a type: what they are called, who holds them, and new ones. */
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { List, ListRow } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { createRoleAction, moveRoleAction, renameRoleAction } from "@/lib/group-types/actions";
import { typePath } from "@/lib/group-types/paths";
import type { TypePage } from "@/lib/group-types/queries/find-type";
import { countWords } from "../../../../../../_parts/count-words";
import { withQuery } from "../../../../../../_parts/paths";
import { Fold } from "../../../../../_parts/fold";
import { LabelAndName } from "../../../../../_parts/label-and-name";
import { MoveRole, RenameRole } from "../../../../../_parts/role-verbs";

export function Roles({ type }: { type: TypePage }) {
  return (
    <div className="grid gap-6">
      {type.roles.length > 0 ? (
        <List label="Custom roles">
          {type.roles.map((role) => (
            <ListRow
              key={role.name}
              title={role.label}
              meta={
                <>
                  <code>{role.name}</code>
                  <span>held by {countWords(role.holders, "member")}</span>
                </>
              }
              actions={<Verbs type={type} role={role} />}
            />
          ))}
        </List>
      ) : (
        <p className="text-sm text-muted">None yet.</p>
      )}
      <ActionForm
        action={createRoleAction}
        label="New role"
        className="grid gap-3"
        done={<Notice tone="success">The role is made. What it may do is set in the table.</Notice>}
      >
        <input type="hidden" name="type" value={type.name} />
        <Fold label="New role…" className="gap-6 rounded-lg border border-line bg-panel p-5">
          <LabelAndName
            label="Name of the role"
            hint="Such as “Officer” or “Group admin”."
            field="role"
            idPrefix="new-role-"
            nameHint="It stands in the log, and never changes."
          />
          <SubmitButton>Make the role</SubmitButton>
        </Fold>
      </ActionForm>
    </div>
  );
}

function Verbs({ type: { name: type, roles }, role }: { type: TypePage; role: TypePage["roles"][number] }) {
  const { name, label } = role;
  const [first, last] = [roles[0]?.name === name, roles.at(-1)?.name === name];
  return (
    <>
      <MoveRole action={moveRoleAction} type={type} role={role} first={first} last={last} />
      <RenameRole action={renameRoleAction} type={type} role={role} />
      <ButtonLink href={withQuery(typePath(type), { ask: "delete-role", role: name })} size="sm" variant="danger">
        <span>
          Delete<span className="sr-only"> {label}</span>…
        </span>
      </ButtonLink>
    </>
  );
}
