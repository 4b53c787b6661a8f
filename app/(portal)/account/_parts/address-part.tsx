/** The address, whether it is proven, and what one can do about it. */
import { Badge } from "@/app/_ui/badge";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { TextLink } from "@/app/_ui/text-link";
import { askForProofAction, changeAddressAction } from "@/lib/people/actions";
import type { OwnAccount } from "@/lib/people/own-account";
import { ADDRESS_SENTENCES, PROOF_SENTENCES } from "@/lib/people/sentences";

export type MailWay = "post" | "page" | "nowhere";

export function AddressPart({ account, mail }: { account: OwnAccount; mail: MailWay }) {
  return (
    <Panel beside id="address-part" title="E-mail address" lead={<Standing account={account} />}>
      <div className="grid gap-8">
        {account.email && !account.proven ? <SendAgain mail={mail} /> : null}
        {account.hasPassword ? (
          <ChangeAddress />
        ) : (
          <p>People of the demo have no password, and an address that exists nowhere.</p>
        )}
      </div>
    </Panel>
  );
}

function Standing({ account: { email, proven } }: { account: OwnAccount }) {
  if (!email) return <>None. Somebody else may have confirmed the one you had: give your account another.</>;
  return (
    <>
      {email} {proven ? <Badge tone="accent">Confirmed</Badge> : <Badge tone="warning">Not confirmed</Badge>}
    </>
  );
}

function SendAgain({ mail }: { mail: MailWay }) {
  return (
    <ActionForm
      action={askForProofAction}
      label="Confirm your address"
      className="grid gap-3"
      done={<Notice tone="success" title={PROOF_SENTENCES.sent} />}
    >
      <p>
        <Mailed way={mail} /> Until you confirm there, others may claim this address too.
      </p>
      <SubmitButton variant="quiet">Send it again</SubmitButton>
    </ActionForm>
  );
}

function Mailed({ way }: { way: MailWay }) {
  if (way === "post") return "We sent you a mail.";
  if (way === "nowhere")
    return "This portal has no mail server yet. Whoever runs it must set one; then have it sent again.";
  return (
    <>
      No mail leaves here: yours is <TextLink href="/dev/mail">kept for you to read</TextLink>.
    </>
  );
}

function ChangeAddress() {
  return (
    <ActionForm
      action={changeAddressAction}
      label="Another address"
      done={<Notice tone="success" title={ADDRESS_SENTENCES.changed} />}
    >
      <TextInput name="email" label="Another address" type="email" autoComplete="email" maxLength={320} />
      <TextInput
        id="address-password"
        name="currentPassword"
        label="Present password"
        type="password"
        autoComplete="current-password"
        maxLength={512}
      />
      <SubmitButton variant="quiet">Change address</SubmitButton>
    </ActionForm>
  );
}
