/** Shapes of input for members. */
import { z } from "zod";
import { textField } from "@/lib/text";

export const slug = z.string().min(1).max(80);
export const note = textField(500).default("");
const roleNames = z.array(z.string().max(48)).max(50).default([]);

export const joinGroup = z.strictObject({ group: slug, note });
export const joinByLink = z.strictObject({ token: z.string().min(1).max(100), note });
export const leaveGroup = z.strictObject({ group: slug, note });
export const addMember = z.strictObject({
  group: slug,
  account: z.uuid(),
  roles: roleNames,
  until: z.iso.datetime().nullable().default(null),
});
/** the request of the log that ended memberships */
export const addAgain = z.strictObject({ request: z.uuid() });
export const removeMember = z.strictObject({ group: slug, account: z.uuid(), reason: note });
export const setMemberRoles = z.strictObject({ group: slug, account: z.uuid(), roles: roleNames });
export const setUntil = z.strictObject({ group: slug, account: z.uuid(), until: z.iso.datetime().nullable() });
export const editOwnMembership = z.strictObject({
  group: slug,
  title: textField(80).default(""),
  note,
});

// Forms ask for a day; a membership ends with it.
const day = z.iso.date("Give a day as year, month and day.").nullable().default(null);
export const endOf = (until: string | null) => until && `${until}T23:59:59.000Z`;

export const addMemberForm = z.strictObject({
  group: slug,
  account: z.uuid("Choose somebody."),
  roles: roleNames,
  until: day,
});
export const setUntilForm = z.strictObject({ group: slug, account: z.uuid(), until: day });

export const fromAddForm = (form: z.output<typeof addMemberForm>): AddInput => ({ ...form, until: endOf(form.until) });
export const fromUntilForm = (form: z.output<typeof setUntilForm>): SetUntilInput => ({
  ...form,
  until: endOf(form.until),
});

/** Bytes of a list of people: what a form of the portal can carry. */
const LONGEST_LIST = 256_000;
const list = z
  .string()
  .refine((text) => new TextEncoder().encode(text).length <= LONGEST_LIST, "A list has 256 kB at most. Split it.");
/** Which of several people a line means, as `LINE:ACCOUNT`; empty for nobody yet. */
const choices = z.array(z.string().max(60)).max(1_000).default([]);

/** `asked`: which list the form was shown the outcome of, empty before there was one. */
export const addManyForm = z.strictObject({
  group: slug,
  text: list,
  asked: z.string().max(64),
  choice: choices,
});
/** After a list was tried as a job. */
export const addTriedForm = z.strictObject({ group: slug, job: z.uuid(), choice: choices });

/** One line of either job; `unfound` says why it means nobody. */
export const addLine = z.strictObject({
  group: slug,
  line: z.int().positive(),
  account: z.uuid().nullable(),
  unfound: z.enum(["unknown", "several", "twice", "no-addresses", "no-such-role"]).nullable(),
  roles: roleNames,
  until: z.iso.datetime().nullable(),
});

/** How somebody can have come into a group. */
export const WAYS = ["joined", "link", "request", "added", "created"] as const;

const word = z.string().max(200).optional();

/** Those who were ticked on a page of the list or, with `all`, everybody who fits; then `count`: of how many it was spoken. */
const whom = {
  group: slug,
  account: z.array(z.uuid()).max(100).default([]),
  all: z.boolean().optional(),
  ...{ q: word, role: word, how: z.enum(WAYS).optional(), ends: z.boolean().optional() },
  count: z.number().int().min(0).optional(),
};
const isSomebody = ({ all, account }: { all?: boolean; account: readonly string[] }) => all || account.length > 0;
const NOBODY = { path: ["account"], error: "Choose somebody first." };

export const removeChosen = z.strictObject({ ...whom, reason: note }).refine(isSomebody, NOBODY);
export const setChosenRoles = z.strictObject({ ...whom, roles: roleNames }).refine(isSomebody, NOBODY);
export const setChosenUntil = z.strictObject({ ...whom, until: day }).refine(isSomebody, NOBODY);

export type AddManyForm = z.output<typeof addManyForm>;
export type AddTriedForm = z.output<typeof addTriedForm>;
export type AddLine = z.output<typeof addLine>;
export type RemoveChosen = z.output<typeof removeChosen>;
export type SetChosenRoles = z.output<typeof setChosenRoles>;
export type SetChosenUntil = z.output<typeof setChosenUntil>;
export type JoinInput = z.output<typeof joinGroup> | z.output<typeof joinByLink>;
export type LeaveInput = z.output<typeof leaveGroup>;
export type AddInput = z.output<typeof addMember>;
export type AddAgainInput = z.output<typeof addAgain>;
export type RemoveInput = z.output<typeof removeMember>;
export type SetRolesInput = z.output<typeof setMemberRoles>;
export type SetUntilInput = z.output<typeof setUntil>;
export type EditOwnInput = z.output<typeof editOwnMembership>;
