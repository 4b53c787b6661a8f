/** What the screens and the command line say of files of permissions. Safe for the browser. */
import type { RefusalWord, Refused } from "./refusals";

const WHY: Record<RefusalWord, string> = {
  "not-permitted": "this is not yours to administer",
  "built-in": "it is built in",
  "has-groups": "there are groups of this type, which have to be deleted before it can go",
  impossible: "this cell is impossible",
  "exceeds-own": "this is not yours to give or take, since you do not hold what it gives",
};

/** `granting “View group” to “outsider” of “squad”: this is not yours …` */
export const sentenceOf = ({ word, what }: Pick<Refused, "word" | "what">): string => `${what}: ${WHY[word]}`;

export const STALE =
  "Nothing was changed: somebody changed the tables after this plan was made. Look at what moved and at the plan anew.";

export const APPLY_SENTENCES = {
  changed: "The file is applied.",
  stale: STALE,
  invalid: "Nothing was changed: something in the file is wrong.",
  "not-permitted": "Permissions are not yours to administer.",
  "built-in": "Nothing was changed: a built-in role cannot be deleted.",
  "has-groups": "Nothing was changed: a type goes only when no group of it is left.",
  impossible: "Nothing was changed: the file grants something that is impossible.",
  "exceeds-own": "Nothing was changed: the file gives or takes what is not yours to give or take.",
} as const;

/** `line 12, types.squad.roles.member[2]: …` */
export function problemLine({ line, path, message }: { line: number | null; path: string; message: string }): string {
  const place = [line === null ? "" : `line ${line}`, path].filter(Boolean).join(", ");
  return place ? `${place}: ${message}` : message;
}
