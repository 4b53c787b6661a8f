import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { NEXT } from "../build/build";
import { Halt } from "../halt";
import { type Child, startChild } from "./child";
import { environment, type Running, type Undo } from "./environment";

/** Resolves once the portal answers; the promise within resolves when it has ended by itself. */
export async function startWeb(running: Running, undo: Undo): Promise<{ ended: Promise<string> }> {
  const { mode, env } = running;
  const address = ["--hostname", env.HOST, "--port", String(env.PORT)];
  const web = startChild({
    name: "web",
    args: [NEXT, mode === "dev" ? "dev" : "start", ...address],
    env: environment(running),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const speak = holdBack(web, mode === "dev");
  undo("web", () => web.stop(3_000));
  let end: string | undefined;
  const ended = web.exited.then((how) => {
    end = how;
    return `the web server ended (${how})`;
  });
  for (const deadline = performance.now() + 180_000; !(await answers(env.HOST, env.PORT)); await sleep(25)) {
    if (end) throw new Halt(`The web server ended before it answered (${end}).`);
    if (performance.now() > deadline) throw new Halt("The web server did not answer within three minutes.");
  }
  speak();
  return { ended };
}

/** What the web server says before it answers is its banner, and our greeting says that better. */
function holdBack({ stdout }: Child, talkative: boolean): () => void {
  let speaking = talkative;
  if (stdout) createInterface(stdout).on("line", (line) => speaking && console.log(line));
  return () => {
    speaking = true;
  };
}

/** Any answer counts that is not the server's own failure. */
async function answers(host: string, port: number): Promise<boolean> {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const name = reachable.includes(":") ? `[${reachable}]` : reachable;
  try {
    const answer = await fetch(`http://${name}:${port}/api/health`, {
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
    });
    return answer.status < 500;
  } catch {
    return false;
  }
}
