/** What the portal answers while somebody types: asked once they pause, and never an old answer to a new question. */
import { useEffect, useState } from "react";
import type { Answer } from "@/app/api/palette/_parts/answer";

const PAUSE = 120;

interface Told {
  readonly q: string;
  /** null where it could not be had */
  readonly answer: Answer | null;
}

export interface Asking {
  /** to a text that asks for nothing: one's own groups, pages and actions */
  readonly start: Answer | null;
  /** the newest answer to a text, perhaps to an earlier one */
  readonly latest: Answer | null;
  readonly state: "asking" | "told" | "failed";
  again(): void;
}

export function useAsking(q: string): Asking {
  const [start, setStart] = useState<Told | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [tries, setTries] = useState(0);
  const asks = q.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when somebody tries again.
  useEffect(() => (start?.answer ? undefined : askSoon("", 0, setStart)), [tries]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when somebody tries again.
  useEffect(() => (asks === "" ? undefined : askSoon(asks, PAUSE, setTold)), [asks, tries]);
  const last = asks === "" ? start : told;
  return {
    start: start?.answer ?? null,
    latest: told?.answer ?? null,
    state: last?.q !== asks ? "asking" : last.answer ? "told" : "failed",
    again() {
      if (!start?.answer) setStart(null);
      setTold(null);
      setTries(tries + 1);
    },
  };
}

/** Calls back after a while, unless it was told to stop. */
function askSoon(q: string, pause: number, tell: (told: Told) => void): () => void {
  const stop = new AbortController();
  const wait = setTimeout(async () => {
    const answer = await ask(q, stop.signal);
    if (!stop.signal.aborted) tell({ q, answer });
  }, pause);
  return () => {
    clearTimeout(wait);
    stop.abort();
  };
}

async function ask(q: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(`/api/palette?${new URLSearchParams({ q })}`, { signal });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}
