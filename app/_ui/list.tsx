/** Things to go through from the top: a picture, a name, a line, and what one can do, ruled like a ledger. */
import type { ReactNode } from "react";

export function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="border-t border-line [header+&]:-mt-8 [header+&]:border-t-0 [nav+&]:-mt-6 [nav+&]:border-t-0"
    >
      {children}
    </ul>
  );
}

type RowProps = {
  picture?: ReactNode;
  /** usually a bare `TextLink` */
  title: ReactNode;
  badges?: ReactNode;
  /** one line of text; cut off where it ends */
  line?: ReactNode;
  /** small facts: type, count, date */
  meta?: ReactNode;
  actions?: ReactNode;
};

export function ListRow({ picture, title, badges, line, meta, actions }: RowProps) {
  return (
    <li className="flex items-start gap-x-4 border-b border-line py-4 sm:items-center">
      {picture}
      <div className="flex min-w-0 flex-1 items-center gap-x-6 gap-y-3 max-sm:flex-wrap">
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="min-w-0 font-serif text-lg leading-snug font-medium">{title}</span>
            {badges}
          </div>
          {line ? <p className="line-clamp-2 text-sm text-muted sm:line-clamp-1">{line}</p> : null}
          {meta ? <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-muted">{meta}</p> : null}
        </div>
        {actions ? (
          <div data-print="no" className="flex shrink-0 flex-wrap gap-2 max-sm:w-full">
            {actions}
          </div>
        ) : null}
      </div>
    </li>
  );
}
