/** Some of many people by name. */
import { Fragment } from "react";
import { TextLink } from "@/app/_ui/text-link";
import type { Chosen } from "@/lib/people/queries/list-chosen";
import { withQuery } from "../../../../_parts/paths";

const NAMED = 12;

export function Names({ people }: { people: readonly Chosen[] }) {
  const more = people.length - NAMED;
  return (
    <p>
      {people.slice(0, NAMED).map(({ id, name }, at) => (
        <Fragment key={id}>
          {at > 0 ? ", " : null}
          <TextLink href={withQuery(`/admin/people/${id}`, {})}>{name}</TextLink>
        </Fragment>
      ))}
      {more > 0 ? ` and ${more.toLocaleString("en")} more` : null}
    </p>
  );
}
