/** The shape of the question as whom one wants to look at the portal. Client-safe. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";

export const beginViewing = z.strictObject({
  as: z.enum(["visitor", "account"], "Choose as whom."),
  /** custom global roles of the account; a visitor has none */
  roles: z.array(machineName).max(200).default([]),
  /** the address of one group, or empty */
  group: z.string().max(80).default(""),
  /** how the account stands to that group */
  standing: z.enum(["outside", "member", "leads", "both"]).default("outside"),
  /** custom roles there, as a member */
  groupRoles: z.array(machineName).max(200).default([]),
});

export const endViewing = z.strictObject({});

export type BeginViewingInput = z.output<typeof beginViewing>;
