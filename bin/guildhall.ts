// Promise: `npm run -s guildhall -- COMMAND …` asks or changes the portal of a data folder through the portal's own
// queries and commands, prints plain text, and leaves nothing running.
import { EnvError, operatorEnv } from "@/lib/env";
import { COMMANDS } from "./guildhall/commands";
import { openPortalOf } from "./guildhall/open";
import { Halt } from "./halt";

const FAILED = 1;
const WRONG = 2;

// Whoever reads along may have read enough, as `head` does: what was begun is still ended properly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exit(await guildhall(process.argv.slice(2)));

async function guildhall([name, ...args]: string[]): Promise<number> {
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) return complain(["Use: npm run -s guildhall --", ...COMMANDS.map(({ usage }) => `  ${usage}`)]);
  let close = async () => {};
  try {
    const opened = await openPortalOf(operatorEnv());
    close = opened.close;
    return await command.run({ portal: opened.portal, args, say: (line) => console.log(line) });
  } catch (error) {
    if (!(error instanceof Halt || error instanceof EnvError)) throw error;
    return complain([error.message], error instanceof Halt ? FAILED : WRONG);
  } finally {
    await close();
  }
}

function complain(lines: readonly string[], code = WRONG): number {
  console.error(lines.join("\n"));
  return code;
}
