/** The question itself: how, with the password, and whether one is sure. What can be undone stands chosen. */
import { ButtonLink } from "@/app/_ui/button";
import { Checkbox, RadioCards } from "@/app/_ui/choices";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { leavePortalAction } from "@/lib/people/actions";
import type { AccountEnd } from "@/lib/people/queries/find-end";

type Props = { hasPassword: boolean; without: AccountEnd["withoutAdministrator"] };

export function LeaveForm({ hasPassword, without: { count } }: Props) {
  return (
    <Panel id="leave" title="Leave" tone="danger">
      <ActionForm action={leavePortalAction} label="Leave the portal">
        <RadioCards
          name="how"
          legend="What becomes of your account?"
          defaultValue="deactivated"
          cards={[
            {
              value: "deactivated",
              label: "Deactivate it",
              hint: "It is kept, and nobody can sign in with it until an administrator lets you in again.",
            },
            {
              value: "deleted",
              label: "Delete it",
              hint: "Gone for good, with your address, your password, your requests and your notices.",
            },
          ]}
        />
        {count > 0 ? (
          <Checkbox
            name="anyway"
            label={
              count === 1
                ? "Go, though a group is left without an administrator"
                : `Go, though ${count} groups are left without an administrator`
            }
          />
        ) : null}
        {hasPassword ? (
          <TextInput
            name="password"
            label="Your password"
            type="password"
            autoComplete="current-password"
            maxLength={512}
          />
        ) : null}
        <Checkbox name="sure" label="I have read what ends, and I want to go" />
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="danger">Leave the portal</SubmitButton>
          <ButtonLink href="/account">Stay</ButtonLink>
        </div>
      </ActionForm>
    </Panel>
  );
}
