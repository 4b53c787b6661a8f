"use client";
/**
 * The cells of a permission table inside its form. They are real boxes and the form is whole without script; with it,
 * changes are collected, looked over, and sent alone.
 */
import { memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useFormAnswer } from "@/app/_ui/form";
import { type CellChange, changeId } from "@/lib/group-types/schema-cell";
import { baseFor, chosenIn, movedIn, reviewIn } from "./answers";
import { ChangeBar } from "./change-bar";
import { wantedIn } from "./filter";
import { type Attached, attach } from "./grid/attach";
import { Legend } from "./legend";
import { LookAgain } from "./look-again";
import { Matrix } from "./matrix";
import { notesIn, ReasonNotes } from "./notes";
import { ReviewPanel } from "./review-panel";
import { RoleList } from "./role-list";
import { storedTicks } from "./states";
import { keepStore, keptStore, TableStore } from "./store";
import { FILTERED, type Filtered } from "./table-filter";
import type { TableView } from "./view";
import { type Asked, WhyPopover } from "./why-popover";

type Props = {
  view: TableView;
  caption: string;
  /** the form shows this column alone */
  role: string | null;
  /** of the table as shown; without it, the form says which boxes were ticked */
  version?: number;
  /** columns whose cells are folded away until somebody wants them */
  folded?: { readonly names: readonly string[]; readonly label: string; readonly lead: string; readonly open: boolean };
  /** what an address proposes to change */
  proposed: readonly CellChange[];
  /** which rows to show */
  filter: string;
  /** on a narrow screen the table gives way to the list of roles */
  yields: boolean;
  /** where one may ask about a permission, its key to be put at the end */
  askPath: string | null;
  /** where unsaved changes can be tried on somebody */
  simulatePath?: string;
};

const Cells = memo(Matrix);
const Lines = memo(RoleList);

export function TableFields(props: Props) {
  const { view, caption, role, version, folded, proposed, filter, yields, askPath, simulatePath } = props;
  const answer = useFormAnswer();
  const review = reviewIn(answer);
  const moved = movedIn(answer);
  const scripted = useSyncExternalStore(never, yes, no);
  const store = useStore(view, version, answer, proposed);
  const box = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = useCallback(() => setAsked(null), []);
  useGrid(box, { view, store, role, ask: setAsked });
  const notes = useMemo(() => notesIn(view), [view]);
  const wanted = useMemo(() => wantedIn(filter), [filter]);
  const [shown, hidden] = useMemo(() => partsOf(view, folded?.names ?? []), [view, folded?.names]);
  const one = view.columns.find(({ name }) => name === role);
  const all = { view, ticks: store.ticks, stored: store.stored, notes, wanted };
  return (
    <>
      {moved ? <LookAgain moved={moved} view={view} /> : null}
      {review ? <ReviewPanel review={review} view={view} store={store} /> : null}
      <Base view={view} version={version} answer={answer} role={role} scripted={scripted} store={store} />
      {/* Enter in a box says why. Before the script has come it presses this, which sends nothing outside a dialog; below
          a review it is the review's own button that is pressed, as from the field in which one says why. */}
      <input type="submit" hidden formMethod="dialog" />
      <div ref={box} className="grid grid-cols-1 gap-5">
        {one ? (
          <Lines {...all} column={one} />
        ) : (
          <div className={`grid grid-cols-1 gap-5 ${yields ? "max-sm:hidden" : ""}`}>
            <Cells {...all} columns={shown} caption={caption} />
            {folded ? (
              <details open={folded.open} className="group/fold grid grid-cols-1 gap-3">
                <summary className="w-fit text-sm font-semibold text-accent underline underline-offset-4">
                  {folded.label}
                </summary>
                <p className="my-3 max-w-prose text-sm text-muted">{folded.lead}</p>
                <Cells {...all} columns={hidden} caption={folded.label} />
              </details>
            ) : null}
            <Legend />
          </div>
        )}
      </div>
      <ReasonNotes notes={notes} />
      <WhyPopover {...{ view, store, asked, close, askPath }} />
      <ChangeBar store={store} scripted={scripted} reviewed={review} simulatePath={simulatePath} />
      <input type="hidden" name="end" value="end" />
    </>
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

function partsOf({ columns }: TableView, folded: readonly string[]) {
  return [
    columns.filter(({ name }) => !folded.includes(name)),
    columns.filter(({ name }) => folded.includes(name)),
  ] as const;
}

function isSame(one: readonly CellChange[] | undefined, other: readonly CellChange[]): boolean {
  const ids = new Set(other.map(changeId));
  return one?.length === other.length && one.every((change) => ids.has(changeId(change)));
}

/** One store for as long as the table stands on what is stored; going to another view of it loses nothing. */
function useStore(
  view: TableView,
  version: number | undefined,
  answer: ReturnType<typeof useFormAnswer>,
  proposed: readonly CellChange[],
): TableStore {
  const key = `${version ?? ""} ${[...storedTicks(view)].sort().join(" ")}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen lives in the store from then on.
  const store = useMemo(() => {
    const chosen = chosenIn(view, answer, proposed);
    const before = keptStore(key);
    const goesOn = (!answer && proposed.length === 0) || isSame(before?.snapshot().changes, chosen);
    return (goesOn && before) || new TableStore(view, chosen);
  }, [key, answer]);
  useEffect(() => keepStore(key, store), [key, store]);
  return store;
}

type Grid = { view: TableView; store: TableStore; role: string | null; ask: (asked: Asked) => void };

function useGrid(box: RefObject<HTMLDivElement | null>, { view, store, role, ask }: Grid): void {
  const early = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another column is other cells.
  useEffect(() => {
    if (!box.current) return;
    const attached: Attached = attach(box.current, { view, store, ask: (id, at) => ask({ id, at }) }, early.current);
    early.current = false;
    const onFilter = (event: Event) => {
      const { text, tell } = (event as CustomEvent<Filtered>).detail;
      tell(attached.filter(text));
    };
    document.addEventListener(FILTERED, onFilter);
    return () => {
      document.removeEventListener(FILTERED, onFilter);
      attached.detach();
    };
  }, [box, view, store, role, ask]);
}

type BaseProps = Pick<Props, "view" | "version" | "role"> & {
  answer: ReturnType<typeof useFormAnswer>;
  scripted: boolean;
  store: TableStore;
};

/** What the choices are compared with when they come back, and how they are sent. */
function Base({ view, version, role, answer, scripted, store }: BaseProps) {
  const { changes } = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const boxes = [...storedTicks(view)].filter((id) =>
    view.columns.some(({ name, frozen }) => !frozen && id.startsWith(`${name}|`)),
  );
  const shown = view.columns.filter(({ name, frozen }) => !frozen && (role === null || name === role));
  return (
    <>
      {version === undefined ? (
        <input type="hidden" name="was" value={baseFor("was", boxes.join(" "), answer)} />
      ) : (
        <input type="hidden" name="version" value={baseFor("version", String(version), answer)} />
      )}
      <input type="hidden" name="sends" value={scripted ? "changes" : "table"} />
      {scripted
        ? changes.map((change) => {
            const id = changeId(change);
            return <input key={id} type="hidden" name="change" value={id} />;
          })
        : shown.map(({ name }) => <input key={name} type="hidden" name="column" value={name} />)}
    </>
  );
}
