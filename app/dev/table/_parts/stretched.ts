/** The catalogue, said over and over until it has sixty rows, with twelve columns of every kind. Pure. */
import { broughtBy, neededFor } from "@/lib/group-types/cells";
import { GROUP_PERMISSIONS, type GroupRow, possibleIn } from "@/lib/policy/catalogue";
import type { ColumnKind } from "@/lib/policy/facts";
import type { CellView, ColumnView, RowView, TableView } from "../../../(portal)/admin/_parts/table/view";

const ROWS = 60;
const CUSTOM = 8;

interface Kind extends ColumnView {
  readonly kind: ColumnKind;
}

const column = (name: string, kind: ColumnKind, band: string): Kind => ({
  ...{ name, kind, band, label: name, title: name, frozen: false, twin: null },
  base: kind === "custom" ? "member" : null,
});

const COLUMNS: readonly Kind[] = [
  column("anonymous", "anonymous", "Outside the group"),
  column("outsider", "outsider", "Outside the group"),
  column("member", "member", "Inside"),
  ...Array.from({ length: CUSTOM }, (_, n) => column(`role-${n + 1}`, "custom", "Inside")),
  column("leader", "leader", "In charge"),
];

export function stretched(): TableView {
  const rows = Array.from({ length: ROWS }, (_, n) => n);
  const sections = Array.from({ length: Math.ceil(ROWS / GROUP_PERMISSIONS.length) }, (_, round) => ({
    label: `Round ${round + 1}`,
    rows: rows.filter((n) => Math.floor(n / GROUP_PERMISSIONS.length) === round).map((n) => rowOf(n, round)),
  }));
  return { columns: COLUMNS, sections, elsewhere: {} };
}

function rowOf(n: number, round: number): RowView {
  const row = GROUP_PERMISSIONS[n % GROUP_PERMISSIONS.length] as GroupRow;
  const named = (key: string) => (round === 0 ? key : `${key}-${round + 1}`);
  return {
    ...{ key: named(row.key), label: row.label, help: row.help, high: row.risk === "high" },
    via: broughtBy(row.key).map(named),
    cells: COLUMNS.map((one, at) => cellOf(row, one, n, at, named)),
  };
}

function cellOf(row: GroupRow, { kind }: Kind, n: number, at: number, named: (key: string) => string): CellView {
  const possible = possibleIn(kind, row.key);
  if (possible !== true) return { kind: "impossible", why: possible };
  const on = (n * 7 + at * 3) % 4 === 0;
  const lock = !on && row.risk === "high" && at % 5 === 0 ? "Marked high: only a site owner grants it." : null;
  return { kind: "box", on, lock, needs: neededFor(kind, row.key).map(named) };
}
