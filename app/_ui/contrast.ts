/** Which colour is written or drawn on which ground, and how far apart two colours are. A test holds each pair in both themes. */

/** Between 1 and 21, for colours as `#rrggbb` or as a browser computes them: `rgb(1, 2, 3)`. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function partsOf(colour: string): number[] {
  if (colour.startsWith("#")) return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

const GROUNDS = ["paper", "panel", "well"] as const;
const WASHES = ["accent-wash", "info-wash", "warning-wash", "danger-wash"] as const;

export type Ground = (typeof GROUNDS)[number] | (typeof WASHES)[number] | "accent" | "accent-strong" | "danger";

export interface Pairing {
  /** what is written or drawn */
  readonly colour: string;
  readonly on: readonly Ground[];
}

/** 4.5 to 1 at least. */
export const WORDS: readonly Pairing[] = [
  { colour: "ink", on: [...GROUNDS, ...WASHES] },
  { colour: "muted", on: [...GROUNDS, ...WASHES] },
  { colour: "accent", on: [...GROUNDS, ...WASHES] },
  { colour: "accent-strong", on: [...GROUNDS, ...WASHES] },
  { colour: "on-accent", on: ["accent", "accent-strong"] },
  { colour: "info", on: ["panel", "info-wash"] },
  { colour: "warning", on: ["panel", "well", "warning-wash"] },
  { colour: "danger", on: [...GROUNDS, "danger-wash"] },
  { colour: "on-danger", on: ["danger"] },
];

/** What makes a control, its state or its focus recognizable: 3 to 1 at least. */
export const MARKS: readonly Pairing[] = [
  { colour: "edge", on: ["paper", "panel"] },
  { colour: "ink", on: ["well"] },
  { colour: "accent", on: [...GROUNDS, ...WASHES] },
  { colour: "danger", on: [...GROUNDS, "danger-wash"] },
  { colour: "info", on: ["info-wash"] },
  { colour: "warning", on: ["warning-wash"] },
];
