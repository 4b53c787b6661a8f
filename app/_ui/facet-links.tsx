/** Ways to narrow a list. Each is a link that adds or drops its filter. */
import { Check } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { Icon } from "./icon";

export type Facet = {
  /** the same list with this filter toggled */
  href: Route;
  label: string;
  /** such as `12` or `1,000+` */
  count?: number | string;
  current?: boolean;
};

type Props = { label: string; facets: readonly Facet[] };

export function FacetLinks({ label, facets }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-2 sm:flex-nowrap">
      <span className="min-w-12 shrink-0 text-sm text-muted" aria-hidden="true">
        {label}
      </span>
      <ul className="flex min-w-0 flex-wrap gap-2">
        {facets.map((facet) => (
          <li key={facet.href}>
            <Link
              href={facet.href}
              prefetch={false}
              aria-current={facet.current ? "true" : undefined}
              className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-edge px-3 text-sm text-ink hover:border-ink hover:bg-well aria-[current=true]:border-accent aria-[current=true]:bg-accent-wash aria-[current=true]:text-accent"
            >
              {facet.current ? <Icon of={Check} size={14} /> : null}
              {facet.label}
              {facet.count !== undefined ? (
                <span className="text-xs text-muted tabular-nums">{facet.count}</span>
              ) : null}
              {facet.current ? <span className="sr-only">, chosen; press to drop</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
