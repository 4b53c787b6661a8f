/** Shapes of input for the portal's settings. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";
import { nameField } from "@/lib/people/name";
import { textField } from "@/lib/text";

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/, "A domain looks like example.org.");
const reason = textField(500).default("");

/** Whatever is left out stays as it is. */
export const changeSettings = z.strictObject({
  autoLeave: z.boolean().optional(),
  notifyLeaders: z.boolean().optional(),
  signUp: z.enum(["open", "invited", "domains", "closed"]).optional(),
  signUpDomains: z.array(domain).max(100).optional(),
  newAccountRole: machineName.nullable().optional(),
  defaultGroupType: machineName.nullable().optional(),
  /** the whole list; reasons of names that stay are kept */
  reservedNames: z.array(nameField).max(1000).optional(),
});

/** All settings as one form has them; `was`: as it showed them, to notice that somebody else changed them. */
export const settingsForm = z
  .strictObject({
    autoLeave: z.boolean(),
    notifyLeaders: z.boolean(),
    signUp: z.enum(["open", "invited", "domains", "closed"], "Choose one of these."),
    signUpDomains: textField(20_000),
    newAccountRole: machineName.nullable(),
    defaultGroupType: machineName.nullable(),
    was: z.string().max(40_000),
  })
  .refine(({ signUp, signUpDomains }) => signUp !== "domains" || signUpDomains !== "", {
    message: "Name at least one domain, or nobody could sign up.",
    path: ["signUpDomains"],
  });

export const reserveName = z.strictObject({ name: nameField, reason });
export const releaseName = z.strictObject({ name: nameField });

export type ChangeSettingsInput = z.output<typeof changeSettings>;
export type ReserveNameInput = z.output<typeof reserveName>;
export type ReleaseNameInput = z.output<typeof releaseName>;
export type SettingsForm = z.output<typeof settingsForm>;
