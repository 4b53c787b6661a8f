/** A second thought before a role is taken from everybody. */
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { deleteGlobalRoleAction } from "@/lib/permissions/actions";
import type { GlobalColumn } from "@/lib/permissions/queries/find-global-table";
import { findRoleToll } from "@/lib/permissions/queries/find-role-toll";
import { DELETE_GLOBAL_ROLE_SENTENCES } from "@/lib/permissions/sentences";
import type { Viewer } from "@/lib/session/viewer";
import { withQuery } from "../../../../_parts/paths";
import { TollNotice } from "../../../_parts/toll-notice";

export async function AskDeleteRole({ viewer, role }: { viewer: Viewer; role: GlobalColumn }) {
  const { answer, toll, seen } = await findRoleToll(viewer, role.name);
  const back = <ButtonLink href={withQuery("/admin/people/permissions", {})}>Keep it</ButtonLink>;
  return (
    <div className="column">
      <Panel id="ask" title={`Delete the role ${role.label}?`} tone="danger">
        {answer === "deleted" ? (
          <ActionForm action={deleteGlobalRoleAction} label="Delete the role">
            <p>
              It is taken from everybody who holds it, with what it gives here, its columns in the table of every type,
              and its place on the lists of groups. This cannot be taken back.
            </p>
            <TollNotice toll={toll} />
            <input type="hidden" name="role" value={role.name} />
            <input type="hidden" name="seen" value={seen} />
            <ReasonField />
            <div className="flex flex-wrap gap-3">
              <SubmitButton variant="danger">Delete the role</SubmitButton>
              {back}
            </div>
          </ActionForm>
        ) : (
          <Notice tone="info" title={DELETE_GLOBAL_ROLE_SENTENCES[answer]} actions={back} />
        )}
      </Panel>
    </div>
  );
}
