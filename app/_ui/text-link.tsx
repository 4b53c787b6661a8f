/** A link in running text or a list. Fetched when it is followed, not when it is seen. */
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

type Props<T extends string> = {
  href: Route<T> | URL;
  children: ReactNode;
  /** without underline until pointed at: for names in lists, whose place says that they are links */
  bare?: boolean;
  className?: string;
};

export function TextLink<T extends string>({ href, children, bare, className = "" }: Props<T>) {
  const look = bare ? "text-ink decoration-1 underline-offset-4 hover:text-accent hover:underline" : "link";
  return (
    <Link href={href} prefetch={false} className={`${look} ${className}`}>
      {children}
    </Link>
  );
}
