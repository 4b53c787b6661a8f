/** A page with one thing to say, outside the portal's frame. */
import type { ReactNode } from "react";
import { Arches } from "../_ui/arches";
import { SkipLink } from "../_ui/skip-link";
import { Wordmark } from "../_ui/wordmark";

type Props = { title: string; children: ReactNode; actions?: ReactNode };

export function PlainPage({ title, children, actions }: Props) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-4 sm:px-6">
      <SkipLink />
      <header className="py-4">
        <a href="/" className="inline-block no-underline" aria-label="Guildhall, to the start">
          <Wordmark />
        </a>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="grid flex-1 content-center items-center gap-x-16 pb-24 focus:outline-none lg:grid-cols-[minmax(0,38rem)_1fr]"
      >
        <div className="max-w-prose">
          <h1 className="ledger-rule mb-6 pb-5 text-3xl">{title}</h1>
          <div className="grid gap-3 text-base text-muted">{children}</div>
          {actions ? <div className="mt-8 flex flex-wrap gap-3">{actions}</div> : null}
        </div>
        <Arches height={210} className="justify-self-center text-rule max-lg:hidden" />
      </main>
    </div>
  );
}
