/** After a role was deleted at once: whom it took out of their groups, since they do not come back by themselves. */
import { Notice } from "@/app/_ui/notice";
import { TextLink } from "@/app/_ui/text-link";
import { findEnded } from "@/lib/members/queries/list-ended";
import type { Viewer } from "@/lib/session/viewer";
import { numberWords } from "../../../../_parts/count-words";
import { withQuery } from "../../../../_parts/paths";

export async function RoleDeleted({ viewer, request }: { viewer: Viewer; request: string }) {
  const ended = await findEnded(viewer, request);
  return (
    <Notice tone="success" role="status" title="The role is deleted.">
      {ended ? (
        <p>
          {numberWords(ended.people, "person was", "people were")} removed from {numberWords(ended.groups, "group")}{" "}
          with it:{" "}
          <TextLink href={withQuery(`/admin/people/permissions/ended/${request}`, {})}>
            see who it was, and add them again
          </TextLink>
          .
        </p>
      ) : null}
    </Notice>
  );
}
