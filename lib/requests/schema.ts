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

/** One box of a list: kind, group and account in one value. */
const chosenRequest = z
  .string()
  .refine((said) => decideRequest.safeParse(partsOf(`approve ${said}`)).success, "Choose among those of this page.");

/** `all`: every one that fits what the list was narrowed to, and was made by `upTo`, whatever is chosen. */
export const decideMany = z.strictObject({
  chosen: z.array(chosenRequest).max(100).default([]),
  all: z.boolean().default(false),
  verdict: z.enum(["approve", "reject"]),
  reason,
  group: group.nullable().default(null),
  kind: z.enum(["join", "leave"]).nullable().default(null),
  link: z.boolean().default(false),
  days: z.int().min(1).max(3_650).nullable().default(null),
  upTo: z.iso.datetime().nullable().default(null),
});

export const chosenOf = (kind: "join" | "leave", slug: string, accountId: string) => `${kind} ${slug} ${accountId}`;

export function fromChosen(said: string): Pick<DecideInput, "group" | "account" | "kind"> {
  const { group, account, kind } = decideRequest.parse(partsOf(`approve ${said}`));
  return { group, account, kind };
}

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
export type DecideManyInput = z.output<typeof decideMany>;
export type DecideInput = z.output<typeof decideRequest>;
