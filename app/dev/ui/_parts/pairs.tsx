"use client";
/** Pairs of colours with their contrast, measured where they are shown and in the theme that is on. */
import { useEffect, useRef, useState } from "react";
import { contrast, type Ground } from "@/app/_ui/contrast";

const grounds: Record<Ground, string> = {
  paper: "bg-paper",
  panel: "bg-panel",
  well: "bg-well",
  accent: "bg-accent",
  "accent-strong": "bg-accent-strong",
  "accent-wash": "bg-accent-wash",
  "info-wash": "bg-info-wash",
  "warning-wash": "bg-warning-wash",
  danger: "bg-danger",
  "danger-wash": "bg-danger-wash",
};

const colours: Readonly<Record<string, string>> = {
  ink: "text-ink",
  muted: "text-muted",
  edge: "text-edge",
  accent: "text-accent",
  "accent-strong": "text-accent-strong",
  "on-accent": "text-on-accent",
  info: "text-info",
  warning: "text-warning",
  danger: "text-danger",
  "on-danger": "text-on-danger",
};

type Props = {
  pairs: readonly { colour: string; ground: Ground }[];
  /** what is written; without words a ring is drawn */
  sample: string;
};

export function Pairs({ pairs, sample }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [measured, setMeasured] = useState<readonly number[]>([]);
  useEffect(() => {
    const measure = () => setMeasured([...(list.current?.querySelectorAll("[data-pair]") ?? [])].map(contrastOf));
    measure();
    const theme = new MutationObserver(measure);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => theme.disconnect();
  }, []);
  return (
    <ul ref={list} className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3 text-xs">
      {pairs.map(({ colour, ground }, at) => (
        <li key={`${colour} ${ground}`} className="grid content-start gap-1">
          <span
            data-pair
            className={`grid h-14 place-items-center rounded-md border border-line text-base font-medium ${grounds[ground]} ${colours[colour]}`}
          >
            {sample || <span className="h-6 w-16 rounded-md border-2 border-current" />}
          </span>
          <span>
            {colour} on {ground}
          </span>
          <span className="text-muted tabular-nums">{measured[at] ? `${measured[at].toFixed(1)} to 1` : "…"}</span>
        </li>
      ))}
    </ul>
  );
}

function contrastOf(shown: Element): number {
  const { color, backgroundColor } = getComputedStyle(shown);
  return contrast(color, backgroundColor);
}
