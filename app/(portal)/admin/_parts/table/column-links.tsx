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
  return (
    <FacetLinks
      label="One role at a time"
      facets={own.map(({ name, title }) => ({
        href: pathOf(name === current ? null : name),
        label: title,
        current: name === current,
      }))}
    />
  );
}
