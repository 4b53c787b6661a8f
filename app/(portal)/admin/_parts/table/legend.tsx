/** What the marks of the table say; every cell says it of itself as well. */
import { Check, CornerDownRight, Lock } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import type { CellWord } from "./cell";
import { HATCHED } from "./cell-boxes";

const WORDS: readonly (readonly [CellWord, ReactNode, string])[] = [
  ["implied", <Held key="implied" />, "not ticked, and held through something else"],
  ["redundant", <Held key="redundant" ticked />, "ticked, though held anyway"],
  ["impossible", <span key="impossible" className={`size-5 border border-rule ${HATCHED}`} />, "impossible"],
  ["locked", <Icon key="locked" of={Lock} size={14} />, "not yours to change"],
];

export function Legend() {
  return (
    <div className="text-xs text-muted">
      <p className="sr-only">Marks of the table</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {WORDS.map(([word, mark, said]) => (
          <li key={word} className="flex items-center gap-2">
            {mark}
            {said}
          </li>
        ))}
        <li>Press a mark to read why.</li>
      </ul>
    </div>
  );
}

function Held({ ticked = false }: { ticked?: boolean }) {
  return (
    <span className="flex items-center gap-0.5">
      <span
        className={`grid size-4 place-items-center rounded-sm border ${ticked ? "border-accent bg-accent text-on-accent" : "border-edge"}`}
      >
        <Icon of={Check} size={12} />
      </span>
      <Icon of={CornerDownRight} size={14} />
    </span>
  );
}
