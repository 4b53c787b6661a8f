/** Shapes of input for groups. */
import { z } from "zod";
import { nameField } from "@/lib/people/name";
import { textField } from "@/lib/text";

const group = z.string().min(1).max(80);
const roles = z.array(z.string().min(1).max(48)).max(100);
const emblem = z.string().regex(/^[a-z]{1,20}$/, "Choose one of the set.");

/** The flags that say who finds the group and how people get in. */
export const flags = z.strictObject({
  internal: z.boolean(),
  hidden: z.boolean(),
  open: z.boolean(),
  public: z.boolean(),
  restricted: z.boolean(),
  published: z.boolean(),
});

export const createGroup = z.strictObject({
  type: z.string().min(1).max(48),
  name: nameField,
  description: textField(4000).default(""),
  picture: emblem.default("hall"),
  colour: emblem.default("moss"),
  /** what is not named takes the type's defaults */
  flags: flags.partial().default({}),
  quietJoinPage: z.boolean().default(false),
  eligibleRoles: roles.default([]),
  confers: roles.default([]),
});

export const configureGroup = z.strictObject({
  group,
  flags: flags.partial().default({}),
  quietJoinPage: z.boolean().optional(),
  /** `[]` is “everybody”; absent leaves the list as it is */
  eligibleRoles: roles.optional(),
  confers: roles.optional(),
});

export const editGroup = z.strictObject({
  group,
  name: nameField.optional(),
  description: textField(4000).optional(),
  picture: emblem.optional(),
  colour: emblem.optional(),
});

export const deleteGroup = z.strictObject({ group });

export type Flags = z.output<typeof flags>;
export type CreateInput = z.output<typeof createGroup>;
export type ConfigureInput = z.output<typeof configureGroup>;
export type EditInput = z.output<typeof editGroup>;
export type DeleteInput = z.output<typeof deleteGroup>;
