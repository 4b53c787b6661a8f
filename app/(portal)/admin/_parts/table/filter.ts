/** Which rows somebody looks for: words over label, key and section, and `is:` for what a row has in it. Pure. */
import { stateOf, type Ticks } from "./states";
import { boxId, type RowView, type TableView } from "./view";

export const FLAGS = ["risky", "changed", "impossible", "implied"] as const;
export type Flag = (typeof FLAGS)[number];

export interface Wanted {
  readonly words: readonly string[];
  readonly flags: readonly Flag[];
}

const isFlag = (text: string): text is Flag => FLAGS.some((flag) => flag === text);

export function wantedIn(text: string): Wanted {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const flags = parts.flatMap((part) => (part.startsWith("is:") ? [part.slice(3)] : [])).filter(isFlag);
  return { words: parts.filter((part) => !part.startsWith("is:") || !isFlag(part.slice(3))), flags };
}

export interface Seen {
  readonly view: TableView;
  readonly ticks: Ticks;
  readonly stored: Ticks;
}

/** Every word and every flag has to fit. */
export function fits({ words, flags }: Wanted, seen: Seen, section: string, row: RowView): boolean {
  const text = `${row.label} ${row.key} ${section}`.toLowerCase();
  return words.every((word) => text.includes(word)) && flags.every((flag) => hasFlag(flag, seen, row));
}

function hasFlag(flag: Flag, { view, ticks, stored }: Seen, row: RowView): boolean {
  if (flag === "risky") return row.high;
  if (flag === "impossible") return row.cells.some(({ kind }) => kind === "impossible");
  return view.columns.some((column, at) => {
    const id = boxId(column.name, row.key);
    if (flag === "changed") return ticks.has(id) !== stored.has(id);
    const cell = row.cells[at];
    return cell !== undefined && stateOf(view, ticks, column, row, cell).word === "implied";
  });
}
