/** Shapes of input for requests. */
import { z } from "zod";
import { textField } from "@/lib/text";

const group = z.string().min(1).max(80);
const reason = textField(500).default("");

export const withdrawRequest = z.strictObject({ group });
export const decideRequest = z.strictObject({
  group,
  account: z.uuid(),
  verdict: z.enum(["approve", "reject"]),
  kind: z.enum(["join", "leave"]).nullable().default(null),
  reason,
});

export type WithdrawInput = z.output<typeof withdrawRequest>;
export type DecideInput = z.output<typeof decideRequest>;
