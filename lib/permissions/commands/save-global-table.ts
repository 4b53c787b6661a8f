import { sql } from "drizzle-orm";
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import { actorOf } from "@/lib/gate/site";
import type { TableReview } from "@/lib/group-types/review";
import { cellId } from "@/lib/group-types/schema-cell";
import { fingerprintOf } from "@/lib/group-types/table-form";
import { reachesMany } from "@/lib/jobs/reach";
import { startWhole } from "@/lib/jobs/start";
import { globalPermission, isGlobalPermission, possibleForAnonymousRole } from "@/lib/policy/catalogue";
import { mayTakeGlobal } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import { ANONYMOUS } from "@/lib/policy/viewer";
import { Refusal } from "@/lib/refusal";
import { reloadViewer, type Viewer } from "@/lib/session/viewer";
import { findGlobalEffect, globalEffectSentences, globalWarnings } from "../effect";
import { changeGlobalGrantsJob } from "../jobs";
import type { GlobalTableForm } from "../schema-forms";
import { seenIn } from "../seen";
import { GLOBAL_TABLE_SENTENCES } from "../sentences";
import { type GlobalChange, type GlobalMerge, mergeGlobal } from "../table-form";
import { findToll, seenOf, type Toll } from "../toll";
import { tollSentences } from "../toll-sentences";
import {
  blameGlobal,
  type ChangeGlobalAnswer,
  changingGlobalGrants,
  previewGlobalGrants,
} from "./change-global-grants";
import { asPlanned } from "./later";

/** `request`: under which the log has it; null where nothing differed, so that nothing was saved. */
interface Saved {
  readonly kind: "saved";
  readonly role: string;
  readonly request: string | null;
}

/** Nothing was saved: the table is not the one that the form was made on. */
export interface GlobalMoved extends GlobalMerge {
  readonly kind: "moved";
}

/** Nothing was saved: this was chosen, and this would follow. The form comes back with `seen` to save it. */
export interface GlobalReview extends TableReview {
  /** boxes that were ticked when the form was made */
  readonly was: string;
}

/** It reaches so many that the worker carries it out. */
interface Started {
  readonly kind: "started";
  readonly job: string;
}

type Saving = Outcome<ChangeGlobalAnswer | "stale" | "confirm", Saved | Started | GlobalMoved | GlobalReview>;

/** The form of site-wide rights as it comes back: only what was changed in it, and only once it is known what follows. */
export async function saveGlobalTable(viewer: Viewer, form: GlobalTableForm): Promise<Saving> {
  if (!decideGlobal(actorOf(viewer), "permission.administer").allowed) return refused("not-permitted");
  const merge = mergeGlobal(viewer.policy, form, (change) => mayTake(viewer, change));
  if (merge.chosen.length === 0 && isAsChosen(merge)) return saved(form, null);
  if (merge.moved.length + merge.gone.columns.length > 0) {
    return { answer: "stale", done: true, data: { kind: "moved", ...merge } };
  }
  const blamed = blameGlobal(viewer, merge.chosen);
  const input = { changes: [...merge.chosen], reason: form.reason };
  const { answer, plan } = await previewGlobalGrants(viewer, input);
  if (answer !== "changed" && blamed.length > 0) {
    throw new Refusal(answer, GLOBAL_TABLE_SENTENCES[answer], wordsFor(blamed, await findLabels(viewer)));
  }
  const toll = answer === "changed" ? await findToll(viewer, plan) : null;
  const seen = [fingerprintOf(merge.chosen), toll ? seenOf(toll) : ""].join(" ").trim();
  if (answer === "changed" && seen !== form.seen) return review(viewer, form, merge.chosen, toll, seen);
  if (answer === "changed" && plan && reachesMany(plan)) {
    const job = await startWhole(viewer, changeGlobalGrantsJob.kind, { ...input, seen: seenIn(plan) });
    return { answer, done: true, data: { kind: "started", job } };
  }
  const outcome = await bounded(changingGlobalGrants)(viewer, input, asPlanned(plan));
  if (outcome.answer === "more-than-seen") return anew(viewer, form);
  return outcome.done ? saved(form, viewer.requestId) : refused(outcome.answer);
}

/** Others went on between the look and the save: all is looked at as it is now, the rules too, and nothing is saved. */
async function anew(viewer: Viewer, form: GlobalTableForm): Promise<Saving> {
  const now = await reloadViewer(viewer, viewer.portal.store.reader);
  return saveGlobalTable(now, { ...form, seen: LOOKED_AT_NOTHING });
}

// No text that stands for what was seen is this one, so that it can only be asked for.
const LOOKED_AT_NOTHING = "nothing";

/** Done, in that the page shows what would follow; what was saved is said by `kind`. */
async function review(
  viewer: Viewer,
  { was, reason }: GlobalTableForm,
  changes: readonly GlobalChange[],
  toll: Toll | null,
  seen: string,
): Promise<Saving> {
  const turns = await findGlobalEffect(viewer, changes);
  const lines = [...(toll ? tollSentences(toll) : []), ...globalEffectSentences(turns)];
  const warnings = globalWarnings(turns, changes);
  return { answer: "confirm", done: true, data: { kind: "review", changes, lines, warnings, was, reason, seen } };
}

const refused = (answer: ChangeGlobalAnswer): Saving => ({ answer, done: false, data: null });

function saved({ role }: GlobalTableForm, request: string | null): Saving {
  return { answer: "changed", done: true, data: { kind: "saved", role, request } };
}

/** Nothing moved but what was chosen, by whoever was faster; then there is nothing to look at again. */
function isAsChosen({ moved, already, gone }: GlobalMerge): boolean {
  const asked = new Set(already.map(({ role, permission }) => cellId(role, permission)));
  return gone.columns.length === 0 && moved.every(({ role, permission }) => asked.has(cellId(role, permission)));
}

/** A tick that one may not take has no box. */
function mayTake(viewer: Viewer, { permission }: GlobalChange): boolean {
  return isGlobalPermission(permission) && mayTakeGlobal(actorOf(viewer), [permission]);
}

async function findLabels(viewer: Viewer): Promise<Map<string, string>> {
  const rows = await viewer.portal.store.reader.rows<{ name: string; label: string }>(
    sql`select r.name, r.label from global_role r`,
  );
  return new Map(rows.map(({ name, label }) => [name, label]));
}

/** Why each of these cells cannot be saved, by the id of its box. */
function wordsFor(blamed: readonly GlobalChange[], labels: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    blamed.map(({ role, permission, on }) => {
      const label = isGlobalPermission(permission) ? globalPermission(permission).label : permission;
      return [cellId(role, permission), `${label} for ${labels.get(role) ?? role}: ${whyNot(role, permission, on)}`];
    }),
  );
}

function whyNot(role: string, permission: string, on: boolean): string {
  if (!isGlobalPermission(permission)) return "There is no such cell any more.";
  const possible = role === ANONYMOUS ? possibleForAnonymousRole(permission) : true;
  if (possible !== true) return possible;
  return on ? "You may grant only what you hold yourself." : "You may take only what you hold yourself.";
}
