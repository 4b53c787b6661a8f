"use client";
/** A word in passing, after something was done. What must not be missed is a `Notice` on the page instead. */
import { Toast } from "@base-ui/react/toast";
import { X } from "lucide";
import { Icon } from "./icon";

const manager = Toast.createToastManager();

type Said = {
  title: string;
  description?: string;
  /** as in Undo */
  action?: { label: string; run: () => void };
};

/** Shows a toast, from any client component. */
export function tell({ title, description, action }: Said) {
  manager.add({
    title,
    description,
    timeout: action ? 12_000 : 6_000,
    actionProps: action ? { children: action.label, onClick: action.run } : undefined,
  });
}

/** Where toasts appear; once per page, in the shell. */
export function ToastRegion() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-30 grid w-[min(24rem,calc(100vw-2rem))] gap-2 sm:right-6 sm:bottom-6">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-md border border-edge bg-panel text-ink shadow-float transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-3 pr-2 pl-4 text-sm">
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-sans font-semibold tracking-normal" />
          <Toast.Description className="text-muted" />
        </div>
        <Toast.Action className="min-h-9 rounded-md px-3 font-semibold text-accent hover:bg-accent-wash" />
        <Toast.Close aria-label="Close" className="grid size-9 place-items-center rounded-md hover:bg-well">
          <Icon of={X} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
