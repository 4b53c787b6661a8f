/** The frame of every page: a way past it, the name of the house, where to go, who one is, and the page itself. */
import { type ReactNode, Suspense } from "react";
import { ShortAddresses } from "./short-addresses";
import { SkipLink } from "./skip-link";
import { ThemeSwitch } from "./theme-switch";
import { Underway } from "./underway";
import { Wordmark } from "./wordmark";

type Props = {
  /** where the wordmark leads */
  home: string;
  /** `NavLink`s */
  nav?: ReactNode;
  /** the way to find things; a sign where there is little room, words where there is more */
  find?: ReactNode;
  /** an `AccountMenu`, or the way to sign in */
  account?: ReactNode;
  /** above everything: the demo's line, a warning to everybody */
  banner?: ReactNode;
  /** behind the footer's own words */
  footer?: ReactNode;
  /** `narrow` for forms and for pages of text */
  width?: "page" | "narrow";
  children: ReactNode;
};

const column = "mx-auto w-full max-w-page px-4 sm:px-6";

export function AppShell({ home, nav, find, account, banner, footer, width = "page", children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <ShortAddresses />
      <Suspense>
        <Underway />
      </Suspense>
      {banner ? <aside aria-label="About this portal">{banner}</aside> : null}
      <header data-print="no" className="border-b border-line bg-panel">
        <div className={`${column} flex flex-wrap items-center gap-x-1 sm:gap-x-3 md:flex-nowrap md:gap-x-8`}>
          <a href={home} className="my-3 shrink-0 no-underline" aria-label="Guildhall, to the start">
            <Wordmark />
          </a>
          {nav ? (
            <nav aria-label="Main" className="order-last -mb-px w-full md:order-none md:w-auto md:min-w-0">
              <div className="flex flex-wrap gap-x-6 md:[&>*]:min-h-14">{nav}</div>
            </nav>
          ) : null}
          {find ? <div className="@container flex min-w-11 flex-1 justify-end">{find}</div> : null}
          <div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-3">{account}</div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`${column} flex-1 py-8 focus:outline-none sm:py-12`}>
        {width === "narrow" ? <div className="mx-auto max-w-prose">{children}</div> : children}
      </main>
      <footer className={`${column} flex flex-wrap items-center justify-between gap-4 py-8 text-sm text-muted`}>
        <div className="flex flex-wrap gap-x-4">{footer}</div>
        <ThemeSwitch />
      </footer>
    </div>
  );
}
