/** Lets a few do something at once and the others wait in line; turns away who comes when the line is long. */
import { Refusal } from "@/lib/refusal";

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function takeTurns(atOnce: number, waitingAtMost: number): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost)
        throw new Refusal("busy", "Too many people are signing in. Please try again.");
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      // The turn is handed on, so that nobody who comes just now takes it before those who wait.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
