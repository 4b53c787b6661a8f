/** Every colour, and every pair that a control makes of two. The tokens' own test holds the numbers. */
import { MARKS, type Pairing, WORDS } from "@/app/_ui/contrast";
import { Pairs } from "./pairs";
import { Specimen } from "./specimen";

const SWATCHES = [
  ["paper", "bg-paper"],
  ["panel", "bg-panel"],
  ["well", "bg-well"],
  ["ink", "bg-ink"],
  ["muted", "bg-muted"],
  ["line", "bg-line"],
  ["rule", "bg-rule"],
  ["edge", "bg-edge"],
  ["accent", "bg-accent"],
  ["accent-strong", "bg-accent-strong"],
  ["on-accent", "bg-on-accent"],
  ["accent-wash", "bg-accent-wash"],
  ["info", "bg-info"],
  ["info-wash", "bg-info-wash"],
  ["warning", "bg-warning"],
  ["warning-wash", "bg-warning-wash"],
  ["danger", "bg-danger"],
  ["danger-wash", "bg-danger-wash"],
  ["on-danger", "bg-on-danger"],
] as const;

const pairsOf = (pairings: readonly Pairing[]) =>
  pairings.flatMap(({ colour, on }) => on.map((ground) => ({ colour, ground })));

export function Colours() {
  return (
    <>
      <Specimen title="Tokens: the same names by day and by night">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3 text-xs">
          {SWATCHES.map(([name, ground]) => (
            <li key={name} className="grid gap-1">
              <span className={`h-14 rounded-md border border-line ${ground}`} />
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen title="Words on grounds: 4.5 to 1 at least">
        <Pairs pairs={pairsOf(WORDS)} sample="Words" />
      </Specimen>
      <Specimen title="Edges, states and the focus on grounds: 3 to 1 at least">
        <Pairs pairs={pairsOf(MARKS)} sample="" />
      </Specimen>
    </>
  );
}
