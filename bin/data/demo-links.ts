import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../place";
import { writeKept } from "./kept-file";

type Told = { readonly label: string; readonly path: string };

/**
 * What to say of the demo's join links. The database knows only their digests, so that new ones are told in full and kept
 * beside it; of those of an earlier start it is said where they are. `address` is the portal's, without a slash at its end.
 */
export function tellLinks(folder: string, address: string, fresh: readonly Told[]): string[] {
  const file = join(folder, "links.json");
  const links = fresh.map(({ label, path }) => ({ label, link: `${address}${path}` }));
  if (links.length > 0) writeKept(file, { links });
  else if (!existsSync(file)) return [];
  const kept = relative(root, file);
  if (links.length === 0) return [`Join links that were made with the demo are in ${kept}`];
  return [
    `Join links to begin with (kept in ${kept}):`,
    ...links.flatMap(({ label, link }) => [`  ${label}`, `    ${link}`]),
  ];
}
