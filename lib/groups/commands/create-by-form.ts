import type { Outcome } from "@/lib/gate/command";
import type { CreateAnswer } from "@/lib/policy/answers/groups";
import type { Viewer } from "@/lib/session/viewer";
import { fromCreateForm } from "../forms";
import { refusedAtName } from "../reserved";
import type { CreateForm } from "../schema";
import { type Asking, BACK, confersRequest, echoOf, seenBy } from "./confirming";
import { createGroup } from "./create-group";

export type CreatedByForm = { readonly slug: string } | { readonly asking: Asking };

/** Creates, unless the new group would hand out what it should not and that was not said (`confirm`). */
export async function createByForm(
  viewer: Viewer,
  form: CreateForm,
): Promise<Outcome<CreateAnswer | "confirm" | "back", CreatedByForm>> {
  if (form.seen === BACK) return { answer: "back", done: false, data: null };
  const input = fromCreateForm(form);
  const asking = { counts: null, touched: null, confersRequest: confersRequest(viewer, form.public, input.confers) };
  const seen = seenBy(asking);
  if (seen !== form.seen && seen !== "") {
    return { answer: "confirm", done: true, data: { asking: { ...asking, echo: echoOf(form, seen) } } };
  }
  const { answer, done, data } = await createGroup(viewer, input);
  if (answer === "reserved-name") throw await refusedAtName(viewer.portal.store.reader, input.name);
  return { answer, done, data: data && { slug: data.slug } };
}
