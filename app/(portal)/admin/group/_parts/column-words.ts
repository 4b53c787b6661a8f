/** The columns of the list of all groups that can be put away. Client-safe. */
export const COLUMN_WORDS = {
  type: "Type",
  flags: "Set to",
  eligible: "Kept for",
  confers: "Members hold",
  members: "Members",
  leaders: "Leaders",
  pending: "Waiting",
  changed: "Changed",
} as const;

export type Hideable = keyof typeof COLUMN_WORDS;

export const isColumn = (text: string): text is Hideable => Object.hasOwn(COLUMN_WORDS, text);
