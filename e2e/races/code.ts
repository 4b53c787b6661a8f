/** The commands with something taken out, and with a place where one side can be kept waiting. */
import { type Edit, openWorkshop } from "@/e2e/support/edited-code";
import type { VERBS, Verbs } from "./verbs";

/** Called before each write with the command's verb; whoever awaits it keeps that side between its facts and its write. */
export type Pause = (verb: string) => Promise<void> | undefined;
declare global {
  var guildhallPause: Pause | undefined;
}

const GATE = "lib/gate.ts";
const HERE = "  await globalThis.guildhallPause?.(what.verb);\n";

const insert = (before: string): Edit => ({ file: GATE, cut: before, instead: HERE + before });
const PAUSES: readonly Edit[] = [
  insert("  const [row] = await viewer.portal.store.writer.rows<"),
  insert("  const plan = { ...planned, cause:"),
];

/** Works with a fresh instance of the commands with these edits. */
export async function withCode<T>(edits: readonly Edit[], work: (verbs: Verbs) => Promise<T>): Promise<T> {
  const workshop = await openWorkshop();
  try {
    const path = "/e2e/races/verbs.ts";
    return await workshop.withEdits([...PAUSES, ...edits], path, (loaded: { VERBS: typeof VERBS }) =>
      work(loaded.VERBS),
    );
  } finally {
    await workshop.close();
  }
}
