// What a page makes a browser load besides the framework, as gzip would send it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../place";

/** The directory is the page that is opened most. */
const PAGE = "(portal)/groups/page";
const LIMIT = 120_000;

export type Weight = {
  /** bytes of compressed script beyond the framework's own */
  own: number;
  /** bytes of the framework's own: React, the router and the loader of chunks */
  framework: number;
};

/**
 * Weighs a page of the build in `folder`. The framework's own is what the build itself names as the main files of every
 * page, one without any client component of ours included. Everything else that the page's manifest names is ours, also
 * where the framework's smaller parts were packed into the same chunk, and also parts that only a failure would show.
 */
export function weighPage(folder: string, page: string): Weight {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const main: string[] = JSON.parse(read("build-manifest.json")).rootMainFiles;
  const named = chunksIn(read(join("server", "app", `${page}_client-reference-manifest.js`)));
  const sum = (files: readonly string[]) =>
    files.reduce((bytes, file) => bytes + gzipSync(readFileSync(join(folder, file))).byteLength, 0);
  return { own: sum(named.filter((file) => !main.includes(file))), framework: sum(main) };
}

type Manifest = {
  clientModules: Record<string, { chunks: string[] }>;
  entryJSFiles?: Record<string, string[]>;
};

/** Each script once, as its path in the build's folder. The manifest is a script that assigns JSON. */
function chunksIn(script: string): string[] {
  const json = script.slice(script.indexOf("] = ") + "] = ".length).replace(/;\s*$/, "");
  const { clientModules, entryJSFiles = {} }: Manifest = JSON.parse(json);
  const all = [...Object.values(clientModules).map(({ chunks }) => chunks), ...Object.values(entryJSFiles)].flat();
  return [...new Set(all.map((path) => path.replace(/^\/_next\//, "")))].filter((path) => path.endsWith(".js"));
}

/** One sentence on the page that is opened most, and whether it is light enough. */
export function weighBuild(folder = join(root, ".next")): { light: boolean; sentence: string } {
  const { own, framework } = weighPage(folder, PAGE);
  const kilo = (bytes: number) => Math.round(bytes / 1000);
  const sentence = `/groups loads ${kilo(own)} kB of script of ${kilo(LIMIT)} allowed, and ${kilo(framework)} of the framework`;
  return { light: own <= LIMIT, sentence };
}
