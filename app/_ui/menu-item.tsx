/** What a `Menu` holds. */
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

const look =
  "flex min-h-10 w-full items-center gap-3 rounded-md px-3 py-1.5 text-left text-sm text-ink no-underline hover:bg-well";

export function MenuLink<T extends string>({ href, children }: { href: Route<T> | URL; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={look}>
      {children}
    </Link>
  );
}

/** Sends the form that it stands in. */
export function MenuButton({ children }: { children: ReactNode }) {
  return (
    <button type="submit" className={look}>
      {children}
    </button>
  );
}

export function MenuRule() {
  return <hr className="my-1 border-line" />;
}
