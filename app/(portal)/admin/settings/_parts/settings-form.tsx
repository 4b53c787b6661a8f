import { Checkbox, RadioCards } from "@/app/_ui/choices";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { Select } from "@/app/_ui/select";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
import { changeSettingsAction } from "@/lib/settings/actions";
import type { SettingsPage } from "@/lib/settings/queries";

export function SettingsForm({ settings }: { settings: SettingsPage }) {
  return (
    <ActionForm
      action={changeSettingsAction}
      label="Settings"
      className="grid grid-cols-1 gap-10"
      done={<Notice tone="success" title="Saved." />}
    >
      <input key={settings.was} type="hidden" name="was" value={settings.was} />
      <Panel
        beside
        id="coming"
        title="Who may come"
        lead="Accounts that there are already stay, whatever is chosen here."
      >
        <Coming settings={settings} />
      </Panel>
      <Panel beside id="groups" title="In groups" lead="Requests that wait already go on waiting.">
        <InGroups settings={settings} />
      </Panel>
      <div className="lg:grid lg:grid-cols-[minmax(12rem,1fr)_minmax(0,38rem)] lg:gap-x-12">
        <div className="lg:col-start-2">
          <SubmitButton>Save</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}

const SIGN_UP = [
  { value: "open", label: "Anybody", hint: "Whoever has an address makes an account." },
  { value: "invited", label: "Whoever was sent a join link", hint: "An account is made on the way through the link." },
  { value: "domains", label: "People of certain domains", hint: "Their address ends in one of those below." },
  {
    value: "closed",
    label: "Nobody",
    hint: "There is no way to make an account. Links go on letting in those who have one.",
  },
];

function Coming({ settings: { signUp, signUpDomains, newAccountRole, roles } }: { settings: SettingsPage }) {
  return (
    <div className="group/up grid gap-6">
      <RadioCards name="signUp" legend="Who may make an account?" cards={SIGN_UP} defaultValue={signUp} />
      <div className="hidden group-has-[#signUp-domains:checked]/up:block">
        <TextArea
          name="signUpDomains"
          label="Domains"
          hint="One to a line, as in example.org. What stands before the @ does not matter; domains below it count apart."
          optional
          maxLength={20_000}
          defaultValue={signUpDomains.join("\n")}
        />
      </div>
      <Select
        name="newAccountRole"
        label="Role of new accounts"
        hint="Whoever makes an account from now on holds it from the beginning. Nobody who is here gains or loses it."
        optional
        placeholder="None"
        defaultValue={newAccountRole ?? ""}
        choices={roles
          .filter(({ name, mayGive }) => mayGive || name === newAccountRole)
          .map(({ name, label }) => ({ value: name, label }))}
      />
    </div>
  );
}

function InGroups({ settings: { autoLeave, notifyLeaders, defaultGroupType, types } }: { settings: SettingsPage }) {
  return (
    <div className="grid gap-6">
      <Checkbox
        name="autoLeave"
        label="Leaving takes effect at once"
        hint="In every group, open or not. Without it whoever leaves a group that is not open asks, and somebody approves."
        defaultChecked={autoLeave}
      />
      <Checkbox
        name="notifyLeaders"
        label="Tell those who decide of new requests"
        hint="Leaders and whoever else may decide get a notice. Without it requests wait to be found."
        defaultChecked={notifyLeaders}
      />
      <Select
        name="defaultGroupType"
        label="Type that a new group begins with"
        hint="The form for a new group starts with it, for those who may make one. It changes no group."
        optional
        placeholder="None in particular"
        defaultValue={defaultGroupType ?? ""}
        choices={types.map(({ name, label }) => ({ value: name, label }))}
      />
    </div>
  );
}
