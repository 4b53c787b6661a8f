/** The form for a new global role, made into what the command takes. */

import type { Plan } from "@/lib/consequences/plan";
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import { reachesMany } from "@/lib/jobs/reach";
import { startWhole } from "@/lib/jobs/start";
import { machineNameOf } from "@/lib/name-of-label";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import { deleteGlobalRoleJob } from "../jobs";
import type { CreateGlobalRoleForm, DeleteGlobalRoleForm } from "../schema-forms";
import { seenIn } from "../seen";
import { CREATE_GLOBAL_ROLE_SENTENCES } from "../sentences";
import { findToll, seenOf } from "../toll";
import { createGlobalRole, type deleteGlobalRole, deletingGlobalRole, previewDeleteGlobalRole } from "./global-roles";
import { asPlanned } from "./later";

const NAME_NEEDED = "No machine name can be made of this label. Type one: small letters, digits and hyphens.";

export async function createGlobalRoleByForm(viewer: Viewer, { label, role: typed }: CreateGlobalRoleForm) {
  const role = typed || machineNameOf(label);
  if (role === "") throw new Refusal("invalid", "Something here needs another look.", { role: NAME_NEEDED });
  const outcome = await createGlobalRole(viewer, { role, label });
  if (outcome.answer === "name-taken") {
    const said = CREATE_GLOBAL_ROLE_SENTENCES["name-taken"];
    throw new Refusal("name-taken", said, { role: said });
  }
  return outcome;
}

/** Where to watch the worker, or by which request it was done. */
type Deleted = { readonly job: string } | { readonly request: string };

type DeleteAnswer = Awaited<ReturnType<typeof deleteGlobalRole>>["answer"];

/** A role that many hold is taken from them by the worker. `stale`: something else would follow than the page named. */
export async function deleteGlobalRoleByForm(
  viewer: Viewer,
  { seen, ...input }: DeleteGlobalRoleForm,
): Promise<Outcome<DeleteAnswer | "stale", Deleted>> {
  const { answer, plan } = await previewDeleteGlobalRole(viewer, input);
  if (plan && seen !== undefined && seen !== (await seenNow(viewer, plan))) {
    return { answer: "stale", done: false, data: null };
  }
  if (answer === "deleted" && plan && reachesMany(plan)) {
    const job = await startWhole(viewer, deleteGlobalRoleJob.kind, { ...input, seen: seenIn(plan) });
    return { answer, done: true, data: { job } };
  }
  const outcome = await bounded(deletingGlobalRole)(viewer, input, asPlanned(plan));
  if (outcome.answer === "more-than-seen") return { answer: "stale", done: false, data: null };
  const { answer: word, done } = outcome;
  return { answer: word, done, data: done ? { request: viewer.requestId } : null };
}

async function seenNow(viewer: Viewer, plan: Plan): Promise<string> {
  const toll = await findToll(viewer, plan);
  return toll ? seenOf(toll) : "";
}
