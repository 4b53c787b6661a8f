"use client";
/** What a `Menu` holds to be done: it sends the form that it stands in, and says so. */
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { menuItemClass } from "./menu-item";

export function MenuButton({ children }: { children: ReactNode }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={`${menuItemClass} aria-disabled:cursor-progress`}
      aria-disabled={pending || undefined}
      data-busy={pending ? "" : undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending ? "One moment…" : children}
    </button>
  );
}
