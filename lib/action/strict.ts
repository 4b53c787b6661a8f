/** Holds every schema of an action to one rule: what it does not name is refused, however deep. */
import type { z } from "zod";

interface Def {
  readonly type: string;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly catchall?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly items?: readonly z.core.$ZodType[];
}

const TAKES_ANYTHING = new Set(["any", "unknown", "record", "map", "custom", "lazy", "file", "promise"]);

/** Throws while the module loads, so that a loose schema is never served. Returns the schema. */
export function demandStrict<S extends z.core.$ZodType>(schema: S, path = "input"): S {
  const def = schema._zod.def as unknown as Def;
  if (TAKES_ANYTHING.has(def.type)) throw new Error(`${path} takes anything (${def.type})`);
  if (def.type === "object" && def.catchall?._zod.def.type !== "never") {
    throw new Error(`${path} takes unknown keys: make it with z.strictObject`);
  }
  for (const [key, field] of Object.entries(def.shape ?? {})) demandStrict(field, `${path}.${key}`);
  const parts = [def.innerType, def.element, def.in, ...(def.options ?? []), ...(def.items ?? [])];
  for (const part of parts) if (part) demandStrict(part, path);
  return schema;
}
