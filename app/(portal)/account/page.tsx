/** One's own account: name, address and its proof, password, sessions. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { type ServerEnv, serverEnv } from "@/lib/env";
import { findOwnAccount } from "@/lib/people/own-account";
import { CONFIRM_SENTENCES } from "@/lib/people/sentences";
import { currentViewer } from "@/lib/session/current";
import { AddressPart, type MailWay } from "./_parts/address-part";
import { LeavePart } from "./_parts/leave-part";
import { NamePart } from "./_parts/name-part";
import { OwnDataPart } from "./_parts/own-data-part";
import { PasswordPart } from "./_parts/password-part";
import { SessionsPart } from "./_parts/sessions-part";

export const metadata: Metadata = { title: "Your account" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Account({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/account");
  const account = await findOwnAccount(viewer);
  if (!account) redirect("/sign-in?next=/account");
  const query = await searchParams;
  const confirmed = query.confirmed === "1" && account.proven;
  return (
    <>
      <PageHeader title="Your account" />
      <div className="grid gap-10">
        {confirmed ? <Notice tone="success" role="status" title={CONFIRM_SENTENCES.confirmed} /> : null}
        <NamePart name={account.name} />
        <AddressPart account={account} mail={mailOf(serverEnv())} />
        {account.hasPassword ? <PasswordPart /> : null}
        <SessionsPart sessions={account.sessions} />
        <OwnDataPart wait={query.data === "wait"} />
        <LeavePart />
      </div>
    </>
  );
}

/** Where this portal's mail goes: to people, to a page of the demo or of development, or nowhere yet. */
function mailOf({ SMTP_URL, GUILDHALL_MODE }: ServerEnv): MailWay {
  if (SMTP_URL) return "post";
  return GUILDHALL_MODE === "portal" ? "nowhere" : "page";
}
