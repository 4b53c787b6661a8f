/** Shapes of input for administering accounts. */
import { z } from "zod";
import { machineName } from "@/lib/machine-name";
import { textField } from "@/lib/text";

const account = z.uuid();
const reason = textField(500).default("");

export const accountVerb = z.strictObject({ account, reason });
export const globalRoleVerb = z.strictObject({ account, role: machineName, reason });

export type AccountVerbInput = z.output<typeof accountVerb>;
export type GlobalRoleVerbInput = z.output<typeof globalRoleVerb>;
