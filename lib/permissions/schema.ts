/** Shapes of input for global roles and what they grant. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";
import { nameField } from "@/lib/people/name";
import { textField } from "@/lib/text";

const permission = z
  .string()
  .max(70)
  .regex(/^[a-z]+\.[a-z-]+(:[a-z][a-z0-9-]*)?$/, "There is no such permission.");
const reason = textField(500).default("");

export const createGlobalRole = z.strictObject({ role: machineName, label: nameField.optional() });
export const deleteGlobalRole = z.strictObject({ role: machineName, reason });
export const renameGlobalRole = z.strictObject({ role: machineName, label: nameField });
export const moveGlobalRole = z.strictObject({ role: machineName, direction: z.enum(["up", "down"]) });
export const changeGlobalGrant = z.strictObject({ role: machineName, permission, reason });
export const changeGlobalGrants = z.strictObject({
  changes: z
    .array(z.strictObject({ role: machineName, permission, on: z.boolean() }))
    .max(5000)
    .refine(eachOnce, "The same cell is named twice."),
  reason,
});

const number = z.number().int().min(0);

/** What somebody said yes to, in numbers. Absent in work that was put aside by a version that did not count. */
const seen = z
  .strictObject({
    ...{ removed: number, people: number, groups: number, closed: number, carriedOut: number },
    ...{ rolesEnded: number, rolesBegun: number, madeInternal: number, withoutAdministrator: number },
    ...{ leaderships: number, links: number, flagged: number },
  })
  .optional();

/** The same as the worker comes to it, which may be much later. */
export const changeGlobalGrantsLater = changeGlobalGrants.extend({ seen });
export const deleteGlobalRoleLater = deleteGlobalRole.extend({ seen });

function eachOnce(changes: readonly { role: string; permission: string }[]): boolean {
  return new Set(changes.map((change) => `${change.role} ${change.permission}`)).size === changes.length;
}

export type CreateGlobalRoleInput = z.output<typeof createGlobalRole>;
export type DeleteGlobalRoleInput = z.output<typeof deleteGlobalRole>;
export type RenameGlobalRoleInput = z.output<typeof renameGlobalRole>;
export type MoveGlobalRoleInput = z.output<typeof moveGlobalRole>;
export type SeenInput = NonNullable<z.output<typeof seen>>;
export type ChangeGlobalGrantInput = z.output<typeof changeGlobalGrant>;
export type ChangeGlobalGrantsInput = z.output<typeof changeGlobalGrants>;
export type ChangeGlobalGrantsLater = z.output<typeof changeGlobalGrantsLater>;
export type DeleteGlobalRoleLater = z.output<typeof deleteGlobalRoleLater>;
