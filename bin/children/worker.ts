import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./child";
import { environment, type Running, type Undo } from "./environment";

/** So many falls are forgiven, and all of them after so many milliseconds without one. */
const FALLS = 3;
const CALM = 600_000;

/** Starts the worker when it is called. One that falls too often in a short time stays down; then this resolves. */
export function prepareWorker(running: Running, undo: Undo): () => Promise<string> {
  let stopping = false;
  let stop = async () => {};
  undo("worker", () => {
    stopping = true;
    return stop();
  });
  const attempt = async (left: number): Promise<string> => {
    const worker = startChild({
      name: "worker",
      args: ["--import", "tsx", "bin/worker.ts"],
      env: environment(running),
    });
    stop = () => worker.stop(2_000);
    const begun = performance.now();
    const how = await worker.exited;
    if (stopping || left === 0) return `the worker ended (${how})`;
    console.error(`The worker ended (${how}) and is started again.`);
    await sleep(1_000);
    return stopping ? "the worker was stopped" : attempt(performance.now() - begun > CALM ? FALLS : left - 1);
  };
  return () => attempt(FALLS);
}
