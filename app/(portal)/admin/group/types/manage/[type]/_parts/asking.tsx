/** A second thought before a type, or one of its roles, is deleted. */
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { deleteRoleAction, deleteTypeAction } from "@/lib/group-types/actions";
import { typePath } from "@/lib/group-types/paths";
import type { TypePage } from "@/lib/group-types/queries/find-type";
import { countWords } from "../../../../../../_parts/count-words";
import { withQuery } from "../../../../../../_parts/paths";

export function AskDelete({ type }: { type: TypePage }) {
  return (
    <Panel id="ask" title={`Delete the type ${type.label}?`} tone="danger">
      <ActionForm action={deleteTypeAction} label="Delete the type">
        <p>
          Its table, its custom roles and the right to create groups of it go with it. This cannot be taken back; the
          log of what was in it stays.
        </p>
        <input type="hidden" name="type" value={type.name} />
        <Reason />
        <Answers verb="Delete the type" type={type.name} />
      </ActionForm>
    </Panel>
  );
}

type RoleProps = { type: TypePage; role: TypePage["roles"][number] };

export function AskDeleteRole({ type, role }: RoleProps) {
  const { count, more } = role.holders;
  return (
    <Panel id="ask" title={`Delete the role ${role.label}?`} tone="danger">
      <ActionForm action={deleteRoleAction} label="Delete the role">
        <p>
          {count === 0
            ? "Nobody holds it."
            : `${countWords(role.holders, "membership")} would lose it, and what it gives. Whoever holds it is told.`}{" "}
          {count === 1 && !more ? "That person stays" : count > 0 ? "They stay" : ""}
          {count > 0 ? " a member of the group." : ""} Its column goes from the table; this cannot be taken back.
        </p>
        <input type="hidden" name="type" value={type.name} />
        <input type="hidden" name="role" value={role.name} />
        <Reason />
        <Answers verb="Delete the role" type={type.name} />
      </ActionForm>
    </Panel>
  );
}

function Reason() {
  return <TextInput name="reason" label="Why?" hint="It stands in the log." optional maxLength={500} />;
}

function Answers({ verb, type }: { verb: string; type: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton variant="danger">{verb}</SubmitButton>
      <ButtonLink href={withQuery(typePath(type), {})}>Keep it</ButtonLink>
    </div>
  );
}
