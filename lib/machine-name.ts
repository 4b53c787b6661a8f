// Promise: one word for one thing, the same in addresses, files and the log.
import { z } from "zod";

const SHAPE = /^[a-z][a-z0-9-]{0,47}$/;

/** The name of a type or a role as machines know it, e.g. `site-admin`; people read its label. */
export const machineName = z
  .string()
  .max(48, "At most 48 characters.")
  .regex(SHAPE, "Small letters, digits and hyphens, beginning with a letter.");

/** `group-admin` → `Group admin`, for what came without a label. */
export function labelFrom(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
