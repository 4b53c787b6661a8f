/** What is chosen in a table and not saved yet, with the way back. One for the whole table; no cell has state of its own. */
import { type CellChange, cellFrom, cellId } from "@/lib/group-types/schema-cell";
import { storedTicks, type Ticks } from "./states";
import { rowsOf, type TableView } from "./view";

export interface Snapshot {
  readonly changes: readonly CellChange[];
  readonly granted: number;
  readonly revoked: number;
  /** how many of the granted ones let their holders take power */
  readonly risky: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

type Step = readonly { readonly id: string; readonly on: boolean }[];

export class TableStore {
  #stored: Set<string>;
  #ticks: Set<string>;
  #undo: Step[] = [];
  #redo: Step[] = [];
  #listeners = new Set<(ids: readonly string[]) => void>();
  #snapshot: Snapshot;
  readonly #high: ReadonlySet<string>;

  constructor(view: TableView, chosen: readonly CellChange[]) {
    this.#stored = storedTicks(view);
    this.#ticks = new Set(this.#stored);
    this.#high = new Set(rowsOf(view).flatMap(({ key, high }) => (high ? [key] : [])));
    for (const { role, permission, on } of chosen) this.#put(cellId(role, permission), on);
    this.#snapshot = this.#taken();
  }

  get ticks(): Ticks {
    return this.#ticks;
  }

  get stored(): Ticks {
    return this.#stored;
  }

  /** Ticks or unticks these cells as one step. */
  set(ids: readonly string[], on: boolean): void {
    const turned = ids.filter((id) => this.#ticks.has(id) !== on);
    if (turned.length === 0) return;
    this.#undo.push(turned.map((id) => ({ id, on: !on })));
    this.#redo = [];
    for (const id of turned) this.#put(id, on);
    this.#tell(turned);
  }

  undo(): void {
    this.#back(this.#undo, this.#redo);
  }

  redo(): void {
    this.#back(this.#redo, this.#undo);
  }

  /** Everything as it is stored; that can be undone like any other step. */
  discard(): void {
    const step = this.#snapshot.changes.map((change) => ({
      ...{ id: cellId(change.role, change.permission), on: !change.on },
    }));
    if (step.length > 0) this.#take(step, this.#undo);
  }

  subscribe = (listener: (ids: readonly string[]) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): Snapshot => this.#snapshot;

  #back(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (step) this.#take(step, to);
  }

  #take(step: Step, reverse: Step[]): void {
    reverse.push(step.map(({ id, on }) => ({ id, on: !on })));
    for (const { id, on } of step) this.#put(id, on);
    this.#tell(step.map(({ id }) => id));
  }

  #put(id: string, on: boolean): void {
    if (on) this.#ticks.add(id);
    else this.#ticks.delete(id);
  }

  #tell(ids: readonly string[]): void {
    this.#snapshot = this.#taken();
    for (const listener of this.#listeners) listener(ids);
  }

  #taken(): Snapshot {
    const granted = [...this.#ticks].filter((id) => !this.#stored.has(id));
    const revoked = [...this.#stored].filter((id) => !this.#ticks.has(id));
    const changes = [
      ...granted.map((id) => ({ ...cellFrom(id), on: true })),
      ...revoked.map((id) => ({ ...cellFrom(id), on: false })),
    ];
    return {
      ...{ changes, granted: granted.length, revoked: revoked.length },
      risky: granted.filter((id) => this.#high.has(cellFrom(id).permission)).length,
      ...{ canUndo: this.#undo.length > 0, canRedo: this.#redo.length > 0 },
    };
  }
}

/** Stores of this visit by what they stand on, so that going from one view of a table to another loses nothing. */
const kept = new Map<string, TableStore>();

export function keptStore(key: string): TableStore | undefined {
  return kept.get(key);
}

export function keepStore(key: string, store: TableStore): void {
  kept.clear();
  kept.set(key, store);
}
