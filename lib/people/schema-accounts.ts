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
