/**
 * A moment. The server writes it in UTC; `ReaderTimes`, once per page, rewrites it in the reader's zone,
 * so that a list of a hundred moments is not a hundred components.
 */
import { utcText } from "./time-text";

type Props = {
  at: Date | string;
  /** `day`: 4 March 2026 · `moment`: 4 Mar 2026, 14:05 */
  show?: "day" | "moment";
  className?: string;
};

export function Time({ at, show = "moment", className }: Props) {
  const date = new Date(at);
  const utc = utcText(date, "moment");
  return (
    <time
      dateTime={date.toISOString()}
      title={utc}
      data-show={show}
      className={`whitespace-nowrap ${className ?? ""}`}
      suppressHydrationWarning
    >
      {utcText(date, show)}
    </time>
  );
}
