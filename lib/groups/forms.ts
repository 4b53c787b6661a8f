/** From the answers of a form to the input of a command. Pure. */
import type { ConfigureForm, ConfigureInput, CreateForm, CreateInput, Flags } from "./schema";
import { flagsOf } from "./sentence-answers";

type Answers = Omit<ConfigureForm, "group" | "was" | "seen" | "reason">;

export function fromCreateForm({ type, name, description, picture, colour, ...form }: CreateForm): CreateInput {
  return {
    ...{ type, name, description, picture, colour },
    flags: flagsIn(form),
    quietJoinPage: form.quietJoinPage,
    eligibleRoles: form.who === "roles" ? form.eligibleRoles : [],
    confers: form.has.includes("confers") ? form.confers : [],
  };
}

export function fromConfigureForm({ group, ...form }: ConfigureForm): ConfigureInput {
  return {
    group,
    flags: flagsIn(form),
    quietJoinPage: form.quietJoinPage,
    ...(form.who ? { eligibleRoles: form.who === "roles" ? form.eligibleRoles : [] } : {}),
    ...(form.has.includes("confers") ? { confers: form.confers } : {}),
    ...(form.reason ? { reason: form.reason } : {}),
  };
}

function flagsIn({ finds, enters, public: isPublic, published, restricted, has }: Answers): Partial<Flags> {
  const shared = { ...flagsOf(finds, enters), public: isPublic, published };
  return has.includes("restricted") ? { ...shared, restricted } : shared;
}
