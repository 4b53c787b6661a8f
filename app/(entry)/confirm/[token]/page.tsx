/** Where the mail leads that proves an address. Looking at it changes nothing: mail scanners look too. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { confirmAddressAction } from "@/lib/people/actions";
import { findProofPage } from "@/lib/people/own-account";
import { CONFIRM_SENTENCES } from "@/lib/people/sentences";
import { currentViewer } from "@/lib/session/current";

export const metadata: Metadata = { title: "Confirm address", robots: { index: false } };

export default async function Confirm({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const page = await findProofPage(await currentViewer(), token);
  if (!page) notFound();
  const open = page.state === "confirmed" || page.state === "wrong-password";
  return (
    <>
      <PageHeader title="Confirm your address" lead={page.email} />
      {open ? <ConfirmForm token={token} askPassword={page.state === "wrong-password"} /> : <Done state={page.state} />}
    </>
  );
}

function ConfirmForm({ token, askPassword }: { token: string; askPassword: boolean }) {
  return (
    <ActionForm action={confirmAddressAction} label="Confirm your address">
      <input type="hidden" name="token" value={token} />
      {askPassword ? (
        <TextInput
          name="password"
          label="Password"
          hint="Of the account that gave this address. If you made none, somebody else did: close this page, and nothing happens."
          type="password"
          autoComplete="current-password"
          maxLength={512}
        />
      ) : null}
      <SubmitButton pendingLabel="Confirming">Confirm this address</SubmitButton>
    </ActionForm>
  );
}

function Done({ state }: { state: keyof typeof CONFIRM_SENTENCES }) {
  return (
    <Notice
      tone={state === "already-proven" ? "success" : "warning"}
      title={CONFIRM_SENTENCES[state]}
      actions={<ButtonLink href="/account">Your account</ButtonLink>}
    />
  );
}
