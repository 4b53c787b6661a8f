/** What is wrong with a file, where in it, and what was probably meant. */
import { closestMatch } from "leven";

export interface Problem {
  readonly file: string;
  /** such as `[2].steps[4].group`; empty for the file as a whole */
  readonly path: string;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

/** The same within one scenario, before it is known where that stands. */
export interface Found {
  readonly path: Path;
  readonly message: string;
}

export const at = (path: Path, message: string | null): Found[] => (message === null ? [] : [{ path, message }]);

export function pathOf(path: Path): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

/** `there is no account “alcie” – “alice”?` */
export function unknown(what: string, said: string, known: Iterable<string>): string {
  const nearest = closestMatch(said, [...known]);
  return `there is no ${what} “${said}”${nearest === undefined ? "" : ` – “${nearest}”?`}`;
}

export const problemLine = ({ file, path, message }: Problem): string =>
  [file, path, message].filter(Boolean).join(": ");
