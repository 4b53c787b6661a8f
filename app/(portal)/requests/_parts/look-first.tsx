/** A wish to leave that takes roles along: what would follow is looked at before it is approved. */
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import type { ReviewLine } from "@/lib/requests/queries";
import { groupPath } from "../../_parts/paths";

export function TakesRoles() {
  return <Badge tone="warning">The group gives roles</Badge>;
}

export function LookFirst({ line: { group, account }, whose }: { line: ReviewLine; whose: string }) {
  return (
    <ButtonLink href={groupPath(group.slug, `/requests/${account.id}`)} variant="soft" size="sm">
      Approve…<span className="sr-only"> {whose}: see first what would follow</span>
    </ButtonLink>
  );
}
