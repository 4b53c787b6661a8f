import { randomInt } from "node:crypto";
import { createServer } from "node:net";

// Below 32768 begins nobody's range of outgoing connections, so that a kept port is still free tomorrow.
const LOWEST = 20_000;
const HIGHEST = 32_767;

/** Whether a server could listen there now. */
export function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    // An address that this machine does not have (::1 without IPv6) is nobody's: only a taken or forbidden port is not free.
    probe.once("error", ({ code }: NodeJS.ErrnoException) => answer(code !== "EADDRINUSE" && code !== "EACCES"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(true)));
  });
}

/** The kept port when it is still free, else a free one from 20000 to 32767; never one of those that are spoken for. */
export async function freePort(kept?: number, spoken: readonly number[] = []): Promise<number> {
  const fits = async (port: number) => !spoken.includes(port) && (await isFree(port));
  if (kept && (await fits(kept))) return kept;
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if (await fits(port)) return port;
  }
}
