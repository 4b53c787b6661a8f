/** Facts beside the text: who is in charge, for whom it is, and one's own membership. */
import { Facts } from "@/app/_ui/facts";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { GroupPage, Leaders } from "@/lib/groups/queries/find-group";
import { countWords } from "../../../_parts/count-words";
import { groupPath } from "../../../_parts/paths";
import { PersonName } from "../../../_parts/person-name";
import { OwnMembership } from "./own-membership";
import { StakesLists } from "./stakes-lists";

type Props = {
  group: GroupPage;
  /** names lead to pages about people */
  profiles: boolean;
};

export function AboutAside({ group, profiles }: Props) {
  const facts = factsOf(group, profiles);
  return (
    <aside className="grid content-start gap-8" aria-label={`About ${group.name}`}>
      {facts.length > 0 ? (
        <Panel id="facts" title="At a glance">
          <Facts facts={facts} />
        </Panel>
      ) : null}
      <IfYouJoin group={group} />
      {group.request ? <OwnRequest request={group.request} /> : null}
      {group.membership ? (
        <OwnMembership slug={group.slug} membership={group.membership} mayEdit={group.may.editOwnMembership} />
      ) : null}
    </aside>
  );
}

/** For whom the door is open: what stands behind it. */
function IfYouJoin({ group: { joining, verb, confers } }: { group: GroupPage }) {
  if (!joining || (verb.kind !== "join" && verb.kind !== "ask")) return null;
  return (
    <Panel id="joining" title="If you join">
      <StakesLists stakes={joining} roles={{ gained: confers }} level="h3" />
    </Panel>
  );
}

function factsOf({ members, eligible, confers, leaders }: GroupPage, profiles: boolean) {
  return [
    ...(members ? [{ name: "Members", value: countWords(members, "person", "people") }] : []),
    ...(eligible.length > 0 ? [{ name: "Kept for", value: eligible.join(", ") }] : []),
    ...(confers.length > 0 ? [{ name: "Members hold", value: confers.join(", ") }] : []),
    ...(leaders ? [{ name: "In charge", value: <InCharge leaders={leaders} profiles={profiles} /> }] : []),
  ];
}

function InCharge({ leaders: { people, groups }, profiles }: { leaders: Leaders; profiles: boolean }) {
  if (people.length + groups.length === 0) return <span className="text-muted">Nobody by name</span>;
  return (
    <ul className="grid gap-0.5">
      {people.map((person) => (
        <li key={person.id}>
          <PersonName person={person} profiles={profiles} />
        </li>
      ))}
      {groups.map((group) => (
        <li key={group.slug}>
          Everybody in <TextLink href={groupPath(group.slug)}>{group.name}</TextLink>
        </li>
      ))}
    </ul>
  );
}

function OwnRequest({ request }: { request: NonNullable<GroupPage["request"]> }) {
  return (
    <Panel id="request" title={request.kind === "join" ? "You asked to join" : "You asked to leave"}>
      <div className="grid gap-2 text-sm">
        <p className="text-muted">
          On <Time at={request.at} />
        </p>
        {request.note ? <p className="whitespace-pre-line">{request.note}</p> : null}
      </div>
    </Panel>
  );
}
