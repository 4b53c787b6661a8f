/** Which columns stand in the list: links, so that the address holds it. */
import { FacetLinks } from "@/app/_ui/facet-links";
import { type Asked, overviewPath } from "./asked";
import { COLUMN_WORDS, type Hideable } from "./column-words";

export function ColumnLinks({ asked }: { asked: Asked }) {
  const { hide } = asked;
  const toggled = (column: Hideable) =>
    hide.includes(column) ? hide.filter((one) => one !== column) : [...hide, column];
  return (
    <details>
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm font-medium text-accent underline decoration-1 underline-offset-4">
        Columns
      </summary>
      <div className="mt-2">
        <FacetLinks
          label="Columns"
          facets={(Object.keys(COLUMN_WORDS) as Hideable[]).map((column) => ({
            href: overviewPath({ ...asked, hide: toggled(column) }),
            label: COLUMN_WORDS[column],
            current: !hide.includes(column),
          }))}
        />
      </div>
    </details>
  );
}
