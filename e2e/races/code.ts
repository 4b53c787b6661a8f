/** Instances of the code with something taken out, and with a place where one side can be kept waiting. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer, createServerModuleRunner } from "vite";
import type { VERBS, Verbs } from "./verbs";

export interface Edit {
  readonly file: string;
  /** stands in the file exactly once */
  readonly cut: string;
  readonly instead?: string;
}

/** Called before each write with the command's verb; whoever awaits it keeps that side between its facts and its write. */
export type Pause = (verb: string) => Promise<void> | undefined;
declare global {
  var guildhallPause: Pause | undefined;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const GATE = "lib/gate.ts";
const HERE = "  await globalThis.guildhallPause?.(what.verb);\n";

const insert = (before: string): Edit => ({ file: GATE, cut: before, instead: HERE + before });
const PAUSES: readonly Edit[] = [
  insert("  const [row] = await viewer.portal.store.writer.rows<"),
  insert("  const plan = { ...planned, cause:"),
];

export interface Code {
  readonly verbs: Verbs;
  end(): Promise<void>;
}

/** A fresh instance of the commands with these edits. Throws where an edit does not fit the code any more. */
export async function openCode(edits: readonly Edit[]): Promise<Code> {
  const all = [...PAUSES, ...edits];
  for (const { file, cut } of all) {
    if (readFileSync(`${ROOT}/${file}`, "utf8").split(cut).length !== 2)
      throw new Error(`${file} has not once: ${cut}`);
  }
  const server = await createServer({
    ...{ root: ROOT, configFile: false, appType: "custom", logLevel: "error" },
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    resolve: { alias: { "@": ROOT } },
    plugins: [
      {
        name: "edit",
        enforce: "pre",
        transform: (code, id) =>
          all
            .filter(({ file }) => id === `${ROOT}/${file}`)
            .reduce((text, { cut, instead = "" }) => text.replace(cut, () => instead), code),
      },
    ],
  });
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
  const loaded: { VERBS: typeof VERBS } = await runner.import("/e2e/races/verbs.ts");
  const end = async () => {
    await runner.close();
    await server.close();
  };
  return { verbs: loaded.VERBS, end };
}
