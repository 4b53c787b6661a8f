/** Why a verb is not this person's, in words, and what would change that. */
import { Notice } from "@/app/_ui/notice";
import { TextLink } from "@/app/_ui/text-link";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { JOIN_SENTENCES, LEAVE_SENTENCES } from "@/lib/members/sentences";
import { oneOf } from "../../../_parts/count-words";
import { groupPath } from "../../../_parts/paths";

type Props = {
  group: GroupPage;
  of: "join" | "leave";
  /** labels of roles that let one ask */
  requestRoles?: readonly string[];
};

export function WhyNot({ group, of, requestRoles = [] }: Props) {
  const word = group.verb.kind === "why-not" ? group.verb.word : "internal";
  const sentences: Readonly<Record<string, string>> = of === "join" ? JOIN_SENTENCES : LEAVE_SENTENCES;
  return (
    <Notice tone="info" title={sentences[word]}>
      <Remedy group={group} word={word} requestRoles={requestRoles} />
      <p>
        <TextLink href={groupPath(group.slug, "/why", { permission: of === "join" ? "member.join" : "member.leave" })}>
          How this was decided
        </TextLink>
      </p>
    </Notice>
  );
}

function Remedy({ group, word, requestRoles }: { group: GroupPage; word: string; requestRoles: readonly string[] }) {
  const people = group.leaders?.people.map(({ name }) => name) ?? [];
  const ask = people.length > 0 ? `Ask ${oneOf(people.slice(0, 3))}.` : "Ask whoever runs this portal.";
  switch (word) {
    case "not-eligible":
      return group.eligible.length > 0 ? (
        <p>
          It takes the role {oneOf(group.eligible)}. {ask}
        </p>
      ) : null;
    case "needs-request-permission":
      return (
        <p>
          {requestRoles.length > 0 ? `The role ${oneOf(requestRoles)} brings it. ` : "No role brings it so far. "}
          Whoever runs this portal gives it.
        </p>
      );
    case "last-admin":
      return group.may.assignRoles ? (
        <p>
          <TextLink href={groupPath(group.slug, "/members")}>See who else could be one</TextLink>
        </p>
      ) : null;
    default:
      return <p>{ask}</p>;
  }
}
