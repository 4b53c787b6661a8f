/** Ways to narrow the list of people: by state, and by a role that they hold. */
import { FacetLinks } from "@/app/_ui/facet-links";
import type { PeopleQuery } from "@/lib/people/queries/list-people";
import { peoplePath, STATES } from "./asked";

type Props = { asked: PeopleQuery; roles: readonly { readonly name: string; readonly label: string }[] };

export function Narrow({ asked, roles }: Props) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <FacetLinks
        label="State"
        facets={(Object.keys(STATES) as (keyof typeof STATES)[]).map((state) => ({
          href: peoplePath({ ...asked, state: asked.state === state ? null : state, after: null }),
          label: STATES[state],
          current: asked.state === state,
        }))}
      />
      {roles.length > 0 ? (
        <FacetLinks
          label="Role"
          facets={roles.map(({ name, label }) => ({
            href: peoplePath({ ...asked, role: asked.role === name ? null : name, after: null }),
            label,
            current: asked.role === name,
          }))}
        />
      ) : null}
    </div>
  );
}
