/** Pause or resume, a new address, and the end of a link. */
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import {
  pauseJoinLinkAction,
  resumeJoinLinkAction,
  revokeJoinLinkAction,
  rotateJoinLinkAction,
} from "@/lib/join-links/actions";
import type { LinkLine } from "@/lib/join-links/queries";
import { groupPath } from "../../../../_parts/paths";
import { linkOrigin } from "./link-origin";
import { MadeLink } from "./made-link";

type Props = { slug: string; link: LinkLine };

export async function LinkVerbs({ slug, link }: Props) {
  const paused = link.state === "paused";
  const what = (
    <>
      <input type="hidden" name="group" value={slug} />
      <input type="hidden" name="link" value={link.id} />
    </>
  );
  const form = (action: FormAction, children: React.ReactNode) => (
    <ActionForm action={action} className="grid gap-4">
      {what}
      {children}
    </ActionForm>
  );
  return (
    <>
      <Panel beside id="pause-panel" title={paused ? "Resume" : "Pause"}>
        {form(
          paused ? resumeJoinLinkAction : pauseJoinLinkAction,
          <>
            <p className="text-sm">
              {paused ? "Whoever holds it can use it again." : "It lets nobody in until you resume it, and says so."}
            </p>
            <SubmitButton variant="quiet">{paused ? "Resume the link" : "Pause the link"}</SubmitButton>
          </>,
        )}
      </Panel>
      <Panel beside id="rotate" title="Give it a new address">
        <ActionForm action={rotateJoinLinkAction} className="grid gap-4">
          <MadeLink
            before={await linkOrigin()}
            after={<ButtonLink href={groupPath(slug, "/links")}>Back to the links</ButtonLink>}
          >
            {what}
            <p className="text-sm">
              The old address stops working at once, for everybody who has it. Uses, limits and expiry stay as they are,
              and you become its maker.
            </p>
            <SubmitButton variant="quiet">Make a new address</SubmitButton>
          </MadeLink>
        </ActionForm>
      </Panel>
      <Panel beside id="revoke" title="Revoke" tone="danger">
        {form(
          revokeJoinLinkAction,
          <>
            <p className="text-sm">It lets nobody in any more, for good. Nobody who came by it is removed.</p>
            <ReasonField hint="It stands in the log. If somebody else made the link, they read it too." />
            <SubmitButton variant="danger">Revoke the link</SubmitButton>
          </>,
        )}
      </Panel>
    </>
  );
}
