// The second stage of demo, start and dev: stands a portal up, says where it is, and takes it down in order.
import { EnvError, operatorEnv } from "@/lib/env";
import { Halt } from "./halt";
import { dataFolder } from "./place";
import { type Mode, type Standing, standUp } from "./stand-up";
import { Stopped, stepper } from "./step";

const write = (text: string) => process.stdout.write(text);

/** Ends the process: 0 after a stop that was asked for, 1 with one sentence otherwise. */
export async function runPortal(mode: Mode): Promise<void> {
  const asked = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => asked.abort());
  const undone: { name: string; stop: () => Promise<void> | void }[] = [];
  let code = 0;
  try {
    const env = operatorEnv();
    const folder = dataFolder(mode === "demo" ? "demo" : "portal", env.GUILDHALL_DATA);
    const step = stepper(write, asked.signal);
    const standing = await standUp({ mode, env, folder, step, undo: (name, stop) => undone.push({ name, stop }) });
    greet(standing);
    const stopped = new Promise<void>((done) => {
      if (asked.signal.aborted) done();
      else asked.signal.addEventListener("abort", () => done());
    });
    const failed = await Promise.race([standing.failed, stopped]);
    if (failed) throw new Halt(`${failed}: everything else is stopped.`);
  } catch (error) {
    code = explain(error);
  }
  for (const { name, stop } of undone.reverse()) {
    await Promise.resolve(stop()).catch((error: unknown) => console.error(`${name} did not stop well:`, error));
  }
  process.exit(code);
}

function greet({ address, appUrl, ownerUrl, greeting }: Standing): void {
  write(`\nGuildhall is at ${address}\n${greeting.map((line) => `${line}\n`).join("")}`);
  write("Ctrl-C stops it.\n");
  process.send?.({ address, appUrl, ownerUrl });
}

function explain(error: unknown): number {
  if (error instanceof Stopped) return 0;
  const sentence = foreseen(error);
  if (sentence) console.error(`\n${sentence}`);
  else console.error("\nThis should not have happened:", error);
  return 1;
}

/** One sentence for what can go wrong without anybody's fault in here. */
function foreseen(error: unknown): string | undefined {
  if (error instanceof Halt || error instanceof EnvError) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (!path) return;
  if (code === "ENOSPC") return `There is no room left for ${path}: make some, then start again.`;
  if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") return;
  return `${path} is not ours to use (${code}): start as the user it belongs to, or set GUILDHALL_DATA to another folder.`;
}
