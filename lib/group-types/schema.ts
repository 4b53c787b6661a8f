/** Shapes of input for group types, their roles and their table. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";
import { nameField } from "@/lib/people/name";
import { textField } from "@/lib/text";

/** A column of a table: built-in, custom, or tied to a global role as `outsider:ROLE` and `insider:ROLE`. */
export const column = z
  .string()
  .max(60)
  .regex(/^((outsider|insider):)?[a-z][a-z0-9-]*$/, "There is no such column.");
export const permission = z
  .string()
  .max(60)
  .regex(/^[a-z]+\.[a-z-]+$/, "There is no such permission.");
const reason = textField(500).default("");
const version = z.int().positive();
const description = textField(2000);
const content = z.array(z.string().max(48)).max(20);

/** What a new group of the type starts as. */
const defaults = z.strictObject({
  internal: z.boolean(),
  hidden: z.boolean(),
  open: z.boolean(),
  public: z.boolean(),
  published: z.boolean(),
});
/** Whether whoever creates a group becomes its member, and with which custom roles. */
const creator = z.strictObject({ member: z.boolean(), roles: z.array(machineName).max(50) });

/** Where the table of a new type comes from. */
const start = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("nothing") }),
  z.strictObject({
    from: z.literal("preset"),
    preset: z.string().max(48),
    /** the global role that the preset's advanced outsider column is tied to, where it has one */
    globalRole: machineName.optional(),
  }),
  z.strictObject({ from: z.literal("copy"), type: machineName }),
  /** columns by name with their permissions; custom roles are made of the names that are not built in */
  z.strictObject({
    from: z.literal("table"),
    cells: z.record(column, z.array(permission)),
    labels: z.record(machineName, nameField).default({}),
  }),
]);

export const createGroupType = z.strictObject({
  name: machineName,
  label: nameField,
  description: description.default(""),
  start: start.default({ from: "nothing" }),
  /** left out: as the preset or the copied type has it, else the product's */
  content: content.optional(),
  creator: creator.optional(),
  defaults: defaults.optional(),
});

export const editGroupType = z.strictObject({
  type: machineName,
  version: version.optional(),
  label: nameField.optional(),
  description: description.optional(),
  content: content.optional(),
  creator: creator.optional(),
  defaults: defaults.optional(),
});

export const deleteGroupType = z.strictObject({ type: machineName, reason });
export const createGroupRole = z.strictObject({ type: machineName, role: machineName, label: nameField.optional() });
export const renameGroupRole = z.strictObject({ type: machineName, role: machineName, label: nameField });
export const moveGroupRole = z.strictObject({
  type: machineName,
  role: machineName,
  direction: z.enum(["up", "down"]),
});
export const deleteGroupRole = z.strictObject({ type: machineName, role: machineName, reason });

export const changeCell = z.strictObject({ type: machineName, role: column, permission, reason });
export const changeGrants = z.strictObject({
  type: machineName,
  /** of the table that the changes were made on */
  version,
  changes: z
    .array(z.strictObject({ role: column, permission, on: z.boolean() }))
    .max(5000)
    .refine(eachOnce, "The same cell is named twice."),
  reason,
});

function eachOnce(changes: readonly { role: string; permission: string }[]): boolean {
  return new Set(changes.map((change) => `${change.role} ${change.permission}`)).size === changes.length;
}

export type CreateGroupTypeInput = z.output<typeof createGroupType>;
export type EditGroupTypeInput = z.output<typeof editGroupType>;
export type DeleteGroupTypeInput = z.output<typeof deleteGroupType>;
export type CreateGroupRoleInput = z.output<typeof createGroupRole>;
export type RenameGroupRoleInput = z.output<typeof renameGroupRole>;
export type MoveGroupRoleInput = z.output<typeof moveGroupRole>;
export type DeleteGroupRoleInput = z.output<typeof deleteGroupRole>;
export type ChangeCellInput = z.output<typeof changeCell>;
export type ChangeGrantsInput = z.output<typeof changeGrants>;
export type GroupDefaults = z.output<typeof defaults>;
export type CreatorSettings = z.output<typeof creator>;
