/** The ways to look at one table. They are links, so each has an address and works without script. */
import type { Route } from "next";
import Link from "next/link";
import type { CellChange } from "@/lib/group-types/schema-cell";
import type { TableAsked } from "./asked";
import type { TableView } from "./view";
import { withChanges } from "./with-changes";

type View = NonNullable<TableAsked["view"]>;
type Props = {
  current: View;
  view: TableView;
  pathOf(query: Readonly<Record<string, string | null>>): Route;
  without?: readonly View[];
  /** changes that are not saved and go along */
  changes?: readonly CellChange[];
};

export function ViewLinks({ current, view, pathOf, without = [], changes = [] }: Props) {
  const first = view.columns.find(({ frozen }) => !frozen)?.name ?? null;
  const ways: readonly (readonly [View, string, Route])[] = [
    ["matrix", "Matrix", pathOf({ view: "matrix" })],
    ["role", "By role", pathOf({ role: first })],
    ["history", "History", pathOf({ view: "history" })],
    ["simulate", "Simulate", pathOf({ view: "simulate" })],
  ];
  return (
    <nav aria-label="Views of the table">
      <ul className="inline-flex flex-wrap rounded-md border border-edge bg-panel p-0.5">
        {ways
          .filter(([name]) => !without.includes(name))
          .map(([name, label, href]) => (
            <li key={name}>
              <Link
                href={withChanges(href, name === "history" ? [] : changes)}
                prefetch={false}
                aria-current={name === current ? "page" : undefined}
                className="inline-flex min-h-9 items-center rounded-sm px-3 text-sm font-medium text-muted hover:text-ink aria-[current=page]:bg-accent-wash aria-[current=page]:text-accent"
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
