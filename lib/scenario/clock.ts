/** The time of a scenario: it stands still, and only waiting moves it. */
import { minutesOf } from "./duration";

const BEGINNING = Date.UTC(2026, 0, 1, 12);
const MINUTE = 60_000;

/** ISO, as the database's clock is set to it, so many minutes after the beginning. */
export const momentAfter = (minutes: number): string => new Date(BEGINNING + minutes * MINUTE).toISOString();

/** The moment that `+30d` means now, null for `never`. */
export function momentOf(said: string | undefined, now: number): string | null {
  return said === undefined || said === "never" ? null : momentAfter(now + (minutesOf(said) ?? 0));
}

/** Hours from now, as links take them: a week unless said otherwise, null for `never`. */
export function hoursOf(said: string | undefined): number | null {
  if (said === "never") return null;
  return said === undefined ? 24 * 7 : (minutesOf(said) ?? 0) / 60;
}
