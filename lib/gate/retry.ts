/** Which failures mean that somebody else was faster, and how long to wait before trying again. */

// deadlock, serialization, "facts moved while writing", a unique row that somebody else wrote first, and a row not let go of
const LOST_RACE = new Set(["40P01", "40001", "GH003", "23505", "55P03"]);

export function isLostRace(error: unknown): boolean {
  const code = innerCode(error);
  return code !== null && LOST_RACE.has(code);
}

/** A row was held longer than is waited for: by a change that reaches many. */
export function isLockTimeout(error: unknown): boolean {
  return innerCode(error) === "55P03";
}

/** A statement was cancelled because it, or what it waited for, took longer than statements may. */
export function isTimeout(error: unknown): boolean {
  return innerCode(error) === "57014";
}

function innerCode(error: unknown): string | null {
  return codeOf(error) ?? codeOf((error as { cause?: unknown } | null)?.cause);
}

function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** Resolves after a few milliseconds, more with every try, with jitter so that two losers do not meet again. */
export function pauseBefore(tries: number): Promise<void> {
  const milliseconds = Math.random() * 10 * 2 ** tries;
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
