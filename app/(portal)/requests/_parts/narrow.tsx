/** Ways to narrow a list of requests. */
import type { Route } from "next";
import { type Facet, FacetLinks } from "@/app/_ui/facet-links";
import type { RequestQuery, WaitingGroup } from "@/lib/requests/queries";
import { withQuery } from "../../_parts/paths";
import { LONG_WAIT, saidOf } from "./asked";

type Props = {
  /** the page that the list stands on */
  path: string;
  asked: RequestQuery;
  /** to choose among; none where the list is of one group */
  groups?: readonly WaitingGroup[];
};

export function Narrow({ path, asked, groups = [] }: Props) {
  const to = (change: RequestQuery): Route => withQuery(path, saidOf({ ...asked, after: null, ...change }));
  const kind = (one: "join" | "leave", label: string): Facet => ({
    href: to({ kind: asked.kind === one ? null : one }),
    label,
    current: asked.kind === one,
  });
  const named = groups.length > 1 || asked.group ? groups : [];
  return (
    <div className="grid grid-cols-1 gap-3">
      <FacetLinks
        label="Show"
        facets={[
          kind("join", "To join"),
          kind("leave", "To leave"),
          { href: to({ link: !asked.link }), label: "By a link", current: asked.link },
          {
            href: to({ days: asked.days ? null : LONG_WAIT }),
            label: "Waiting for more than a week",
            current: Boolean(asked.days),
          },
        ]}
      />
      {named.length > 0 ? (
        <FacetLinks
          label="Group"
          facets={named.map(({ slug, name, count }) => ({
            href: to({ group: asked.group === slug ? null : slug }),
            label: name,
            count,
            current: asked.group === slug,
          }))}
        />
      ) : null}
    </div>
  );
}
