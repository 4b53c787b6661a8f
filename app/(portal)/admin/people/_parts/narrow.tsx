/** Ways to narrow the list of people: by state, by when they were seen, by groups, and by a role that they hold. */
import { FacetLinks } from "@/app/_ui/facet-links";
import type { PeopleQuery } from "@/lib/people/queries/list-people";
import { SEEN, STATES } from "@/lib/people/schema-accounts";
import { peoplePath, SEEN_WORDS, STATE_WORDS } from "./asked";

type Props = { asked: PeopleQuery; roles: readonly { readonly name: string; readonly label: string }[] };

export function Narrow({ asked, roles }: Props) {
  const toggled = (change: Partial<PeopleQuery>) => peoplePath({ ...asked, ...change, after: null });
  const facet = <K extends "state" | "seen" | "groups" | "role">(key: K, value: PeopleQuery[K], label: string) => ({
    href: toggled({ [key]: asked[key] === value ? null : value }),
    label,
    current: asked[key] === value,
  });
  return (
    <div className="grid grid-cols-1 gap-3">
      <FacetLinks label="State" facets={STATES.map((state) => facet("state", state, STATE_WORDS[state]))} />
      <FacetLinks label="Seen" facets={SEEN.map((seen) => facet("seen", seen, SEEN_WORDS[seen]))} />
      <FacetLinks label="Groups" facets={[facet("groups", "none", "In none that you know of")]} />
      {roles.length > 0 ? (
        <FacetLinks label="Role" facets={roles.map(({ name, label }) => facet("role", name, label))} />
      ) : null}
    </div>
  );
}
