import { type StdioOptions, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { ownSession } from "../first/platform.mjs";
import { root } from "../place";

export type Child = {
  name: string;
  pid: number | undefined;
  /** `code 0`, `signal SIGKILL`, or why it never ran */
  exited: Promise<string>;
  /** what it sends over the channel first */
  firstMessage<T>(): Promise<T>;
  /** Asks it to end, and ends it when it has not after so many milliseconds. */
  stop(patience: number): Promise<void>;
  /** its words, when `stdio` asks for a pipe */
  stdout: Readable | null;
  stderr: Readable | null;
};

/** `leash`: how many milliseconds it may take to end by itself once we are gone. */
type ChildOptions = { name: string; args: string[]; env: NodeJS.ProcessEnv; stdio?: StdioOptions; leash?: number };

const LEASH = new URL("leash.mjs", import.meta.url).href;

/** A Node process of ours: in its own session, so that it is stopped in order, and on a leash, so that it never outlives us. */
export function startChild({
  name,
  args,
  env,
  stdio = ["ignore", "inherit", "inherit"],
  leash = 3_000,
}: ChildOptions): Child {
  const child = spawn(process.execPath, ["--import", LEASH, ...args], {
    cwd: root,
    env: { ...env, GUILDHALL_LEASH: String(leash) },
    stdio: [...(Array.isArray(stdio) ? stdio : [stdio, stdio, stdio]), "ipc"],
    detached: ownSession(process.platform),
  });
  const exited = new Promise<string>((tell) => {
    child.once("error", (error) => tell(error.message));
    child.once("exit", (code, signal) => tell(signal ? `signal ${signal}` : `code ${code}`));
  });
  const message = new Promise<unknown>((tell) => child.once("message", tell));
  // Both ends of the channel are this project's: the child sends what its caller expects.
  const firstMessage = <T>() => message as Promise<T>;
  const stop = async (patience: number) => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), patience);
    await exited;
    clearTimeout(late);
  };
  return { name, pid: child.pid, exited, firstMessage, stop, stdout: child.stdout, stderr: child.stderr };
}
