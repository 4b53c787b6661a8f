/** Someone asked us to stop while a step was under way. */
export class Stopped extends Error {}

/**
 * Tells what is being done and how long it took; gives up waiting, not the work, when the signal comes.
 * A step that ends in words shows them.
 */
export function stepper(say: (text: string) => void, signal: AbortSignal) {
  return async function step<T>(name: string, work: () => Promise<T> | T, note?: (result: T) => string): Promise<T> {
    if (signal.aborted) throw new Stopped();
    say(`  ${name.padEnd(34)}`);
    const begun = performance.now();
    let leave = () => {};
    const stopped = new Promise<never>((_, reject) => {
      leave = () => reject(new Stopped());
      signal.addEventListener("abort", leave, { once: true });
    });
    try {
      const result = await Promise.race([Promise.resolve(work()), stopped]);
      const said = note?.(result);
      say(`${seconds(performance.now() - begun)}${said ? `  ${said}` : ""}\n`);
      return result;
    } catch (error) {
      say(`${seconds(performance.now() - begun)}  ✗\n`);
      throw error;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  };
}

export type Step = ReturnType<typeof stepper>;

/** `1234` → ` 1.2 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(5)} s`;
}
