/** A link out of a mail that leads nowhere, within the frame of the pages by which one comes in. */
import type { Metadata, Route } from "next";
import { ButtonLink } from "../_ui/button";
import { PageHeader } from "../_ui/page-header";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <PageHeader title="There is nothing at this address" />
      <div className="grid gap-6">
        <p className="text-muted">
          The link may have been used already, it may be too old, or it may have been mistyped. Whoever sent it to you
          can send a new one.
        </p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={"/sign-in" as Route} variant="primary">
            Sign in
          </ButtonLink>
          <ButtonLink href={"/" as Route}>Go to the start</ButtonLink>
        </div>
      </div>
    </>
  );
}
