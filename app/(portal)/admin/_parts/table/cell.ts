/**
 * One vocabulary for the cells of every permission table: what a cell says, whatever view shows it. A box that is off
 * and held through something is implied; one that is on and held besides is redundant.
 */
import type { Cell } from "@/lib/group-types/cells";
import type { GlobalCell } from "@/lib/permissions/queries/find-global-table";

export type CellView =
  | { readonly state: "impossible"; readonly why: string }
  | { readonly state: "locked"; readonly on: boolean; readonly implied: boolean; readonly why: string }
  /** for comparison: changed elsewhere */
  | { readonly state: "frozen"; readonly on: boolean; readonly through: string | null }
  | { readonly state: "box"; readonly on: boolean; readonly through: string | null; readonly note: string | null };

/** What the legend explains. */
export type CellWord = "on" | "off" | "implied" | "redundant" | "impossible" | "locked";

type Through = { readonly permission: string } | { readonly column: string } | null;

function throughWords(through: Through): string | null {
  if (!through) return null;
  if ("permission" in through) return `Held through “${through.permission}”.`;
  return `Held already: the column ${through.column} gives it.`;
}

const OFFICE = "a site owner, or somebody who may bypass group access";

/** Why one may not tick a cell of a type's table that is possible. */
export function lockOfType(risk: "high" | "normal"): string {
  return risk === "high"
    ? `Marked high: only ${OFFICE}, grants it.`
    : `A group of this type gives its members a role that you do not hold, or puts them in charge of another group. Only ${OFFICE}, opens a way in.`;
}

export function cellOfType(cell: Cell, risk: "high" | "normal", frozen: boolean): CellView {
  if (cell.state === "impossible") return { state: "impossible", why: cell.reason };
  const on = cell.state === "on";
  const through = throughWords(cell.through);
  if (frozen) return { state: "frozen", on, through };
  if (!on && !cell.mayGrant) return locked(on, through, lockOfType(risk));
  return { state: "box", on, through, note: cell.lostOnJoining ? LOST_ON_JOINING : null };
}

const LOST_ON_JOINING = "Ends on joining: as members they do not have it.";

export function cellOfRole(cell: GlobalCell): CellView {
  if (cell.state === "impossible") return { state: "impossible", why: cell.reason };
  const on = cell.state === "on";
  const through = throughWords(cell.through);
  if (on && !cell.mayRevoke) return locked(on, through, "You do not hold it, so it is not yours to take.");
  if (!on && !cell.mayGrant) return locked(on, through, "You do not hold it, so it is not yours to give.");
  return { state: "box", on, through, note: null };
}

function locked(on: boolean, through: string | null, why: string): CellView {
  return { state: "locked", on, implied: through !== null, why: through ? `${through} ${why}` : why };
}
