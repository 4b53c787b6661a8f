/** From opening a link to being in: how many came how far. */
import type { LinkLine } from "@/lib/join-links/queries";

export function Funnel({ link }: { link: LinkLine }) {
  const steps = [
    { name: "Opened", count: link.opened },
    { name: "While signed in", count: link.openedSignedIn },
    { name: "Joined or asked", count: link.uses },
  ];
  return (
    <dl className="grid grid-cols-3 divide-x divide-line rounded-lg border border-line bg-panel">
      {steps.map(({ name, count }) => (
        <div key={name} className="flex flex-col-reverse justify-end gap-0.5 px-4 py-3">
          <dt className="text-xs text-muted">{name}</dt>
          <dd className="font-serif text-2xl tabular-nums">{count.toLocaleString("en")}</dd>
        </div>
      ))}
    </dl>
  );
}
