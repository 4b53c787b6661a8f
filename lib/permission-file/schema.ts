/** What a file of permissions may say, and the form that it is sent with. Safe for the browser. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";
import { nameField } from "@/lib/people/name";
import { textField } from "@/lib/text";

/** The first line, which says what the file is; another format has another number. */
export const FORMAT = "permissions 1";
/** Characters of a file. The demo's has about ten thousand. */
export const LONGEST = 200_000;

const list = z.array(z.string("Write the key of a permission, such as group.view.").max(80)).max(500);
const named = z.strictObject({ label: nameField.optional(), permissions: list.optional() });
/** With its label, or only what it may do. */
const column = z.union([list, named], "Write the permissions as a list, or { label: …, permissions: […] }.");
const flag = z.boolean("Write true or false.").optional();

export const SHAPES = {
  globalRole: named,
  type: z.strictObject({
    label: nameField.optional(),
    description: textField(2000).optional(),
    content: z.array(z.string()).max(20).optional(),
    creator: z
      .strictObject({ member: z.boolean("Write true or false."), roles: z.array(z.string()).max(50) })
      .optional(),
    defaults: z.strictObject({ internal: flag, hidden: flag, open: flag, public: flag, published: flag }).optional(),
    roles: z.record(machineName, column).optional(),
    advancedOutsider: z.record(machineName, list).optional(),
    insider: z.record(machineName, list).optional(),
  }),
};

export const file = z.strictObject({
  guildhall: z.literal(FORMAT, `The file begins with “guildhall: ${FORMAT}”.`),
  /** what becomes of whatever a section does not name */
  absent: z.enum(["keep", "delete"], "Write keep or delete.").default("keep"),
  globalRoles: z
    .record(machineName, z.union([list, SHAPES.globalRole], "Write { label: …, permissions: […] }."))
    .optional(),
  types: z.record(machineName, SHAPES.type).optional(),
});

export type PermissionFile = z.output<typeof file>;
export type FileType = NonNullable<PermissionFile["types"]>[string];

/** `asked`: which plan the form was shown, empty before there was one. */
export const uploadForm = z.strictObject({
  text: z.string().max(LONGEST, `A file has ${LONGEST.toLocaleString("en")} characters at most.`),
  asked: z.string().max(1000),
  reason: textField(500).default(""),
});
export type UploadForm = z.output<typeof uploadForm>;
