"use client";
/** What the palette says of itself: that nothing is there, that it went wrong, and its keys. */
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";
import type { Asking } from "./asking";

type Props = { asking: Asking; q: string; nothing: boolean };

export function Trouble({ asking: { state, again }, q, nothing }: Props) {
  if (state === "failed") {
    return (
      <div role="alert" className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 text-sm sm:px-6">
        <span>The portal did not answer. What is missing may still be there.</span>
        <Button size="sm" onClick={again}>
          Try again
        </Button>
      </div>
    );
  }
  if (!nothing || state === "asking") return null;
  return (
    <div className="px-5 pt-3 pb-6 sm:px-6">
      <p className="font-serif text-lg">Nothing here is called “{q}”</p>
      <p className="text-sm text-muted">Try fewer letters. Names of people are found by how they begin.</p>
    </div>
  );
}

/** `count` of what is there, once it is known; for ears. */
export function Foot({ count }: { count: number | null }) {
  return (
    <div className="border-t border-line px-5 py-2 text-xs text-muted sm:px-6">
      <p role="status" className="sr-only">
        {count === null ? "" : count === 1 ? "1 found" : `${count} found`}
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-1 pointer-coarse:hidden">
        <Hint keys={["↑", "↓"]}>move</Hint>
        <Hint keys={["Enter"]}>choose</Hint>
        <Hint keys={["Esc"]}>close</Hint>
      </p>
    </div>
  );
}

function Hint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      <span className="ml-0.5">{children}</span>
    </span>
  );
}
