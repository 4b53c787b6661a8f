import type { Outcome } from "@/lib/gate/command";
import type { EditAnswer } from "@/lib/policy/answers/groups";
import type { Viewer } from "@/lib/session/viewer";
import { refusedAtName } from "../reserved";
import type { EditInput } from "../schema";
import { editGroup } from "./edit-group";

/** Edits; a name that is reserved is refused at its field. */
export async function editByForm(viewer: Viewer, form: EditInput): Promise<Outcome<EditAnswer>> {
  const outcome = await editGroup(viewer, form);
  if (outcome.answer === "reserved-name") throw await refusedAtName(viewer.portal.store.reader, form.name ?? "");
  return outcome;
}
