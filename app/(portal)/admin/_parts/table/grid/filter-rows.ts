/** Hides the rows of the page that do not fit; they stay in the form. */
import { fits, type Seen, wantedIn } from "../filter";

/** How many rows are left. */
export function applyFilter(root: HTMLElement, seen: Seen, text: string): number {
  const wanted = wantedIn(text);
  const left = new Set(
    seen.view.sections.flatMap(({ label, rows }) =>
      rows.filter((row) => fits(wanted, seen, label, row)).map(({ key }) => key),
    ),
  );
  for (const row of root.querySelectorAll<HTMLElement>("[data-row]")) row.hidden = !left.has(row.dataset.row ?? "");
  for (const section of root.querySelectorAll<HTMLElement>("[data-section]")) {
    const empty = section.querySelector("[data-row]:not([hidden])") === null;
    (section.querySelector<HTMLElement>("[data-heading]") ?? section).hidden = empty;
  }
  return left.size;
}
