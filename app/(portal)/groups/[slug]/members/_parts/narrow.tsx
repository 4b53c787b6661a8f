/** Ways to look through the members: by name, by role, by how they came, and in which order. */
import { FacetLinks } from "@/app/_ui/facet-links";
import { SearchBox } from "@/app/_ui/search-box";
import type { MemberList, MemberQuery } from "@/lib/members/queries/list-members";
import { WAYS } from "@/lib/members/schema";
import { groupPath } from "../../../../_parts/paths";
import { isNarrowed, membersPath, saidOf, WAY_WORDS } from "./asked";

type Props = { list: MemberList; asked: MemberQuery };

export function Narrow({ list: { group, roles }, asked }: Props) {
  const { q: _, after: __, ...kept } = saidOf(asked);
  const keep = Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, value ?? undefined]));
  const to = (change: MemberQuery) => membersPath(group.slug, { ...asked, after: null, ...change });
  return (
    <div data-print="no" className="grid grid-cols-1 gap-3">
      <SearchBox
        action={groupPath(group.slug, "/members")}
        label="Search members"
        placeholder="How a name begins"
        defaultValue={asked.q ?? undefined}
        keep={keep}
        clear={to({ q: null })}
      />
      <details open={isNarrowed({ ...asked, q: null }) || asked.sort === "name"}>
        <summary className="cursor-pointer text-sm font-medium text-accent">Narrow, or order by name</summary>
        <div className="mt-3 grid grid-cols-1 gap-3">
          {roles.length > 0 ? (
            <FacetLinks
              label="Role"
              facets={roles.map(({ name, label }) => ({
                href: to({ role: asked.role === name ? null : name }),
                label,
                current: asked.role === name,
              }))}
            />
          ) : null}
          <FacetLinks
            label="How"
            facets={[
              ...WAYS.filter((way) => way !== "created").map((way) => ({
                href: to({ how: asked.how === way ? null : way }),
                label: WAY_WORDS[way],
                current: asked.how === way,
              })),
              { href: to({ ends: !asked.ends }), label: "Ends by itself", current: asked.ends },
            ]}
          />
          <FacetLinks
            label="Order"
            facets={[
              {
                href: to({ sort: asked.sort === "name" ? "since" : "name" }),
                label: "By name",
                current: asked.sort === "name",
              },
            ]}
          />
        </div>
      </details>
    </div>
  );
}
