/** Pages of one thing, side by side. They are links, so each has an address and works without script. */
import type { Route } from "next";
import Link from "next/link";

export type Tab = {
  href: Route;
  label: string;
  current?: boolean;
  /** shown behind the label, such as `3` or `100+`; what it counts is said by `countLabel` */
  count?: number | string;
  countLabel?: string;
};

type Props = { tabs: readonly Tab[]; label: string };

export function Tabs({ tabs, label }: Props) {
  return (
    <nav aria-label={label} className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-4 sm:gap-x-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? "page" : undefined}
              className="inline-flex min-h-11 items-center gap-2 border-b-2 border-transparent text-sm font-medium text-muted hover:border-edge hover:text-ink forced-colors:not-aria-[current=page]:border-[Canvas] aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              {tab.label}
              {tab.count !== undefined ? <Count value={tab.count} label={tab.countLabel} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A number in a pill, beside the words that it counts. */
export function Count({ value, label }: { value: number | string; label?: string }) {
  return (
    <span className="rounded-full bg-well px-2 text-xs leading-5 font-semibold text-ink tabular-nums">
      {value}
      {label ? <span className="sr-only"> {label}</span> : null}
    </span>
  );
}
