/** What the marks of the table say; every cell says it of itself as well, by these very words. */
import { Lock } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import { type CellWord, WORDS } from "./states";

const MARKS: readonly (readonly [CellWord, ReactNode])[] = [
  ["implied", "✓ ↳"],
  ["redundant", "☑ ↳"],
  ["ineffective", "☑ ○"],
  ["impossible", <span key="impossible" className="hatched inline-block size-5 border border-rule align-middle" />],
  ["locked", <Icon key="locked" of={Lock} size={14} />],
];

export function Legend() {
  return (
    <div className="text-xs text-muted">
      <p className="sr-only">Marks of the table</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {MARKS.map(([word, mark]) => (
          <li key={word} className="flex items-center gap-2">
            <span aria-hidden="true" className="text-ink">
              {mark}
            </span>
            <span id={`said-${word}`}>{word === "locked" ? "not yours to change" : WORDS[word]}</span>
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="text-ink">
            ☑ ⇥
          </span>
          ends on joining
        </li>
        <li className="[@media(scripting:none)]:hidden">Enter, or a press on a mark, says why.</li>
      </ul>
    </div>
  );
}
