// Promise: one word for one thing, the same in addresses, files and the log.
import { z } from "zod";

const SHAPE = /^[a-z][a-z0-9-]{0,47}$/;

/** The name of a type or a role as machines know it, e.g. `site-admin`; people read its label. */
export const machineName = z
  .string()
  .max(48, "At most 48 characters.")
  .regex(SHAPE, "Small letters, digits and hyphens, beginning with a letter.");

/** A machine name made of a label, empty where nothing of it can be used. */
export function machineNameOf(label: string): string {
  return label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 48)
    .replace(/-+$/, "");
}
