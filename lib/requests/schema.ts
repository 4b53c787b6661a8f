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

/** One button of a list: verdict, kind, group and account in one value, so that a list is one form. */
export const decideFromList = z.strictObject({
  decision: z
    .string()
    .refine((said) => decideRequest.safeParse(partsOf(said)).success, "Press one of the buttons of this page."),
});

function partsOf(said: string) {
  const [verdict, kind, group, account, ...more] = said.split(" ");
  return { verdict, kind, group, account, ...(more.length > 0 ? { more } : {}) };
}

export const decisionOf = (verdict: "approve" | "reject", kind: "join" | "leave", slug: string, accountId: string) =>
  `${verdict} ${kind} ${slug} ${accountId}`;

/** The command's input from the button's value. */
export const fromDecision = ({ decision }: z.output<typeof decideFromList>): DecideInput =>
  decideRequest.parse(partsOf(decision));

export type WithdrawInput = z.output<typeof withdrawRequest>;
export type DecideInput = z.output<typeof decideRequest>;
