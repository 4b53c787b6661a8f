/** `FILE --reason TEXT`, taken apart: whatever is not one of the options is a place of its own. */

export interface Arguments {
  readonly places: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

/** Null where an option is unknown, named twice, or lacks its value. */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments | null {
  const places: string[] = [];
  const options: Record<string, string> = {};
  for (let n = 0; n < args.length; n++) {
    const arg = args[n] ?? "";
    if (!arg.startsWith("--")) {
      places.push(arg);
      continue;
    }
    const name = arg.slice(2);
    const value = args[++n];
    if (!known.includes(name) || name in options || value === undefined) return null;
    options[name] = value;
  }
  return { places, options };
}
