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
const endOf = (until: string | null) => until && `${until}T23:59:59.000Z`;

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

export type JoinInput = z.output<typeof joinGroup> | z.output<typeof joinByLink>;
export type LeaveInput = z.output<typeof leaveGroup>;
export type AddInput = z.output<typeof addMember>;
export type AddAgainInput = z.output<typeof addAgain>;
export type RemoveInput = z.output<typeof removeMember>;
export type SetRolesInput = z.output<typeof setMemberRoles>;
export type SetUntilInput = z.output<typeof setUntil>;
export type EditOwnInput = z.output<typeof editOwnMembership>;
