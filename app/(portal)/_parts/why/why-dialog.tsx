"use client";
/** The reason for one answer, above the page that it is about: the same words as on the page of reasons. */
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextLink } from "@/app/_ui/text-link";
import type { Explanation } from "@/lib/explain/shape";
import { withQuery } from "../paths";
import { InPart } from "./in-part";
import { Verdict } from "./verdict";
import type { WhyDialogProps } from "./why-door";

export function WhyDialog({ href, onClose }: WhyDialogProps) {
  const close = useRef<HTMLButtonElement>(null);
  const explanation = useExplanation(href);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Why" first={close} className="max-w-2xl">
      <div className="grid gap-6 overflow-y-auto px-5 py-5 sm:px-6" aria-busy={explanation === null}>
        {explanation ? (
          <>
            <Verdict explanation={explanation} />
            {explanation.parts
              .filter(({ id }) => id !== "steps")
              .map((part) => (
                <InPart key={part.id} part={part} beside />
              ))}
          </>
        ) : (
          <p className="text-muted">Looking it up…</p>
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button ref={close} onClick={onClose}>
            Close
          </Button>
          <TextLink href={withQuery(href, {})}>How it was decided, as a picture</TextLink>
        </div>
      </div>
    </Dialog>
  );
}

/** Null while it is looked up; where it cannot be had the page itself is opened. */
function useExplanation(href: string): Explanation | null {
  const [told, setTold] = useState<{ href: string; explanation: Explanation } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    ask(href, stop.signal).then(
      (explanation) => setTold({ href, explanation }),
      () => stop.signal.aborted || location.assign(href),
    );
    return () => stop.abort();
  }, [href]);
  return told?.href === href ? told.explanation : null;
}

async function ask(href: string, signal: AbortSignal): Promise<Explanation> {
  const { pathname, searchParams } = new URL(href, location.origin);
  searchParams.set("group", pathname.split("/")[2] ?? "");
  const response = await fetch(`/api/explain?${searchParams}`, { signal });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return (await response.json()) as Explanation;
}
