/** What is to be taken out of the code, and the scenario that must notice. */
import type { Edit } from "@/e2e/support/edited-code";

/** The name of a scenario may be given by its beginning. */
export interface Line extends Edit {
  readonly line: string;
  readonly scenario: string;
  /** the database would refuse it even so: by this constraint */
  readonly refusedBy?: string;
}

export const at = (
  file: string,
  scenario: string,
  cuts: Readonly<Record<string, string | readonly [string, string]>>,
): Line[] =>
  Object.entries(cuts).map(([line, said]) => {
    const [cut, instead = ""] = typeof said === "string" ? [said] : said;
    return { line, file, cut, instead, scenario };
  });

export const answers = (name: string) => `lib/policy/answers/${name}.ts`;
