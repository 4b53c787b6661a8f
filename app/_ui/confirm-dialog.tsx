"use client";
/** A second thought before something that cannot be taken back. Without script its button leads to a page that asks. */
import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide";
import type { Route } from "next";
import type { ReactNode } from "react";
import { buttonClass, type Size, type Variant } from "./button";
import { Icon } from "./icon";

type Props = {
  /** the page that asks the same, for browsers without script */
  href: Route;
  /** the words on the button that opens */
  label: ReactNode;
  variant?: Variant;
  size?: Size;
  title: ReactNode;
  /** what will happen, in plain words, and the form with its `SubmitButton` and a `DialogCancel` */
  children: ReactNode;
};

export function ConfirmDialog({ href, label, variant, size, title, children }: Props) {
  return (
    <Dialog.Root>
      <Dialog.Trigger
        nativeButton={false}
        className={buttonClass(variant, size)}
        render={<a href={href} onClick={(event) => event.preventDefault()} />}
      >
        {label}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 bg-[rgb(0_0_0/0.45)] transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 grid max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-lg border border-line bg-panel p-6 text-ink shadow-float transition-[opacity,scale] duration-150 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="font-serif text-xl font-medium">{title}</Dialog.Title>
            <Dialog.Close aria-label="Close" className="-mt-1 grid size-9 place-items-center rounded-md hover:bg-well">
              <Icon of={X} />
            </Dialog.Close>
          </div>
          <div className="grid gap-4 text-sm">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Closes the dialog that it stands in; beside the `SubmitButton`. */
export function DialogCancel({ children = "Cancel" }: { children?: ReactNode }) {
  return <Dialog.Close className={buttonClass("plain")}>{children}</Dialog.Close>;
}
