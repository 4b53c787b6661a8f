/** The top of every page: where one is, what it is called, one line about it, and what one can do. */
import type { Route } from "next";
import type { ReactNode } from "react";
import { TextLink } from "./text-link";

export type Crumb = { label: string; href: Route };

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** the way here, without this page */
  crumbs?: readonly Crumb[];
  /** what stands before the title: a `GroupPicture` or an `Avatar` */
  picture?: ReactNode;
  /** badges after the title */
  badges?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, lead, crumbs = [], picture, badges, actions }: Props) {
  return (
    <header className="ledger-rule mb-8 grid gap-3 pb-6">
      {crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <div className={`flex min-w-0 items-center gap-4 ${picture ? "" : "max-w-full flex-1 basis-40"}`}>
          {picture}
          <div className="min-w-0">
            <h1 className="text-2xl sm:text-3xl">{title}</h1>
            {badges ? <div className="mt-2 flex flex-wrap gap-1.5">{badges}</div> : null}
          </div>
        </div>
        {actions ? (
          <div data-print="no" className={`flex flex-wrap gap-2 ${picture ? "max-sm:w-full max-sm:[&>*]:flex-1" : ""}`}>
            {actions}
          </div>
        ) : null}
        {lead ? (
          <div className="w-full">
            <p className="max-w-prose text-base text-muted">{lead}</p>
          </div>
        ) : null}
      </div>
    </header>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Where you are">
      <ol className="flex flex-wrap gap-x-2 text-sm text-muted">
        {crumbs.map((crumb, at) => (
          <li key={crumb.href} className="flex min-w-0 gap-2">
            <span aria-hidden="true" className="text-edge">
              {at === 0 ? "←" : "/"}
            </span>
            <TextLink href={crumb.href} bare className="truncate text-muted">
              {crumb.label}
            </TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
