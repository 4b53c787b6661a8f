"use client";
/** A sheet above the page. It takes the focus, keeps it until it is closed, and gives it back. Fetch it when it is needed. */
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode, RefObject } from "react";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** the title is for ears only */
  quiet?: boolean;
  /** what has the focus first; else the first thing that can */
  first?: RefObject<HTMLElement | null>;
  className?: string;
  children: ReactNode;
};

export function Dialog({ open, onOpenChange, title, quiet, first, className = "", children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-paper/80 transition-opacity duration-150 ease-calm data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          initialFocus={first}
          className={`fixed inset-x-2 top-2 z-40 mx-auto flex max-h-[calc(100dvh-1rem)] flex-col rounded-lg border border-rule bg-panel text-ink shadow-float transition duration-150 ease-calm focus:outline-none data-ending-style:opacity-0 data-starting-style:-translate-y-1 data-starting-style:opacity-0 sm:top-[12vh] sm:max-h-[76vh] ${className}`}
        >
          <Base.Title className={quiet ? "sr-only" : "ledger-rule mx-5 pt-5 pb-3 text-xl sm:mx-6"}>{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
