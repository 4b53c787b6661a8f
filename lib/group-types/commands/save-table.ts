import type { Outcome } from "@/lib/gate/command";
import { groupPermission, isGroupPermission, possibleIn } from "@/lib/policy/catalogue";
import { contentOn } from "@/lib/policy/columns";
import type { TypeTable } from "@/lib/policy/facts";
import { Refusal } from "@/lib/refusal";
import { reloadViewer, type Viewer } from "@/lib/session/viewer";
import { findEffect } from "../effect/find-effect";
import { effectSentences, effectWarnings } from "../effect/sentences";
import type { TableReview } from "../review";
import type { CellChange } from "../schema-cell";
import { cellId } from "../schema-cell";
import type { TableForm } from "../schema-forms";
import { TABLE_SENTENCES, UNGRANTABLE } from "../sentences";
import { chosenIn, fingerprintOf, type Merge, mergeInto, ticksOf } from "../table-form";
import { blameCells, type ChangeGrantsAnswer, changeGrants } from "./change-grants";
import { findColumnTitles } from "./column-titles";
import { listMoves, type Move } from "./moves";
import { findTypeFacts, mayAdministerTypes } from "./type-facts";

/** `version` is the one that the change made; null where nothing differed, so that nothing was saved. */
export interface TableSaved {
  readonly kind: "saved";
  readonly type: string;
  readonly page: TableForm["page"];
  readonly role: string;
  readonly version: number | null;
}

/** Nothing was saved: the table is not the one that the form was made on. */
export interface TableMoved extends Merge {
  readonly kind: "moved";
  /** of the table that `chosen` now stands on */
  readonly version: number;
  readonly moved: readonly Move[];
}

type Answer = ChangeGrantsAnswer | "confirm";
type Saving = Outcome<Answer, TableSaved | TableMoved | TableReview>;

/**
 * The permission form, as it comes back: only what differs from the table that it was made on is changed, all or
 * nothing, and only after it was said what that means. A table that moved meanwhile is `stale`: what moved and what was
 * chosen are handed back, nothing is saved.
 */
export async function saveTable(viewer: Viewer, form: TableForm): Promise<Saving> {
  if (!mayAdministerTypes(viewer)) return refused("not-permitted");
  const facts = await findTypeFacts(viewer.portal.store.reader, form.type);
  const table = viewer.policy.types.get(form.type);
  if (!facts || !table) return refused("not-found");
  if (facts.version !== form.version) return lookAgain(viewer, form, table, facts.version);
  const { type, version, reason } = form;
  const changes = chosenIn(form, ticksOf(table));
  if (changes.length === 0) return saved(form, null);
  const blamed = blameCells(viewer, facts, table, changes);
  if (blamed.length === 0 && form.seen !== fingerprintOf(changes)) return review(viewer, form, changes);
  const outcome = await changeGrants(viewer, { type, version, changes, reason });
  if (outcome.done) return saved(form, outcome.data?.version ?? null);
  if (outcome.answer === "stale") return lookAgainNow(viewer, form);
  if (outcome.blamed.length === 0) return refused(outcome.answer);
  throw new Refusal(outcome.answer, TABLE_SENTENCES[outcome.answer], await wordsFor(viewer, outcome.blamed, table));
}

const refused = (answer: Answer): Saving => ({ answer, done: false, data: null });

function saved({ type, page, role }: TableForm, version: number | null): Saving {
  return { answer: "changed", done: true, data: { kind: "saved", type, page, role, version } };
}

/** Done, in that the page shows what would follow; what was saved is said by `kind`. */
async function review(viewer: Viewer, { type, reason }: TableForm, changes: readonly CellChange[]): Promise<Saving> {
  const effect = await findEffect(viewer, type, changes);
  const said = { lines: effectSentences(effect), warnings: effectWarnings(effect, changes) };
  const data = { kind: "review", changes, ...said, seen: fingerprintOf(changes), reason } as const;
  return { answer: "confirm", done: true, data };
}

/** Done, in that the page is to be shown anew; what was saved is said by `kind`. */
async function lookAgain(viewer: Viewer, form: TableForm, table: TypeTable, version: number): Promise<Saving> {
  const moves = await listMoves(viewer.portal.store.reader, form.type, form.version);
  const merge = mergeInto(table, moves, form);
  const moved = moves.filter(({ role, on, was }) => on !== was && isShown(form, role));
  if (isAsChosen(merge, moved)) return saved(form, version);
  return { answer: "stale", done: true, data: { kind: "moved", version, moved, ...merge } };
}

/** A form that sends its changes alone shows every column. */
const isShown = ({ sends, column }: TableForm, role: string): boolean => sends === "changes" || column.includes(role);

/** Somebody was faster between the first look and the lock. */
async function lookAgainNow(viewer: Viewer, form: TableForm): Promise<Saving> {
  const { reader } = viewer.portal.store;
  const fresh = await reloadViewer(viewer, reader);
  const facts = await findTypeFacts(reader, form.type);
  const table = fresh.policy.types.get(form.type);
  return facts && table ? lookAgain(fresh, form, table, facts.version) : refused("not-found");
}

/** A button pressed twice, or two people of one mind: whatever was chosen is so, and nothing else moved. */
function isAsChosen({ chosen, already, gone }: Merge, moved: readonly Move[]): boolean {
  const asked = new Set(already.map(({ role, permission }) => cellId(role, permission)));
  const nothingGone = gone.columns.length + gone.permissions.length === 0;
  const onlyThese = moved.every(({ role, permission }) => asked.has(cellId(role, permission)));
  return already.length > 0 && chosen.length === 0 && nothingGone && onlyThese;
}

/** Why each of these cells cannot be saved, by the id of its box. */
async function wordsFor(viewer: Viewer, blamed: readonly CellChange[], table: TypeTable) {
  const titles = await findColumnTitles(viewer.portal.store.reader, table.type);
  return Object.fromEntries(
    blamed.map(({ role, permission }) => {
      const row = isGroupPermission(permission) ? groupPermission(permission).label : permission;
      const said = `${row} for ${titles.get(role) ?? role}: ${whyNot(table, role, permission)}`;
      return [cellId(role, permission), said];
    }),
  );
}

function whyNot(table: TypeTable, role: string, permission: string): string {
  const kind = table.columns.get(role)?.kind;
  if (!kind || !isGroupPermission(permission)) return UNGRANTABLE.unknown;
  const possible = possibleIn(kind, permission);
  if (possible !== true) return possible;
  return contentOn(table, permission) ? UNGRANTABLE.exceeds : UNGRANTABLE.contentOff;
}
