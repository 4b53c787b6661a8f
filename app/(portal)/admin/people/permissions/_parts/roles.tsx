/** The roles that there are site-wide, the two built-in ones first, and new ones. */
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { List, ListRow } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { createGlobalRoleAction, moveGlobalRoleAction, renameGlobalRoleAction } from "@/lib/permissions/actions";
import type { GlobalColumn } from "@/lib/permissions/queries/find-global-table";
import { CREATE_GLOBAL_ROLE_SENTENCES } from "@/lib/permissions/sentences";
import { withQuery } from "../../../../_parts/paths";
import { Fold } from "../../../_parts/fold";
import { LabelAndName } from "../../../_parts/label-and-name";
import { MoveRole, RenameRole } from "../../../_parts/role-verbs";

const BUILT_IN: Readonly<Record<string, string>> = {
  anonymous: "People without an account.",
  authenticated: "Every account.",
};

export function Roles({ columns }: { columns: readonly GlobalColumn[] }) {
  const custom = columns.filter(({ builtIn }) => !builtIn).map(({ name }) => name);
  return (
    <div className="grid max-w-prose gap-6">
      <List label="Roles of this portal">
        {columns.map(({ name, label, builtIn }) => (
          <ListRow
            key={name}
            title={label}
            badges={builtIn ? <Badge>built in</Badge> : null}
            line={BUILT_IN[name]}
            meta={<code>{name}</code>}
            actions={
              builtIn ? null : <Verbs role={{ name, label }} first={name === custom[0]} last={name === custom.at(-1)} />
            }
          />
        ))}
      </List>
      <ActionForm
        action={createGlobalRoleAction}
        label="New role"
        className="grid gap-3"
        done={<Notice tone="success">{CREATE_GLOBAL_ROLE_SENTENCES.created}</Notice>}
      >
        <Fold label="New role…" className="gap-6 rounded-lg border border-line bg-panel p-5">
          <LabelAndName
            label="Name of the role"
            hint="Such as “Member” or “Site admin”."
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

type VerbsProps = { role: Pick<GlobalColumn, "name" | "label">; first: boolean; last: boolean };

function Verbs({ role, first, last }: VerbsProps) {
  return (
    <>
      <MoveRole action={moveGlobalRoleAction} role={role} first={first} last={last} />
      <RenameRole action={renameGlobalRoleAction} role={role} />
      <ButtonLink
        href={withQuery("/admin/people/permissions", { ask: "delete", which: role.name })}
        size="sm"
        variant="danger"
      >
        <span>
          Delete<span className="sr-only"> {role.label}</span>…
        </span>
      </ButtonLink>
    </>
  );
}
