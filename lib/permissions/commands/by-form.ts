/** The form for a new global role, made into what the command takes. */
import { machineNameOf } from "@/lib/name-of-label";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import type { CreateGlobalRoleForm } from "../schema-forms";
import { CREATE_GLOBAL_ROLE_SENTENCES } from "../sentences";
import { createGlobalRole } from "./global-roles";

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
