/** A key, as it is written on the keyboard. */
import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-6 rounded-sm border border-rule bg-well px-1.5 text-center font-sans text-xs text-muted">
      {children}
    </kbd>
  );
}
