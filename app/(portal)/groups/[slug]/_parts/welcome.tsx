/** A word after something was done, said only while it is so: anybody can type an address. */
import { Notice } from "@/app/_ui/notice";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { mayWords } from "./may-list";

/** “a”, “a and b”, “a, b and c”. */
const all = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") || "read this page" : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

type Props = { group: GroupPage; said: string | undefined };

export function Welcome({ group, said }: Props) {
  const { status, may, name } = group;
  if (said === "joined" && status.member) {
    return (
      <Notice tone="success" role="status" title={`You are in. Welcome to ${name}.`}>
        <p>You may now {all(mayWords(may).filter((words) => words !== "read this page"))}.</p>
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
