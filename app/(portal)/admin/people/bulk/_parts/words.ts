/** What the page about several people calls what it is about to do. */
import type { BulkPreview } from "@/lib/people/queries/preview-bulk";
import type { BulkVerb } from "@/lib/people/schema-accounts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export function titleOf({ verb }: BulkVerb, { role, will }: BulkPreview): string {
  const whom = people(will.length);
  switch (verb) {
    case "deactivate":
      return `Deactivate ${whom}?`;
    case "reactivate":
      return `Let ${whom} in again?`;
    case "give":
      return `Give ${role} to ${whom}?`;
    case "take":
      return `Take ${role} from ${whom}?`;
  }
}

/** For whom it is so already. */
export function alreadyWords({ verb }: BulkVerb, count: number): string {
  const state = {
    deactivate: count === 1 ? "is not active as it is" : "are not active as it is",
    reactivate: count === 1 ? "is active already" : "are active already",
    give: count === 1 ? "was given it already" : "were given it already",
    take: count === 1 ? "does not hold it" : "do not hold it",
  }[verb];
  return `${people(count)} ${state}:`;
}

export function refusedWords(count: number): string {
  return `${people(count)} would be left as they are:`;
}

/** What follows where nobody loses anything. */
export const freeWords: Readonly<Record<"give" | "reactivate", string>> = {
  give: "They hold it at once. Nobody is removed from anything by it.",
  reactivate: "They can sign in again at once. Nothing that ended comes back by itself.",
};

export const goWords: Readonly<Record<BulkVerb["verb"], string>> = {
  deactivate: "Deactivate them",
  reactivate: "Let them in",
  give: "Give the role",
  take: "Take the role",
};
