/** The first minute of a portal: its first site owner. The page is there once, and for whoever holds the printed link. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox } from "@/app/_ui/choices";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { setUpAction } from "@/lib/people/actions";
import { findSetupOpen } from "@/lib/people/own-account";
import { currentViewer } from "@/lib/session/current";
import { NewPassword } from "../../_parts/new-password";

export const metadata: Metadata = { title: "Set up", robots: { index: false } };

export default async function Setup({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!(await findSetupOpen(await currentViewer(), token))) notFound();
  return (
    <>
      <PageHeader
        title="Set up this portal"
        lead="You become its first site owner: you may do everything, and give others their part of it."
      />
      <ActionForm action={setUpAction} label="Set up">
        <input type="hidden" name="token" value={token} />
        <TextInput name="name" label="Your name" autoComplete="name" maxLength={80} />
        <TextInput name="email" label="E-mail address" type="email" autoComplete="username" maxLength={320} />
        <NewPassword name="password" label="Password" />
        <Checkbox
          name="everyoneIsMember"
          label="Everybody who makes an account becomes Member"
          hint="Members may ask to join groups that are not public. Without it you make people members one by one."
          defaultChecked
        />
        <SubmitButton pendingLabel="Setting up">Set up</SubmitButton>
      </ActionForm>
    </>
  );
}
