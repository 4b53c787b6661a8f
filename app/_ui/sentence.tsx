/** The one sentence that says what a choice means, in the hall's own hand. */
import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  /** spoken again whenever it changes */
  live?: boolean;
};

export function Sentence({ children, live }: Props) {
  return (
    <p
      aria-live={live ? "polite" : undefined}
      className="max-w-prose border-l-2 border-accent pl-4 font-serif text-lg text-ink"
    >
      {children}
    </p>
  );
}
