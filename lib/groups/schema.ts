/** Shapes of input for groups. */
import { z } from "zod";
import { nameField } from "@/lib/people/name";
import { textField } from "@/lib/text";

const group = z.string().min(1).max(80);
const roles = z.array(z.string().min(1).max(48)).max(100);
/** why: read by those whom it touches, and kept in the log */
const reason = textField(500);
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
  reason: reason.optional(),
});

export const editGroup = z.strictObject({
  group,
  name: nameField.optional(),
  description: textField(4000).optional(),
  picture: emblem.optional(),
  colour: emblem.optional(),
});

export const deleteGroup = z.strictObject({ group, reason: reason.optional() });
/** `seen`: what the page said would go with it. Absent where nobody looked at a page. */
export const deleteGroupForm = deleteGroup.extend({ seen: z.string().max(20_000).optional() });

const change = z.string().min(1).max(60);

/** One change to many groups; `seen` stands for what was shown to follow from it. */
export const changeGroups = z.strictObject({
  groups: z.array(group).min(1).max(1_000),
  change,
  seen: z.string().max(20_000).default(""),
  reason: reason.optional(),
});

const people = z.number().int().min(0);

/** How many people were seen touched: in the group, and by all of it together. */
const touched = z.strictObject({
  ...{ removed: people, letIn: people, closed: people, flagged: people, reach: people },
  /** absent in a line of a version that did not count them, and where they bound nothing */
  ...{ dismissed: people.optional(), unadministered: people.optional() },
  ...{ unled: people.optional(), flaggedAnywhere: people.optional() },
});

/** One of them, with what its maker saw. */
export const changeLine = z.strictObject({ group, change, seen: touched, reason: reason.optional() });

const was = z.string().max(12_000);

/** One group's settings as the worker comes to them: as they were and what was seen, unless an older version put it aside. */
export const configureGroupLater = configureGroup.extend({ was: was.optional(), seen: touched.optional() });

/** The settings as forms ask them: two questions in words, and what goes with the answers. */
const answers = {
  finds: z.enum(["everybody", "link", "nobody"], "Choose one of these."),
  enters: z.enum(["once", "approval"], "Choose one of these."),
  public: z.boolean(),
  published: z.boolean(),
  restricted: z.boolean(),
  quietJoinPage: z.boolean(),
  /** absent where it has to be chosen and was not: the list then stays as it is */
  who: z.enum(["everybody", "roles"], "Choose one of these.").optional(),
  eligibleRoles: roles,
  confers: roles,
  /** parts that this person's form has; what it lacks stays as it is */
  has: z.array(z.enum(["restricted", "confers"])).max(2),
  /** the consequences that this person was told of before they said yes to them */
  seen: z.string().max(20_000).default(""),
};

const namesRoles = (form: { who?: "everybody" | "roles"; eligibleRoles: readonly string[] }): boolean =>
  form.who !== "roles" || form.eligibleRoles.length > 0;
const ROLES_MISSING = { message: "Choose at least one role, or everybody.", path: ["eligibleRoles"] };

export const createGroupForm = z
  .strictObject({
    type: z.string("Choose a kind of group.").min(1, "Choose a kind of group.").max(48),
    name: nameField,
    description: textField(4000),
    picture: emblem,
    colour: emblem,
    ...answers,
  })
  .refine(namesRoles, ROLES_MISSING);

export const configureGroupForm = z
  .strictObject({
    group,
    ...answers,
    /** the settings as the form showed them, to notice that somebody else changed them */
    was,
    reason: reason.default(""),
  })
  .refine(namesRoles, ROLES_MISSING);

export type Flags = z.output<typeof flags>;
export type CreateInput = z.output<typeof createGroup>;
export type ConfigureInput = z.output<typeof configureGroup>;
export type ConfigureLater = z.output<typeof configureGroupLater>;
export type EditInput = z.output<typeof editGroup>;
export type DeleteInput = z.output<typeof deleteGroup>;
export type DeleteForm = z.output<typeof deleteGroupForm>;
export type ChangeGroupsInput = z.output<typeof changeGroups>;
export type ChangeLine = z.output<typeof changeLine>;
export type CreateForm = z.output<typeof createGroupForm>;
export type ConfigureForm = z.output<typeof configureGroupForm>;
