/** Spans of time as scenario files write them: `+7d`, `-1h`, `8d`; days, hours and minutes. */

const SPAN = /^([+-]?)(\d{1,6})([dhm])$/;
const MINUTES = { d: 24 * 60, h: 60, m: 1 } as const;

/** Whole minutes, negative for what has passed; null if the text is no span. */
export function minutesOf(text: string): number | null {
  const [, sign, count, unit] = SPAN.exec(text) ?? [];
  if (count === undefined) return null;
  const minutes = Number(count) * MINUTES[unit as keyof typeof MINUTES];
  return sign === "-" ? -minutes : minutes;
}
