/** What a job can be: many commands, a line each, or one command that takes long. Both are carried out as whoever asked. */
import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";

/** What became of a line or of a whole: the command's word, and whether it was carried out. */
export interface JobOutcome {
  readonly answer: string;
  readonly done: boolean;
  /** plain values for the report, besides the word */
  readonly detail?: unknown;
}

export interface LinesKind<I> {
  /** such as `member.add` */
  readonly kind: string;
  /** one line's input, strict */
  readonly line: z.ZodType<I>;
  /**
   * At most one command that writes, through the gate, by which the asker's rights are asked anew for each line. Its word
   * is the line's as soon as it has written; whatever writes nothing may be answered in other words.
   */
  carryOut(viewer: Viewer, input: I): Promise<JobOutcome>;
}

export interface WholeKind<I> {
  readonly kind: string;
  readonly input: z.ZodType<I>;
  /** the command's word of success */
  readonly committed: string;
  carryOut(viewer: Viewer, input: I): Promise<JobOutcome>;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry of kinds knows none of their inputs; each reads its own by its shape.
export type Kind = LinesKind<any> | WholeKind<any>;

export const hasLines = (kind: Kind): kind is Extract<Kind, { line: unknown }> => "line" in kind;

/** What was foreseen becomes a word of the report; anything else is a fault, and goes on. */
export async function refusalAsOutcome(work: () => Promise<JobOutcome>): Promise<JobOutcome> {
  try {
    const { answer, done, detail } = await work();
    return { answer, done, detail };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answer: error.code, done: false, detail: { message: error.message } };
  }
}
