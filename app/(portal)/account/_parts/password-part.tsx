import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { changePasswordAction } from "@/lib/people/actions";
import { LONGEST, SHORTEST } from "@/lib/people/password/rules";
import { PASSWORD_SENTENCES } from "@/lib/people/sentences";

export function PasswordPart() {
  return (
    <Panel beside id="password-part" title="Password" lead="A new one signs every other browser out.">
      <ActionForm
        action={changePasswordAction}
        label="Password"
        done={<Notice tone="success" title={PASSWORD_SENTENCES.changed} />}
      >
        <TextInput
          name="currentPassword"
          label="Present password"
          type="password"
          autoComplete="current-password"
          maxLength={512}
        />
        <TextInput
          name="newPassword"
          label="New password"
          hint={`${SHORTEST} characters or more. Three unrelated words make a good one.`}
          type="password"
          autoComplete="new-password"
          minLength={SHORTEST}
          maxLength={LONGEST}
        />
        <SubmitButton variant="quiet">Change password</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
