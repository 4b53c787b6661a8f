/**
 * Ways to narrow the directory. The counts come after the list, in a stream that needs script to be put in its place;
 * without script the same is one link away, in a page that waits for them.
 */
import { Suspense } from "react";
import { FacetLinks } from "@/app/_ui/facet-links";
import { TextLink } from "@/app/_ui/text-link";
import { CAN } from "@/lib/groups/can";
import { countFacets, type Facets } from "@/lib/groups/queries/count-facets";
import type { Viewer } from "@/lib/session/viewer";
import { countText } from "../../_parts/count-words";
import { type Asked, CAN_WORDS, directoryPath } from "./asked";

type Props = { viewer: Viewer; asked: Asked };

export function Narrow({ viewer, asked, plain }: Props & { plain: boolean }) {
  if (plain) return <Counted viewer={viewer} asked={asked} />;
  // As high before the counts as with them, or the list would move under the reader's hand: each row is one line.
  const rows = viewer.account ? "h-22" : "h-10";
  return (
    <div
      className={`${rows} [&_nav]:flex-nowrap [&_ul]:-m-1 [&_ul]:h-12 [&_ul]:flex-nowrap [&_ul]:overflow-x-auto [&_ul]:p-1 [&_li]:shrink-0 [&_li]:whitespace-nowrap [&_ul]:[scrollbar-width:thin]`}
    >
      <Suspense fallback={<Uncounted viewer={viewer} asked={asked} />}>
        <Counted viewer={viewer} asked={asked} />
      </Suspense>
    </div>
  );
}

async function Counted({ viewer, asked }: Props) {
  const facets = await countFacets(viewer, asked);
  const types = typeFacets(asked, facets);
  const can = canFacets(viewer, asked, facets);
  return (
    <div className="grid grid-cols-1 gap-2">
      {can.length > 0 ? <FacetLinks label="Where" facets={can} /> : null}
      {types.length > 0 ? <FacetLinks label="Kind" facets={types} /> : null}
    </div>
  );
}

/** One kind alone is no choice; a chosen one that holds nothing is dropped where the empty list says so. */
function typeFacets(asked: Asked, { types }: Facets) {
  const only = types.length === 1 && !asked.type;
  return (only ? [] : types).map(({ name, label, ...count }) => ({
    href: directoryPath({ ...asked, type: asked.type === name ? null : name, after: null }),
    label,
    count: countText(count),
    current: asked.type === name,
  }));
}

function canFacets(viewer: Viewer, asked: Asked, { can: counts }: Facets) {
  if (!viewer.account) return [];
  return counts
    .filter(({ can, count }) => count > 0 || asked.can === can)
    .map(({ can, ...count }) => ({ ...canLink(asked, can), count: countText(count) }));
}

function canLink(asked: Asked, can: (typeof CAN)[number]) {
  const current = asked.can === can;
  return { href: directoryPath({ ...asked, can: current ? null : can, after: null }), label: CAN_WORDS[can], current };
}

function Uncounted({ viewer, asked }: Props) {
  return (
    <div className="grid grid-cols-1 gap-2">
      {viewer.account ? <FacetLinks label="Where" facets={CAN.map((can) => canLink(asked, can))} /> : null}
      <noscript>
        <TextLink href={directoryPath(asked, { plain: "1" })}>Narrow by kind, with counts</TextLink>
      </noscript>
    </div>
  );
}
