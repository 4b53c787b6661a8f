import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { configureGroupAction } from "@/lib/groups/actions";
import type { GroupSettings } from "@/lib/groups/queries/find-group-settings";
import { Confirming, KeptReason } from "../../../_parts/confirming";
import { SettingsFields } from "../../../_parts/settings-fields";
import { SavedOnce } from "./saved-once";

export function ConfigureForm({ settings }: { settings: GroupSettings }) {
  return (
    <ActionForm action={configureGroupAction} label="How people get in">
      <SavedOnce />
      <Confirming go="Save, and let this happen">
        <input type="hidden" name="group" value={settings.slug} />
        <input type="hidden" name="was" value={settings.was} />
        {settings.internalForced ? (
          <Notice tone="warning" title="The last role that this group was kept for is gone">
            <p>That is why it became internal. Say whom it is for before you open it again.</p>
          </Notice>
        ) : null}
        <SettingsFields key={settings.was} settings={{ ...settings, whoOpen: settings.internalForced }} />
        <KeptReason />
        <SubmitButton>Save</SubmitButton>
      </Confirming>
    </ActionForm>
  );
}
