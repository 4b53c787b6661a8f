/** What is said of looking at the portal as somebody else. */

export const VIEW_AS_SENTENCES = {
  "not-permitted": "Only those who may explain other people's access look at the portal as somebody else.",
  "not-found": "There is no such group, or you do not see it.",
  "unknown-role": "One of these roles is not there any more. Load the page again.",
} as const;

export interface Described {
  readonly as: "visitor" | "account";
  /** labels */
  readonly roles: readonly string[];
  /** null where they stand to no group, or to one that the reader does not see any more */
  readonly seat: {
    readonly group: string;
    readonly member: boolean;
    readonly roles: readonly string[];
    readonly leads: boolean;
  } | null;
}

/** Goes on from “as”: `a visitor`, `somebody with the role Blue, a member of Scouts (Officer)`. */
export function asWhom({ as, roles, seat }: Described): string {
  if (as === "visitor") return "a visitor";
  const who =
    roles.length === 0
      ? "somebody with an account and no role"
      : `somebody with the ${roles.length > 1 ? "roles" : "role"} ${listed(roles)}`;
  return seat ? `${who}, ${standing(seat)}` : who;
}

function standing({ group, member, roles, leads }: NonNullable<Described["seat"]>): string {
  if (!member) return leads ? `in charge of ${group} without being in it` : `outside of ${group}`;
  const held = roles.length > 0 ? ` (${roles.join(", ")})` : "";
  return leads ? `in ${group}${held} and in charge of it` : `a member of ${group}${held}`;
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
