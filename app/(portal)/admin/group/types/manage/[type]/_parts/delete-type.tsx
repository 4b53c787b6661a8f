import { ButtonLink } from "@/app/_ui/button";
import { typePath } from "@/lib/group-types/paths";
import type { TypePage } from "@/lib/group-types/queries/find-type";
import { countWords } from "../../../../../../_parts/count-words";
import { withQuery } from "../../../../../../_parts/paths";

/** Where groups exist there is nothing to press: it says why. */
export function DeleteType({ type: { name, groups } }: { type: TypePage }) {
  if (groups.count > 0) {
    const them = groups.count === 1 && !groups.more ? "It has" : "They have";
    return (
      <p className="text-sm">
        This type cannot be deleted while {countWords(groups, "group of it exists", "groups of it exist")}. {them} to be
        deleted first.
      </p>
    );
  }
  return (
    <div className="grid justify-items-start gap-3 text-sm">
      <p>There is no group of this type. Its table and its custom roles go with it; its log stays.</p>
      <ButtonLink href={withQuery(typePath(name), { ask: "delete" })} variant="danger">
        Delete…
      </ButtonLink>
    </div>
  );
}
