/** What there is not, and what this person may not see, within the portal's frame: the same words for both. */
import type { Metadata } from "next";
import { ButtonLink } from "../_ui/button";
import { PageHeader } from "../_ui/page-header";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="column">
      <PageHeader title="There is nothing at this address" />
      <div className="grid gap-6">
        <p className="text-muted">
          It may have moved, the address may have been mistyped, or it leads to something that is not open to you. If
          somebody gave you the address, ask them for a link.
        </p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/groups" variant="primary">
            Browse groups
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
