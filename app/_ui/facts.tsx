/** Names and values, one below the other. */
import type { ReactNode } from "react";

export type Fact = { name: string; value: ReactNode };

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <div className="@container">
      <dl className="grid grid-cols-1 gap-x-6 text-sm @3xs:grid-cols-[minmax(5.5rem,auto)_1fr] @sm:grid-cols-[minmax(9rem,auto)_1fr]">
        {facts.map((fact) => (
          <div
            key={fact.name}
            className="grid border-b border-line py-2 last:border-0 @3xs:col-span-2 @3xs:grid-cols-subgrid"
          >
            <dt className="text-muted">{fact.name}</dt>
            <dd className="min-w-0">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
