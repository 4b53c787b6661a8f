/** Shapes of input for administering accounts. Safe for the browser. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";
import { textField } from "@/lib/text";

const account = z.uuid();
const reason = textField(500).default("");

export const accountVerb = z.strictObject({ account, reason });
export const globalRoleVerb = z.strictObject({ account, role: machineName, reason });

export type AccountVerbInput = z.output<typeof accountVerb>;
export type GlobalRoleVerbInput = z.output<typeof globalRoleVerb>;

export const STATES = ["active", "inactive", "waits", "owner"] as const;
export const SEEN = ["never", "30", "90", "365"] as const;

/** What narrows the list of people; `groups: "none"`: in no group that the reader knows of. */
export interface PeopleFilter {
  readonly q?: string | null;
  readonly role?: string | null;
  readonly state?: (typeof STATES)[number] | null;
  /** not for so many days, or never */
  readonly seen?: (typeof SEEN)[number] | null;
  readonly groups?: "none" | null;
}

/** What can be done to several accounts at once; each is a kind of job, and its lines are commands about one account. */
export const BULK_KINDS = {
  deactivate: "person.deactivate",
  reactivate: "person.reactivate",
  give: "person.give-role",
  take: "person.take-role",
} as const;

export interface BulkVerb {
  readonly verb: keyof typeof BULK_KINDS;
  /** name of a global role, for the two verbs that give and take one */
  readonly role: string | null;
}

/** `deactivate`, `reactivate`, `give:ROLE`, `take:ROLE`; null for anything else. */
export function bulkVerb(text: string | null | undefined): BulkVerb | null {
  const [verb = "", role, ...rest] = (text ?? "").split(":");
  if (rest.length > 0 || !Object.hasOwn(BULK_KINDS, verb)) return null;
  const known = verb as keyof typeof BULK_KINDS;
  if (known === "deactivate" || known === "reactivate") return role === undefined ? { verb: known, role: null } : null;
  return machineName.safeParse(role).success ? { verb: known, role: role ?? null } : null;
}

const word = z.string().max(200).optional();

export const bulkShape = z.strictObject({
  do: z.string().refine((text) => bulkVerb(text) !== null, "Choose what to do."),
  who: z.array(z.uuid()).max(100),
  /** everybody who fits, instead of those named */
  all: z.boolean().default(false),
  ...{ q: word, role: word, state: z.enum(STATES).optional(), seen: z.enum(SEEN).optional() },
  groups: z.literal("none").optional(),
  /** how many the page before spoke of: others who fit meanwhile are not taken along unseen */
  count: z.number().int(),
  reason,
});

export type BulkInput = z.output<typeof bulkShape>;
