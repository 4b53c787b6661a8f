/** Changes of a permission table that are not saved yet, as an address carries them: `TYPE|COLUMN|PERMISSION|on` or `off`. */

export interface UnsavedChange {
  readonly type: string;
  readonly column: string;
  readonly permission: string;
  readonly on: boolean;
}

export const MOST_CHANGES = 500;

/** Null for what is not written like that. */
export function changeFrom(text: string): UnsavedChange | null {
  const [type, column, permission, state, ...more] = text.split("|");
  if (!type || !column || !permission || more.length > 0 || (state !== "on" && state !== "off")) return null;
  return { type, column, permission, on: state === "on" };
}

export const changeText = ({ type, column, permission, on }: UnsavedChange): string =>
  [type, column, permission, on ? "on" : "off"].join("|");

/** The last word on each cell counts; what is not a change is left out. */
export function changesIn(texts: readonly string[]): UnsavedChange[] {
  const found = new Map<string, UnsavedChange>();
  for (const text of texts.slice(0, MOST_CHANGES)) {
    const change = changeFrom(text);
    if (change) found.set(`${change.type}|${change.column}|${change.permission}`, change);
  }
  return [...found.values()];
}
