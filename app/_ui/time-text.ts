/** How a moment is written, in UTC by the server and in the reader's own zone by the browser. */

export type Show = "day" | "moment";

const shapes: Record<Show, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

/** As in “4 Mar 2026, 14:05 UTC”; a day carries no zone. */
export function utcText(at: Date, show: Show): string {
  const text = new Intl.DateTimeFormat("en-GB", { ...shapes[show], timeZone: "UTC" }).format(at);
  return show === "moment" ? `${text} UTC` : text;
}

/** The same in `timeZone`, or in the zone of whoever runs this. */
export function localText(at: Date, show: Show, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { ...shapes[show], timeZone }).format(at);
}
