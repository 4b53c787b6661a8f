/** Nothing here, said in a way that helps: why, and what to do next. */
import type { ReactNode } from "react";
import { Arches } from "./arches";

type Props = { title: ReactNode; children?: ReactNode; actions?: ReactNode };

export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className="grid justify-items-start gap-3 rounded-lg border border-dashed border-rule px-5 py-8 sm:px-10 sm:py-12">
      <Arches height={36} className="mb-1 text-rule" />
      <p className="font-serif text-xl text-balance">{title}</p>
      {children ? <div className="grid max-w-prose gap-2 text-sm text-muted">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
