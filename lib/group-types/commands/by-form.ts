/** Forms about types and their roles, made into what the commands take. */
import type { Outcome } from "@/lib/gate/command";
import { answersOf } from "@/lib/groups/sentence-answers";
import { machineNameOf } from "@/lib/name-of-label";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import { findType } from "../queries/find-type";
import type { CreateGroupTypeInput, DeleteGroupRoleInput, GroupDefaults } from "../schema";
import type { CreateRoleForm, CreateTypeForm, EditTypeForm } from "../schema-forms";
import { EDIT_TYPE_SENTENCES } from "../sentences";
import { createGroupType } from "./create-group-type";
import { editGroupType } from "./edit-group-type";
import { createGroupRole, deleteGroupRole } from "./group-roles";

const NAME_NEEDED = "No machine name can be made of this label. Type one: small letters, digits and hyphens.";
const NAME_TAKEN = "This machine name is taken. Choose another one.";

export async function createTypeByForm(viewer: Viewer, { label, description, ...form }: CreateTypeForm) {
  const name = nameFor(form.name, label, "name");
  const outcome = await createGroupType(viewer, { name, label, description, start: startOf(form) });
  return { ...named(outcome, "name"), data: outcome.done ? { type: name } : null };
}

function startOf({ start, copy, globalRole }: Pick<CreateTypeForm, "start" | "copy" | "globalRole">) {
  if (start === "nothing") return { from: "nothing" } satisfies CreateGroupTypeInput["start"];
  if (start !== "copy") return { from: "preset", preset: start, globalRole: globalRole || undefined } as const;
  if (copy === "") throw new Refusal("invalid", "Choose what it starts from.", { copy: "Choose the type to copy." });
  return { from: "copy", type: copy } as const;
}

export async function editTypeByForm(viewer: Viewer, form: EditTypeForm) {
  const { type, version, label, description, content } = form;
  const creator = { member: form.creatorIsMember, roles: form.creatorIsMember ? form.creatorRoles : [] };
  const input = { type, version, label, description, content, creator, defaults: defaultsIn(form) };
  const outcome = await editGroupType(viewer, input);
  if (outcome.answer !== "stale") return outcome;
  throw new Refusal("stale", EDIT_TYPE_SENTENCES.stale, await nowStored(viewer, form));
}

/** What is stored now where it is not what was typed, said at the fields. */
async function nowStored(viewer: Viewer, form: EditTypeForm): Promise<Record<string, string>> {
  const stored = await findType(viewer, form.type);
  if (!stored) return {};
  const now = wordsOf({
    ...form,
    ...{ label: stored.label, description: stored.description, content: [...stored.content] },
    ...{ creatorIsMember: stored.creator.member, creatorRoles: [...stored.creator.roles] },
    ...{ ...answersOf(stored.defaults), public: stored.defaults.public, published: stored.defaults.published },
  });
  const typed = wordsOf(form);
  const differing = Object.entries(now).filter(([field, words]) => words !== typed[field]);
  return Object.fromEntries(
    differing.map(([field, words]) => [field, `${ASKED[field] ?? field}, stored now: ${words}`]),
  );
}

/** What the form asks, by field. */
const ASKED: Readonly<Record<string, string>> = {
  label: "Name",
  description: "What groups of it are for",
  content: "What is in its groups",
  creatorIsMember: "Becomes its first member",
  creatorRoles: "Roles of whoever creates a group",
  finds: "Who can find it",
  enters: "How people get in",
  public: "Public",
  published: "Published",
};

const ANSWERS: Readonly<Record<string, string>> = {
  everybody: "whoever may see groups of this kind",
  link: "only people with a link",
  nobody: "nobody",
  once: "they join at once",
  approval: "they ask, and somebody lets them in",
};

function wordsOf(form: EditTypeForm): Record<string, string> {
  const { type: _type, version: _version, ...rest } = form;
  const fields = { ...rest, finds: ANSWERS[form.finds] ?? form.finds, enters: ANSWERS[form.enters] ?? form.enters };
  const text = (value: string | boolean | string[]): string => {
    if (typeof value === "boolean") return value ? "ticked" : "not ticked";
    return (typeof value === "string" ? value : value.toSorted().join(", ")) || "nothing";
  };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, text(value)]));
}

function defaultsIn({ finds, enters, public: isPublic, published }: EditTypeForm): GroupDefaults {
  const flags = { internal: finds === "nobody", hidden: finds === "link", open: enters === "once" };
  return { ...flags, public: isPublic, published };
}

export async function createRoleByForm(viewer: Viewer, { type, label, ...form }: CreateRoleForm) {
  const role = nameFor(form.role, label, "role");
  return named(await createGroupRole(viewer, { type, role, label }), "role");
}

/** Hands back whose role it was, so that the form knows where it leads. */
export async function deleteRoleByForm(viewer: Viewer, input: DeleteGroupRoleInput) {
  const outcome = await deleteGroupRole(viewer, input);
  return { ...outcome, data: outcome.done ? { type: input.type } : null };
}

function nameFor(typed: string, label: string, field: string): string {
  const name = typed || machineNameOf(label);
  if (name === "") throw new Refusal("invalid", "Something here needs another look.", { [field]: NAME_NEEDED });
  return name;
}

/** A taken name is said at its field. */
function named<A extends string, D>(outcome: Outcome<A, D>, field: string): Outcome<A, D> {
  if (outcome.answer === "name-taken") throw new Refusal("name-taken", NAME_TAKEN, { [field]: NAME_TAKEN });
  return outcome;
}
