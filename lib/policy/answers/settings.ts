/** Changing the portal's settings. */

export interface SettingFacts {
  /** holds `setting.administer` */
  readonly mayAdminister: boolean;
}

export type SettingAnswer = "not-permitted" | "changed";

export function answerSet(facts: SettingFacts): SettingAnswer {
  return facts.mayAdminister ? "changed" : "not-permitted";
}
