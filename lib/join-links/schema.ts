/** Shapes of input for join links. */
import { z } from "zod";
import { textField } from "@/lib/text";

const group = z.string().min(1).max(80);

export const createJoinLink = z.strictObject({
  group,
  label: textField(80).default(""),
  note: textField(500).default(""),
  /** hours from now; null: never. A week unless said otherwise, at most a year. */
  expiresInHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 366)
    .nullable()
    .default(24 * 7),
  maxUses: z
    .number("A whole number.")
    .int("A whole number.")
    .min(1, "At least 1.")
    .max(100_000, "At most 100,000.")
    .nullable()
    .default(null),
  asksApproval: z.boolean().default(false),
});

/** Every other verb names the link by its id and the group it must belong to. */
export const tendJoinLink = z.strictObject({ group, link: z.uuid() });
/** Revoking is for good, and its maker may read why. */
export const endJoinLink = tendJoinLink.extend({ reason: textField(500).default("") });

export type CreateLinkInput = z.output<typeof createJoinLink>;
export type TendLinkInput = z.output<typeof tendJoinLink>;
