import { ButtonLink } from "@/app/_ui/button";
import { TextLink } from "@/app/_ui/text-link";
import { typePath } from "@/lib/group-types/paths";
import type { TypePage } from "@/lib/group-types/queries/find-type";
import { listGroupsOfType } from "@/lib/group-types/queries/list-holders";
import type { Viewer } from "@/lib/session/viewer";
import { countText, countWords, restOf } from "../../../../../../_parts/count-words";
import { groupPath, withQuery } from "../../../../../../_parts/paths";

/** Where groups exist there is nothing to press: it says why, and where they are. */
export async function DeleteType({ viewer, type: { name, groups } }: { viewer: Viewer; type: TypePage }) {
  if (groups.count > 0) return <HasGroups groups={groups} named={await listGroupsOfType(viewer, name)} />;
  return (
    <div className="grid justify-items-start gap-3 text-sm">
      <p>There is no group of this type. Its table and its custom roles go with it; its log stays.</p>
      <ButtonLink href={withQuery(typePath(name), { ask: "delete" })} variant="danger">
        Delete…
      </ButtonLink>
    </div>
  );
}

type HasGroupsProps = { groups: TypePage["groups"]; named: Awaited<ReturnType<typeof listGroupsOfType>> };

function HasGroups({ groups, named }: HasGroupsProps) {
  const them = groups.count === 1 && !groups.more ? "It has" : "They have";
  const others = restOf(groups, named.length);
  return (
    <div className="grid gap-2 text-sm">
      <p>
        This type cannot be deleted while {countWords(groups, "group of it exists", "groups of it exist")}. {them} to be
        deleted first.
      </p>
      {named.length > 0 ? (
        <ul aria-label="Groups of this type" className="grid list-disc gap-1 pl-5">
          {named.map((group) => (
            <li key={group.slug}>
              <TextLink href={groupPath(group.slug)}>{group.name}</TextLink>
            </li>
          ))}
          {others ? <li>and {countText(others)} more</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
