/** The first of one's groups, short: the page of all of them says more. */
import { ButtonLink } from "@/app/_ui/button";
import { GroupPicture } from "@/app/_ui/group-picture";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { Page } from "@/lib/cursor";
import type { MyGroupLine } from "@/lib/groups/queries/list-my-groups";
import { groupPath } from "../../_parts/paths";

const SHOWN = 8;

export function MyGroups({ groups: { lines } }: { groups: Page<MyGroupLine> }) {
  return (
    <Panel
      id="my-groups"
      title="My groups"
      look="bare"
      actions={lines.length > 0 ? <TextLink href="/my-groups">All of them</TextLink> : null}
    >
      {lines.length > 0 ? (
        <ul aria-label="My groups" className="border-t border-line">
          {lines.slice(0, SHOWN).map((line) => (
            <GroupLink key={line.slug} line={line} />
          ))}
        </ul>
      ) : (
        <div className="grid justify-items-start gap-3 border-y border-line py-5">
          <p className="text-muted">
            You are in no group yet. Those that you join, and those that you are put in, stand here.
          </p>
          <ButtonLink href="/groups" size="sm">
            Find one
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}

function GroupLink({ line }: { line: MyGroupLine }) {
  const standing = [line.status.leads ? "You lead it" : "", ...line.roles].filter(Boolean).join(", ");
  return (
    <li className="flex items-center gap-3 border-b border-line py-3">
      <GroupPicture picture={line.picture} colour={line.colour} size={36} />
      <span className="grid min-w-0">
        <TextLink href={groupPath(line.slug)} bare className="truncate font-medium">
          {line.name}
        </TextLink>
        <span className="truncate text-xs text-muted">{standing || line.type.label}</span>
      </span>
    </li>
  );
}
