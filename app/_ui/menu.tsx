"use client";
/** A few more things to do, folded away. It opens without script; with it, Escape or a click elsewhere closes it. */
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  /** what is inside the button that opens */
  label: ReactNode;
  /** the button's accessible name, where the label is only a picture */
  name?: string;
  /** the button's look: see `buttonClass` */
  className?: string;
  /** `MenuLink`s, and forms with a `MenuButton` */
  children: ReactNode;
};

export function Menu({ label, name, className, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  const pathname = usePathname();
  const shownOn = useRef(pathname);

  // Closed again by every change of page; not by the script that comes after it was opened.
  useEffect(() => {
    if (shownOn.current !== pathname) box.current?.removeAttribute("open");
    shownOn.current = pathname;
  }, [pathname]);

  useEffect(() => {
    function onElsewhere(event: Event) {
      if (event.target instanceof Node && !box.current?.contains(event.target)) box.current?.removeAttribute("open");
    }
    function onKey(event: KeyboardEvent) {
      if (event.key !== "Escape" || !box.current?.open) return;
      box.current.open = false;
      box.current.querySelector("summary")?.focus();
    }
    document.addEventListener("pointerdown", onElsewhere);
    document.addEventListener("focusin", onElsewhere);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onElsewhere);
      document.removeEventListener("focusin", onElsewhere);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <details ref={box} className="relative">
      <summary aria-label={name} className={`list-none [&::-webkit-details-marker]:hidden ${className ?? ""}`}>
        {label}
      </summary>
      <div className="absolute right-0 z-20 mt-2 grid w-64 max-w-[calc(100vw-2rem)] gap-0.5 rounded-lg border border-line bg-panel p-2 shadow-float">
        {children}
      </div>
    </details>
  );
}
