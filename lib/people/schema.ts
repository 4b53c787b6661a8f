/** Shapes of input about oneself. Safe for the browser. */
import { z } from "zod";
import { emailField } from "./email";
import { nameField } from "./name";
import { newPasswordField, passwordField } from "./password/rules";

/** where to go on to; judged when it is used, never here */
const next = z.string().max(2_000).optional();
/** the secret part of a mailed or printed address */
const token = z.string().min(1).max(100);

export const signUpShape = z.strictObject({ name: nameField, email: emailField, password: newPasswordField, next });
/** The address is not judged here: a wrong one is answered as a wrong password is. */
export const signInShape = z.strictObject({
  email: z.string().min(1, "Type your e-mail address.").max(320, "That is no e-mail address."),
  password: passwordField,
  next,
});
export const confirmAddressShape = z.strictObject({ token, password: passwordField.optional() });
export const renameSelfShape = z.strictObject({ name: nameField });
export const changeAddressShape = z.strictObject({ email: emailField, currentPassword: passwordField });
export const changePasswordShape = z.strictObject({ currentPassword: passwordField, newPassword: newPasswordField });
export const setupShape = z.strictObject({
  token,
  name: nameField,
  email: emailField,
  password: newPasswordField,
  /** every new account becomes `member`, the first one too */
  everyoneIsMember: z.boolean().default(false),
});
export const leavePortalShape = z.strictObject({
  how: z.enum(["deleted", "deactivated"], "Choose one of the two."),
  /** people of the demo have none */
  password: passwordField.optional(),
  anyway: z.boolean().default(false),
  sure: z.literal("on", "Tick this if you want to go."),
});
export const nothing = z.strictObject({});

export type SignUpInput = z.output<typeof signUpShape>;
export type SignInInput = z.output<typeof signInShape>;
export type LeavePortalForm = z.output<typeof leavePortalShape>;
export type SetupInput = z.output<typeof setupShape>;
