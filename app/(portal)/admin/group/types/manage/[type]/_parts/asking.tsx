/** A second thought before a type, or one of its roles, is deleted. */
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { deleteRoleAction, deleteTypeAction } from "@/lib/group-types/actions";
import { typePath } from "@/lib/group-types/paths";
import type { TypePage } from "@/lib/group-types/queries/find-type";
import { type Holder, listHolders } from "@/lib/group-types/queries/list-holders";
import type { Count } from "@/lib/groups/line";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import type { Viewer } from "@/lib/session/viewer";
import { countText, countWords, restOf } from "../../../../../../_parts/count-words";
import { groupPath, withQuery } from "../../../../../../_parts/paths";
import { PersonName } from "../../../../../../_parts/person-name";

export function AskDelete({ type }: { type: TypePage }) {
  return (
    <Panel id="ask" title={`Delete the type ${type.label}?`} tone="danger">
      <ActionForm action={deleteTypeAction} label="Delete the type">
        <p>
          Its table, its custom roles and the right to create groups of it go with it. This cannot be taken back; the
          log of what was in it stays.
        </p>
        <input type="hidden" name="type" value={type.name} />
        <ReasonField />
        <Answers verb="Delete the type" type={type.name} />
      </ActionForm>
    </Panel>
  );
}

type RoleProps = { viewer: Viewer; type: TypePage; role: TypePage["roles"][number] };

export async function AskDeleteRole({ viewer, type, role }: RoleProps) {
  const named = role.holders.count > 0 ? await listHolders(viewer, type.name, role.name) : [];
  return (
    <Panel id="ask" title={`Delete the role ${role.label}?`} tone="danger">
      <ActionForm action={deleteRoleAction} label="Delete the role">
        <p>{losing(role.holders)} Its column goes from the table; this cannot be taken back.</p>
        <Holders named={named} total={role.holders} profiles={mayViewProfiles(viewer)} />
        <input type="hidden" name="type" value={type.name} />
        <input type="hidden" name="role" value={role.name} />
        <ReasonField />
        <Answers verb="Delete the role" type={type.name} />
      </ActionForm>
    </Panel>
  );
}

function losing(holders: Count): string {
  if (holders.count === 0) return "Nobody holds it.";
  const one = holders.count === 1 && !holders.more;
  const stays = one ? "That person stays a member of the group." : "They all stay members of their groups.";
  return `${countWords(holders, "membership")} would lose it, and what it gives. Whoever holds it is told. ${stays}`;
}

type HoldersProps = { named: readonly Holder[]; total: Count; profiles: boolean };

/** By name as far as the reader may list members; all others are counted. */
function Holders({ named, total, profiles }: HoldersProps) {
  if (named.length === 0) return null;
  const others = restOf(total, named.length);
  return (
    <ul aria-label="Who loses it" className="grid list-disc gap-1 pl-5 text-sm">
      {named.map(({ person, group }) => (
        <li key={`${person.id} ${group.slug}`}>
          <PersonName person={person} profiles={profiles} />, in{" "}
          <TextLink href={groupPath(group.slug)}>{group.name}</TextLink>
        </li>
      ))}
      {others ? <li>and {countText(others)} more</li> : null}
    </ul>
  );
}

function Answers({ verb, type }: { verb: string; type: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton variant="danger">{verb}</SubmitButton>
      <ButtonLink href={withQuery(typePath(type), {})}>Keep it</ButtonLink>
    </div>
  );
}
