/** The code in fresh instances, with something taken out of it: for seeing that a test notices. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer, createServerModuleRunner } from "vite";

export interface Edit {
  /** from the root of the project */
  readonly file: string;
  /** stands in the file exactly once */
  readonly cut: string;
  readonly instead?: string;
}

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** How often the text stands in the file. */
export const timesIn = ({ file, cut }: Edit): number => readFileSync(`${ROOT}/${file}`, "utf8").split(cut).length - 1;

export interface Workshop {
  /**
   * Imports a module, and everything that it imports of the project, in an instance of its own with these edits, and
   * hands it to the work; throws where an edit does not fit the code any more.
   */
  withEdits<M, T>(edits: readonly Edit[], path: string, work: (module: M) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  let edits: readonly Edit[] = [];
  const server = await createServer({
    ...{ root: ROOT, configFile: false, appType: "custom", logLevel: "error" },
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    resolve: { alias: { "@": ROOT } },
    plugins: [{ name: "edit", enforce: "pre", transform: (code, id) => edited(code, id, edits) }],
  });
  const { ssr } = server.environments;
  const forget = () => {
    for (const { file } of edits) ssr.moduleGraph.onFileChange(`${ROOT}/${file}`);
  };
  return {
    async withEdits(wanted, path, work) {
      const odd = wanted.find((edit) => timesIn(edit) !== 1);
      if (odd) throw new Error(`${odd.file} has not once: ${odd.cut}`);
      edits = wanted;
      forget();
      const runner = createServerModuleRunner(ssr, { hmr: false });
      try {
        return await work(await runner.import(path));
      } finally {
        forget();
        edits = [];
        await runner.close();
      }
    },
    close: () => server.close(),
  };
}

function edited(code: string, id: string, edits: readonly Edit[]): string {
  return edits
    .filter(({ file }) => id === `${ROOT}/${file}`)
    .reduce((text, { cut, instead = "" }) => text.replace(cut, () => instead), code);
}
