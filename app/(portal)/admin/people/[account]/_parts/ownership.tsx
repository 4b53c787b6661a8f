/** For site owners alone: whether somebody else is one. */
import { ButtonLink } from "@/app/_ui/button";
import type { PersonLine } from "@/lib/people/queries/list-people";
import { withQuery } from "../../../../_parts/paths";

export function Ownership({ person: { id, owner } }: { person: PersonLine }) {
  return (
    <div className="grid justify-items-start gap-3 text-sm">
      <p>{owner ? "They hold every permission there is." : "Site owners hold every permission there is."}</p>
      <ButtonLink
        href={withQuery(`/admin/people/${id}`, { ask: owner ? "unmake-owner" : "make-owner" })}
        variant={owner ? "danger" : "quiet"}
      >
        {owner ? "End it…" : "Make them one…"}
      </ButtonLink>
    </div>
  );
}
