"use client";
/** One ear for every link to a reason on the page: a plain click opens it in a dialog, anything else goes to the page. */
import { type ComponentType, useEffect, useState } from "react";

export type WhyDialogProps = { href: string; onClose: () => void };

const REASON = /^\/groups\/[^/]+\/why(\?|$)/;

const load = () => import("./why-dialog").then(({ WhyDialog }) => WhyDialog);

export function WhyDoor() {
  const [Found, setFound] = useState<ComponentType<WhyDialogProps> | null>(null);
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const asked = reasonOf(event);
      if (asked === null) return;
      // Before anybody else hears of it: the router leaves alone what is taken, and nothing counts it as underway.
      event.preventDefault();
      setHref(asked);
      load().then(
        (found) => setFound(() => found),
        () => location.assign(asked),
      );
    };
    window.addEventListener("click", onClick, { capture: true });
    return () => window.removeEventListener("click", onClick, { capture: true });
  }, []);
  return Found && href !== null ? <Found href={href} onClose={() => setHref(null)} /> : null;
}

/** The address of the reason that a plain click on a link asks for; null for every other click. */
function reasonOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href") ?? "";
  return REASON.test(href) && !link?.closest("[role=dialog]") ? href : null;
}
