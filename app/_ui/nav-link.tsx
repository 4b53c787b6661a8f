"use client";
/** A link of the top bar, which knows whether one is there. */
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: Route;
  children: ReactNode;
  /** lit on this page only, not on the pages below it */
  exact?: boolean;
  /** lit on these pages as well, which one reaches from there */
  also?: readonly string[];
};

export function NavLink({ href, children, exact, also = [] }: Props) {
  const pathname = usePathname();
  const path = href.split(/[?#]/)[0] ?? href;
  const here = pathname === path || (!exact && pathname.startsWith(`${path}/`)) || also.includes(pathname);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? "page" : undefined}
      className="inline-flex min-h-11 items-center gap-2 border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-muted hover:text-ink forced-colors:not-aria-[current=page]:border-[Canvas] aria-[current=page]:border-accent aria-[current=page]:text-ink"
    >
      {children}
    </Link>
  );
}
