import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { createGroupAction } from "@/lib/groups/actions";
import type { Creating, TypeChoice } from "@/lib/groups/queries/find-creating";
import { Confirming } from "../../_parts/confirming";
import { FaceFields } from "../../_parts/face-fields";
import { SettingsFields } from "../../_parts/settings-fields";

const FACE = { name: "", description: "", picture: "hall", colour: "moss" };

export function CreateForm({ creating, type }: { creating: Creating; type: TypeChoice }) {
  const settings = {
    flags: { ...type.flags, restricted: false },
    ...{ quietJoinPage: false, whoOpen: false, eligibleRoles: [], confers: [] },
    ...{ roles: creating.roles, mayRestrict: creating.mayRestrict },
  };
  return (
    <ActionForm action={createGroupAction} label="New group" className="grid grid-cols-1 gap-10">
      <Confirming go="Make it all the same">
        <input type="hidden" name="type" value={type.name} />
        <div className="grid grid-cols-1 items-start gap-x-8 gap-y-10 lg:grid-cols-2">
          <Panel id="face" title="What it says of itself">
            <div className="grid gap-6">
              <FaceFields face={FACE} />
            </div>
          </Panel>
          <Panel id="settings" title="How people get in">
            <SettingsFields settings={settings} />
          </Panel>
        </div>
        <p className="text-sm text-muted">
          {type.creatorIsMember
            ? "You become its first member."
            : "You do not become a member by making it. What you may do in it follows from the rules for its kind."}
        </p>
        <SubmitButton pendingLabel="Making it…">Make the group</SubmitButton>
      </Confirming>
    </ActionForm>
  );
}
