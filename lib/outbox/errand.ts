/** What a template is given to write a letter with. */
import type { Writer } from "@/db/client";
import type { Portal } from "@/lib/portal";
import type { Letter } from "./letter";

export interface Asked {
  /** holds the errand's row as long as the letter is written */
  readonly tx: Writer;
  readonly portal: Portal;
  /** the errand's */
  readonly id: string;
  readonly payload: unknown;
  /** the portal's, such as https://guild.example.org */
  readonly address: string;
}

/** Null where nobody waits for the letter any more. */
export type Template = (asked: Asked) => Promise<Letter | null>;
