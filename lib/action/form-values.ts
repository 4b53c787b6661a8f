/** From a posted form to plain values: text stays text, and only what the schema asks for becomes anything else. */
import type { z } from "zod";
import type { Typed } from "./result";

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** A field that was sent twice, is a file, or bears a name that no form has. */
export class NotOurForm extends Error {
  override readonly name = "NotOurForm";
}

const NEVER_FIELDS = new Set(["__proto__", "constructor", "prototype"]);
const NEVER_SHOWN = /pass|secret|token|code/i;

/**
 * Lists take every value of their name; a box that is not ticked is `false`; an empty field of something that may be
 * null is null, of something optional is absent. Throws `NotOurForm`.
 */
export function formValues(form: FormData, shape: Shape): Record<string, unknown> {
  const sent = sentFields(form);
  const values: [string, unknown][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const value = readField(sent.get(name) ?? [], kindOf(schema), name);
    if (value !== undefined) values.push([name, value]);
  }
  // Names that the schema does not know go on as they are: it refuses them.
  for (const [name, texts] of sent) if (!Object.hasOwn(shape, name)) values.push([name, texts]);
  return Object.fromEntries(values);
}

/** What may be shown again in the form that was refused. */
export function typedIn(form: FormData, shape: Shape): Typed {
  const shown = Object.entries(shape).filter(([name]) => form.has(name) && !NEVER_SHOWN.test(name));
  return Object.fromEntries(
    shown.map(([name, schema]) => {
      const texts = form.getAll(name).filter((value) => typeof value === "string");
      return [name, kindOf(schema).base === "array" ? texts : (texts[0] ?? "")];
    }),
  );
}

function sentFields(form: FormData): Map<string, string[]> {
  const sent = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION_")) continue;
    if (typeof value !== "string" || NEVER_FIELDS.has(name)) throw new NotOurForm(name);
    sent.set(name, [...(sent.get(name) ?? []), value]);
  }
  return sent;
}

interface Kind {
  readonly base: string;
  readonly nullable: boolean;
  readonly optional: boolean;
}

/** What a field is underneath its defaults, transforms and refinements. */
function kindOf(schema: z.core.$ZodType, nullable = false, optional = false): Kind {
  const def = schema._zod.def as { type: string; innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  if (def.type === "pipe" && def.in) return kindOf(def.in, nullable, optional);
  if (!def.innerType) return { base: def.type, nullable, optional };
  const may = def.type === "optional" || def.type === "default" || def.type === "prefault";
  return kindOf(def.innerType, nullable || def.type === "nullable", optional || may);
}

function readField(texts: readonly string[], { base, nullable, optional }: Kind, name: string): unknown {
  if (base === "array") return texts;
  if (texts.length > 1) throw new NotOurForm(name);
  const [text] = texts;
  if (base === "boolean")
    return text === undefined || text === "false" ? false : text === "on" || text === "true" || text;
  if (text === "" && nullable) return null;
  if (text === "" && optional && base !== "string") return undefined;
  if (base === "number") return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : text || undefined;
  return text;
}
