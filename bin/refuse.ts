import { isLoopback, type OperatorEnv } from "@/lib/env";
import { isFree } from "./embedded/free-port";
import { Halt } from "./halt";

/** The demo lets anybody step into anybody: it is for this machine alone and reaches nothing outside. */
export function refuseForDemo(env: OperatorEnv, providers: string[]): void {
  if (!isLoopback(env.HOST)) throw new Halt(`The demo listens on this machine alone: unset HOST (it is ${env.HOST}).`);
  if (!isLoopback(new URL(env.PORTAL_URL).hostname)) {
    throw new Halt(`The demo has an address on this machine alone: unset PORTAL_URL (it is ${env.PORTAL_URL}).`);
  }
  if (env.SMTP_URL) throw new Halt("The demo sends no mail: unset SMTP_URL.");
  if (providers.length > 0) throw new Halt(`The demo has no sign-in providers: unset ${providers.join(", ")}.`);
}

/** The port of the portal; after a kill the old one may need a moment to leave. */
export async function refuseTakenPort({ PORT, HOST }: OperatorEnv, patience: number): Promise<void> {
  const hosts = isLoopback(HOST) ? ["127.0.0.1", "::1"] : [HOST];
  for (const deadline = performance.now() + patience; ; await new Promise((later) => setTimeout(later, 100))) {
    const free = await Promise.all(hosts.map((host) => isFree(PORT, host)));
    if (!free.includes(false)) return;
    if (performance.now() < deadline) continue;
    if (PORT < 1024 && process.getuid?.() !== 0)
      throw new Halt(`Port ${PORT} is not ours to open: set PORT to one from 1024 on.`);
    throw new Halt(`Port ${PORT} is taken: end what uses it, or set PORT to another, as in “PORT=3001 npm start”.`);
  }
}

/** A demo's database, wherever it runs, makes no portal. */
export function refuseDemoDatabase(isDemo: boolean): void {
  if (!isDemo) return;
  throw new Halt("This database holds the demo, where anybody may step into anybody: set DATABASE_URL to another.");
}
