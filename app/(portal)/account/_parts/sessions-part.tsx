import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { signOutAction, signOutEverywhereAction } from "@/lib/people/actions";

export function SessionsPart({ sessions }: { sessions: number }) {
  const others = sessions - 1;
  const words =
    others > 0
      ? `Signed in here and in ${others} more ${others === 1 ? "browser" : "browsers"}.`
      : "Signed in here alone.";
  return (
    <Panel beside id="sessions-part" title="Where you are signed in" lead={words}>
      <div className="flex flex-wrap gap-3">
        <form action={signOutAction}>
          <SubmitButton variant="quiet">Sign out</SubmitButton>
        </form>
        <form action={signOutEverywhereAction}>
          <SubmitButton variant="danger">Sign out everywhere</SubmitButton>
        </form>
      </div>
    </Panel>
  );
}
