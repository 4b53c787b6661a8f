// What a page makes a browser load besides the framework, as gzip would send it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../place";

/** The directory is the page that is opened most. */
const PAGE = "(portal)/groups/page";
const LIMIT = 120_000;
const BUILD = join(root, ".next");

type Scripts = { own: string[]; framework: string[] };

/**
 * The scripts of a page of the build in `folder`, as paths in it. The framework's own are what the build itself names as
 * the main files of every page, one without any client component of ours included. Everything else that the page's
 * manifest names is ours, also where the framework's smaller parts were packed into the same chunk, and also parts that
 * only a failure would show.
 */
export function pageScripts(folder = BUILD, page = PAGE): Scripts {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const framework: string[] = JSON.parse(read("build-manifest.json")).rootMainFiles;
  const named = chunksIn(read(join("server", "app", `${page}_client-reference-manifest.js`)));
  return { own: named.filter((file) => !framework.includes(file)), framework };
}

type Manifest = {
  clientModules: Record<string, { chunks: string[] }>;
  entryJSFiles?: Record<string, string[]>;
};

/** Each script once. The manifest is a script that assigns JSON. */
function chunksIn(script: string): string[] {
  const json = script.slice(script.indexOf("] = ") + "] = ".length).replace(/;\s*$/, "");
  const { clientModules, entryJSFiles = {} }: Manifest = JSON.parse(json);
  const all = [...Object.values(clientModules).map(({ chunks }) => chunks), ...Object.values(entryJSFiles)].flat();
  return [...new Set(all.map((path) => path.replace(/^\/_next\//, "")))].filter((path) => path.endsWith(".js"));
}

/** Bytes of a page's scripts, as gzip would send them. */
export function weighPage(folder: string, page: string): { own: number; framework: number } {
  const { own, framework } = pageScripts(folder, page);
  const sum = (files: readonly string[]) =>
    files.reduce((bytes, file) => bytes + gzipSync(readFileSync(join(folder, file))).byteLength, 0);
  return { own: sum(own), framework: sum(framework) };
}

/** One sentence on the page that is opened most, and whether it is light enough. */
export function weighBuild(folder = BUILD): { light: boolean; sentence: string } {
  const { own, framework } = weighPage(folder, PAGE);
  const kilo = (bytes: number) => Math.round(bytes / 1000);
  const sentence = `/groups loads ${kilo(own)} kB of script of ${kilo(LIMIT)} allowed, and ${kilo(framework)} of the framework`;
  return { light: own <= LIMIT, sentence };
}
