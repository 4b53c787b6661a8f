/** One's own account: name, address and its proof, password, sessions. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { findOwnAccount } from "@/lib/people/own-account";
import { CONFIRM_SENTENCES } from "@/lib/people/sentences";
import { currentViewer } from "@/lib/session/current";
import { AddressPart } from "./_parts/address-part";
import { NamePart } from "./_parts/name-part";
import { PasswordPart } from "./_parts/password-part";
import { SessionsPart } from "./_parts/sessions-part";

export const metadata: Metadata = { title: "Your account" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Account({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/account");
  const account = await findOwnAccount(viewer);
  if (!account) redirect("/sign-in?next=/account");
  const confirmed = (await searchParams).confirmed === "1" && account.proven;
  return (
    <div className="grid max-w-prose gap-10">
      <PageHeader title="Your account" />
      {confirmed ? <Notice tone="success" role="status" title={CONFIRM_SENTENCES.confirmed} /> : null}
      <NamePart name={account.name} />
      <AddressPart account={account} />
      {account.hasPassword ? <PasswordPart /> : null}
      <SessionsPart sessions={account.sessions} />
    </div>
  );
}
