/** A word after something was done, said only while it is so: anybody can type an address. */
import { Notice } from "@/app/_ui/notice";
import type { GroupPage } from "@/lib/groups/queries/find-group";

type Props = { group: GroupPage; said: string | undefined };

export function Welcome({ group, said }: Props) {
  const { status, may, name } = group;
  if (said === "joined" && status.member) {
    return (
      <Notice tone="success" role="status" title={`You are in. Welcome to ${name}.`}>
        <p>What you may do here now is listed below.</p>
      </Notice>
    );
  }
  if (said === "requested" && status.pending === "join") {
    return (
      <Notice tone="success" role="status" title="You have asked to join.">
        <p>Whoever is in charge here has been told. You will hear of their answer, and can withdraw until then.</p>
      </Notice>
    );
  }
  if (said === "leave-requested" && status.pending === "leave") {
    return (
      <Notice tone="success" role="status" title="You have asked to leave.">
        <p>Until somebody answers, you stay in.</p>
      </Notice>
    );
  }
  if (said === "created" && (may.edit || may.configure || status.member)) {
    return (
      <Notice tone="success" role="status" title="The group is made.">
        <p>Next, say how people get in, or make a link to send to them.</p>
      </Notice>
    );
  }
  return null;
}
