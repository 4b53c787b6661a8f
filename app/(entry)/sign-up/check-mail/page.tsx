/** After signing up where an address must be confirmed first. The same for everybody. */
import type { Metadata } from "next";
import { PageHeader } from "@/app/_ui/page-header";
import { TextLink } from "@/app/_ui/text-link";

export const metadata: Metadata = { title: "Check your mail" };

export default function CheckMail() {
  return (
    <>
      <PageHeader title="Check your mail" />
      <div className="grid gap-6">
        <p>Your account is made and waits for your address. Open the mail that we sent you, and confirm there.</p>
        <p className="text-muted">
          No mail after some minutes? Look where unwanted mail goes, or <TextLink href="/sign-in">sign in</TextLink>:
          that sends it again.
        </p>
      </div>
    </>
  );
}
