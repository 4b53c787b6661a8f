/** The emblems that a group can have, by name. Safe for the browser; `group-picture.tsx` draws them. */

export const PICTURES = [
  "hall",
  "anchor",
  "hammer",
  "compass",
  "key",
  "leaf",
  "sail",
  "bell",
  "book",
  "feather",
  "tower",
  "flame",
  "tent",
  "wheat",
] as const;

export type Picture = (typeof PICTURES)[number];

export const COLOURS = ["moss", "pine", "sea", "slate", "indigo", "plum", "wine", "brick", "oak", "brass"] as const;

export type Colour = (typeof COLOURS)[number];

/** The grounds, the same by day and by night: an emblem is recognized by its colour. */
export const GROUNDS: Record<Colour, string> = {
  moss: "#4a6a35",
  pine: "#1f5c49",
  sea: "#1d6472",
  slate: "#445a70",
  indigo: "#3f4a86",
  plum: "#6a4178",
  wine: "#842f49",
  brick: "#9a4330",
  oak: "#7b5532",
  brass: "#86661a",
};

/** What an emblem is drawn with. */
export const IVORY = "#fbf7ea";

export const isPicture = (word: string): word is Picture => PICTURES.some((picture) => picture === word);
export const isColour = (word: string): word is Colour => COLOURS.some((colour) => colour === word);
