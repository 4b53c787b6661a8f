/** The shape of the form of site-wide rights. Client-safe. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";
import { nameField } from "@/lib/people/name";
import { textField } from "@/lib/text";
import { deleteGlobalRole } from "./schema";

const CELL = /^[a-z][a-z0-9-]{0,47}\|[a-z]+\.[a-z-]+(:[a-z][a-z0-9-]{0,47})?$/;
const cell = z.string().max(130).regex(CELL, "There is no such cell.");
const change = z
  .string()
  .max(131)
  .refine((text) => /^[+-]/.test(text) && CELL.test(text.slice(1)), "There is no such cell.");
export const globalTableForm = z
  .strictObject({
    /** the whole table as it is ticked, or, with script, what was changed in it */
    sends: z.enum(["table", "changes"]).default("table"),
    /** columns that the form shows */
    column: z.array(machineName).max(200).default([]),
    /** boxes that are ticked */
    cell: z.array(cell).max(5000).default([]),
    change: z.array(change).max(5000).default([]),
    /** boxes that were ticked when the form was made, parted by spaces */
    was: z.string().max(200_000).default(""),
    /** the one column that the page shows, or empty */
    role: z.string().max(48).default(""),
    reason: textField(500).default(""),
    /** the consequences that this person was told of before they said yes to them */
    seen: z.string().max(20_000).default(""),
    /** the last field of the form: without it, part of the form was lost on the way */
    end: z.literal("end", "Part of this form was lost on its way. Nothing was saved; load the page and try again."),
  })
  .refine((form) => form.sends === "changes" || form.column.length > 0, {
    message: "Part of this form was lost on its way. Nothing was saved; load the page and try again.",
    path: ["column"],
  });

export const createGlobalRoleForm = z.strictObject({
  label: nameField,
  /** empty: made of the label */
  role: z
    .string()
    .regex(/^([a-z][a-z0-9-]{0,47})?$/, "Small letters, digits and hyphens, beginning with a letter.")
    .default(""),
});

/** `seen`: the consequences that the page named. Absent where nobody looked at a page. */
export const deleteGlobalRoleForm = deleteGlobalRole.extend({ seen: z.string().max(20_000).optional() });

export type GlobalTableForm = z.output<typeof globalTableForm>;
export type CreateGlobalRoleForm = z.output<typeof createGlobalRoleForm>;
export type DeleteGlobalRoleForm = z.output<typeof deleteGlobalRoleForm>;
