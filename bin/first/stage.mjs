import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { install } from "./install.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const USAGE = "Use: npm run demo | npm start | npm run dev | npm test [-- part] – see the README.";

/** Installs what is missing, then goes on in TypeScript, in this very process. */
export async function launch([command, ...rest]) {
  if (!["demo", "start", "dev", "test", "run"].includes(command)) return end(USAGE);
  if (command === "run" && !rest[0]) return end("Use: node bin/launch.mjs run <file> [arguments]");
  if (process.env.npm_lifecycle_event) endWithParent();
  const called = process.cwd();
  process.chdir(root);
  const trouble = await install(root);
  if (trouble) return end(trouble);
  const { register } = await import("tsx/esm/api");
  register();
  if (command === "run") {
    const file = resolve(called, rest[0]);
    process.argv = [process.argv[0], file, ...rest.slice(1)];
    return import(pathToFileURL(file).href);
  }
  if (command === "test") {
    const { runTests } = await import("../test.ts");
    return runTests(rest);
  }
  const { runPortal } = await import("../portal.ts");
  return runPortal(command);
}

/** npm puts a shell between itself and us, and a SIGTERM to npm ends that shell alone: then it is meant for us. */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}

function end(sentence) {
  console.error(sentence);
  process.exit(1);
}
