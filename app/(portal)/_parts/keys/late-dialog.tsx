"use client";
/** A dialog whose script is fetched when it is first wanted: a page does not carry what few of its readers open. */
import { type ComponentType, type ReactNode, useState } from "react";

export type LateProps = { open: boolean; onOpenChange: (open: boolean) => void };

type Late = {
  readonly open: boolean;
  show(): void;
  close(): void;
  /** fetches it ahead, as when somebody points at its button */
  warm(): void;
  readonly dialog: ReactNode;
};

/** `otherwise` happens where the script cannot be had. */
export function useLateDialog(load: () => Promise<ComponentType<LateProps>>, otherwise: () => void): Late {
  const [Found, setFound] = useState<ComponentType<LateProps> | null>(null);
  const [open, setOpen] = useState(false);
  return {
    open,
    show() {
      setOpen(true);
      if (Found) return;
      load().then(
        (found) => setFound(() => found),
        () => {
          setOpen(false);
          otherwise();
        },
      );
    },
    close: () => setOpen(false),
    warm: () => void load().catch(() => {}),
    dialog: Found ? <Found open={open} onOpenChange={setOpen} /> : null,
  };
}
