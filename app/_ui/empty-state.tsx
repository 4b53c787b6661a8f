/** Nothing here, said in a way that helps: why, and what to do next. */
import type { ReactNode } from "react";

type Props = { title: ReactNode; children?: ReactNode; actions?: ReactNode };

export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className="grid justify-items-start gap-3 border-y border-line py-10">
      <p className="font-serif text-xl">{title}</p>
      {children ? <div className="grid max-w-prose gap-2 text-sm text-muted">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
