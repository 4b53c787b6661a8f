/** Finds the token in what somebody pasted: a whole address, its path, or the token alone. Null if there is none. */
export function tokenIn(pasted: string): string | null {
  const text = pasted.trim().slice(0, 500);
  const inAddress = /\/join\/([A-Za-z0-9_-]{16,200})(?:[/?#]|$)/.exec(text)?.[1];
  return inAddress ?? /^[A-Za-z0-9_-]{16,200}$/.exec(text)?.[0] ?? null;
}
