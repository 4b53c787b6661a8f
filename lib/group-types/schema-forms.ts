/** Shapes of the forms about group types, where they differ from what the commands take. Client-safe. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";
import { nameField } from "@/lib/people/name";
import { textField } from "@/lib/text";
import { column, permission } from "./schema";
import { cellFrom, cellId, changeFrom, changeId } from "./schema-cell";

const cell = z.string().refine((text) => {
  const { role, permission: key } = cellFrom(text);
  return cellId(role, key) === text && column.safeParse(role).success && permission.safeParse(key).success;
}, "There is no such cell.");

const change = z
  .string()
  .max(130)
  .refine(
    (text) => changeId(changeFrom(text)) === text && cell.safeParse(text.slice(1)).success,
    "There is no such cell.",
  );

const nameOrNothing = z
  .string()
  .regex(/^([a-z][a-z0-9-]{0,47})?$/, "Small letters, digits and hyphens, beginning with a letter.")
  .default("");

/** A table that comes back: whole, as every column that it shows and every ticked box in them, or as its changes. */
export const tableForm = z
  .strictObject({
    type: machineName,
    /** of the table that the form was made on */
    version: z.int().positive(),
    page: z.enum(["permissions", "outsider"]),
    /** the page shows this column alone; empty: all of them */
    role: z.string().max(60).default(""),
    /** the whole table as it is ticked, or, with script, what was changed in it */
    sends: z.enum(["table", "changes"]).default("table"),
    column: z.array(column).max(200).default([]),
    cell: z.array(cell).max(5000).default([]),
    change: z.array(change).max(5000).default([]),
    reason: textField(500).default(""),
    /** the changes whose effect this person was shown */
    seen: z.string().max(40).default(""),
    /** the last field of the form: without it, part of the form was lost on the way */
    end: z.literal("end", "Part of this form was lost on its way. Nothing was saved; load the page and try again."),
  })
  .refine((form) => form.sends === "changes" || form.column.length > 0, {
    message: "Part of this form was lost on its way. Nothing was saved; load the page and try again.",
    path: ["column"],
  })
  .refine((form) => form.cell.every((id) => form.column.includes(cellFrom(id).role)), {
    message: "A cell was ticked in a column that this form does not have.",
    path: ["cell"],
  });

const label = nameField;
const content = z.array(z.string().max(48)).max(20);
const description = textField(2000).default("");

/** The flags of new groups, asked as the settings of a group are. */
const beginnings = {
  finds: z.enum(["everybody", "link", "nobody"], "Choose one of these."),
  enters: z.enum(["once", "approval"], "Choose one of these."),
  public: z.boolean(),
  published: z.boolean(),
};

/** `start`: `nothing`, `copy`, or the key of a preset. */
export const createTypeForm = z.strictObject({
  label,
  /** empty: made of the label */
  name: nameOrNothing,
  description,
  start: z.string("Choose what it starts from.").min(1, "Choose what it starts from.").max(48),
  copy: nameOrNothing,
  globalRole: nameOrNothing,
});

export const editTypeForm = z.strictObject({
  type: machineName,
  version: z.int().positive(),
  label,
  description,
  content,
  creatorIsMember: z.boolean(),
  creatorRoles: z.array(machineName).max(50),
  ...beginnings,
});

/** A role that is named by its label alone gets its machine name from it. */
export const createRoleForm = z.strictObject({
  type: machineName,
  label,
  role: nameOrNothing,
});

export type TableForm = z.output<typeof tableForm>;
export type CreateTypeForm = z.output<typeof createTypeForm>;
export type EditTypeForm = z.output<typeof editTypeForm>;
export type CreateRoleForm = z.output<typeof createRoleForm>;
