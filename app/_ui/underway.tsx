"use client";
/** A line at the very top while a page that was asked for is on its way, so that a press is answered at once. */
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** A page that never comes must not seem to come for ever. */
const GIVE_UP = 20_000;

export function Underway() {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [asked, ask] = useState<string | null>(null);
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const to = leadsTo(event);
      if (to) ask(to);
    };
    document.addEventListener("click", press, { capture: true });
    return () => document.removeEventListener("click", press, { capture: true });
  }, []);
  useEffect(() => {
    if (!asked) return;
    const late = setTimeout(() => ask(null), GIVE_UP);
    return () => clearTimeout(late);
  }, [asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever page has come, one is no longer on its way.
  useEffect(() => ask(null), [here]);
  return asked ? <div aria-hidden="true" data-underway className="underway" /> : null;
}

/** The page of this portal that a plain press on a link leads to; null for this very page, for others and for new windows. */
function leadsTo(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return null;
  const to = new URL(link.href);
  const same = to.pathname === location.pathname && to.search === location.search;
  return to.origin === location.origin && !same ? to.href : null;
}
