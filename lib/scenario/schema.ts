/** The form that scenarios are tried with. Safe for the browser. */
import { z } from "zod";

/** Characters of a file. */
const LONGEST = 100_000;

export const trialForm = z.strictObject({
  text: z.string().max(LONGEST, `A file has ${LONGEST.toLocaleString("en")} characters at most.`),
  /** what is not saved yet: `TYPE|COLUMN|PERMISSION|on` or `off` */
  change: z.array(z.string().max(200)).max(500, "At most 500 changes at once."),
});
export type TrialForm = z.output<typeof trialForm>;
