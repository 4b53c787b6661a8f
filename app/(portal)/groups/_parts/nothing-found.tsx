/** Why the directory shows nothing, and the way on: three different nothings. */
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { mayCreateAny } from "@/lib/groups/queries/find-creating";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { PasteLink } from "../../_parts/paste-link";
import { withQuery } from "../../_parts/paths";
import { type Asked, CAN_WORDS, directoryPath } from "./asked";

type Props = { viewer: Viewer; asked: Asked; narrowed: boolean };

export function NothingFound({ viewer, asked, narrowed }: Props) {
  if (narrowed) return <NoResults asked={asked} />;
  // Only whoever sees every group may be told that there is none.
  if (decideGlobal(viewer, "group.bypass").allowed) {
    return <NoneExist create={mayCreateAny(viewer)} types={decideGlobal(viewer, "type.administer").allowed} />;
  }
  return (
    <EmptyState title="There is nothing here for you to see">
      <p>Some groups do not show themselves. Whoever runs one can send you a link to it.</p>
      <PasteLink />
    </EmptyState>
  );
}

function NoneExist({ create, types }: { create: boolean; types: boolean }) {
  return (
    <EmptyState
      title="There are no groups yet"
      actions={
        create ? (
          <ButtonLink href="/groups/new" variant="primary">
            Make the first one
          </ButtonLink>
        ) : types ? (
          <ButtonLink href={withQuery("/admin/group/types", {})} variant="primary">
            Look at the kinds of groups
          </ButtonLink>
        ) : null
      }
    >
      <p>
        {create || !types
          ? "The first group will stand here."
          : "A group is of a kind, which says who may do what in it. Make the first kind, then the first group."}
      </p>
    </EmptyState>
  );
}

function NoResults({ asked }: { asked: Asked }) {
  const { q, type, can } = asked;
  const fresh = { ...asked, after: null };
  return (
    <EmptyState
      title={q ? <>Nothing here is called “{q}”</> : "Nothing here fits"}
      actions={
        <>
          {q ? <ButtonLink href={directoryPath({ ...fresh, q: null })}>Without “{shortened(q)}”</ButtonLink> : null}
          {type ? <ButtonLink href={directoryPath({ ...fresh, type: null })}>Every kind of group</ButtonLink> : null}
          {can ? (
            <ButtonLink href={directoryPath({ ...fresh, can: null })}>Not only “{CAN_WORDS[can]}”</ButtonLink>
          ) : null}
        </>
      }
    >
      <p>Try fewer letters, or drop a filter.</p>
    </EmptyState>
  );
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
