/** What a `Menu` holds to go to; what it holds to do is a `MenuButton`. */
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

export const menuItemClass =
  "flex min-h-10 w-full items-center gap-3 rounded-md px-3 py-1.5 text-left text-sm text-ink no-underline hover:bg-well";

export function MenuLink<T extends string>({ href, children }: { href: Route<T> | URL; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={menuItemClass}>
      {children}
    </Link>
  );
}

export function MenuRule() {
  return <hr className="my-1 border-line" />;
}
