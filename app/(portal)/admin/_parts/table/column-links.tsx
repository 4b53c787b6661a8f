/** The table whole, or one of its columns at a time: links, since a narrow screen has room for one. */
import type { Route } from "next";
import { FacetLinks } from "@/app/_ui/facet-links";
import type { ColumnView } from "./view";

type Props = {
  columns: readonly ColumnView[];
  /** the column that is shown alone */
  current: string | null;
  pathOf(role: string | null): Route;
};

export function ColumnLinks({ columns, current, pathOf }: Props) {
  const own = columns.filter(({ frozen }) => !frozen);
  const bands = [...new Set(own.map(({ band }) => band))];
  // Where a role has a column in two layers, its name alone would not tell them apart.
  const twice = new Set(own.map(({ label }) => label)).size < own.length;
  const rows = twice
    ? bands.map((band) => ({
        label: `One role at a time, ${band.toLowerCase()}`,
        of: own.filter((c) => c.band === band),
      }))
    : [{ label: "One role at a time", of: own }];
  return (
    <div className="grid grid-cols-1 gap-3">
      {rows.map(({ label, of }) => (
        <FacetLinks
          key={label}
          label={label}
          facets={of.map(({ name, label: role }) => ({
            href: pathOf(name === current ? null : name),
            label: role,
            current: name === current,
          }))}
        />
      ))}
      {current === null ? (
        <p className="text-sm text-muted sm:hidden">Below is all of it at once, which scrolls sideways.</p>
      ) : null}
    </div>
  );
}
