/** The way out of the portal. */
import { ButtonLink } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { withQuery } from "../../_parts/paths";

export function LeavePart() {
  return (
    <Panel beside id="leave-part" title="Leave the portal" lead="Delete your account, or deactivate it.">
      <div className="grid justify-items-start gap-4">
        <p className="text-sm">
          The next page says everything that would follow. Nothing happens before you say so there.
        </p>
        <ButtonLink href={withQuery("/account/leave", {})} variant="danger">
          Leave…
        </ButtonLink>
      </div>
    </Panel>
  );
}
