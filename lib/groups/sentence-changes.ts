/** Changes to many groups at once: what they are called, and what each means. Pure and client-safe. */

export interface ChangeWord {
  /** on the list of choices */
  readonly label: string;
  /** above what would follow from it: “Hide 12 groups” */
  readonly title: (groups: string) => string;
  readonly meaning: string;
  /** the same of a single group */
  readonly ofOne: string;
}

const flag = (label: string, title: ChangeWord["title"], meaning: string, ofOne = meaning): ChangeWord => ({
  ...{ label, title, meaning, ofOne },
});

export const FLAG_CHANGES = {
  "internal-on": flag(
    "Make internal",
    (n) => `Make ${n} internal`,
    "Nobody finds them, joins them or asks to any more; what waits there is closed, and links are refused meanwhile.",
    "Nobody finds it, joins it or asks to any more; what waits there is closed, and links are refused meanwhile.",
  ),
  "internal-off": flag(
    "Make no longer internal",
    (n) => `Make ${n} no longer internal`,
    "They can be found, and people get in, as their other settings say.",
    "It can be found, and people get in, as its other settings say.",
  ),
  "hidden-on": flag(
    "Hide",
    (n) => `Hide ${n}`,
    "They do not show themselves to those outside; links go on working.",
    "It does not show itself to those outside; links go on working.",
  ),
  "hidden-off": flag(
    "Show",
    (n) => `Show ${n}`,
    "The directory shows them to whoever may see groups of their kind.",
    "The directory shows it to whoever may see groups of its kind.",
  ),
  "open-on": flag(
    "Open",
    (n) => `Open ${n}`,
    "Joining takes effect at once, and waiting requests of those who could join now are granted.",
  ),
  "open-off": flag("Let people ask", (n) => `Let people ask to join ${n}`, "Whoever wants in asks, and waits."),
  "public-on": flag(
    "Make public",
    (n) => `Make ${n} public`,
    "No right to request groups is needed, and once in, one stays, whatever roles one loses.",
  ),
  "public-off": flag(
    "Make not public",
    (n) => `Make ${n} not public`,
    "The right to request groups is needed again. Nobody is removed; requests of those without it are closed.",
  ),
  "published-on": flag(
    "Publish",
    (n) => `Publish ${n}`,
    "Their pages open to whoever may view groups of their kind.",
    "Its page opens to whoever may view groups of its kind.",
  ),
  "published-off": flag(
    "Unpublish",
    (n) => `Unpublish ${n}`,
    "Their pages and posts open only to those who may view unpublished groups.",
    "Its page and posts open only to those who may view unpublished groups.",
  ),
  "restricted-on": flag(
    "Restrict",
    (n) => `Restrict ${n}`,
    "From then on only a site owner adds, removes, changes and lets in.",
  ),
  "restricted-off": flag(
    "Restrict no longer",
    (n) => `Restrict ${n} no longer`,
    "Whoever may by the rules of their kind adds, removes and lets in again.",
    "Whoever may by the rules of its kind adds, removes and lets in again.",
  ),
} as const satisfies Record<string, ChangeWord>;

export type FlagChange = keyof typeof FLAG_CHANGES;

/** What is asked for with a role: `keep-for:blue`. */
export const ROLE_CHANGES = {
  "keep-for": (role: string): ChangeWord =>
    flag(
      `Keep for ${role}`,
      (n) => `Keep ${n} for ${role}`,
      `The role ${role} joins the list of those of which one is needed. A group that was for everybody is then for its holders alone, and others leave it.`,
      `The role ${role} joins the list of those of which one is needed. If the group was for everybody, it is then for its holders alone, and others leave it.`,
    ),
  "drop-role": (role: string): ChangeWord =>
    flag(
      `Keep no longer for ${role}`,
      (n) => `Keep ${n} no longer for ${role}`,
      `The role ${role} is no longer enough. Whoever has none of the other roles leaves.`,
    ),
} as const;

export const DELETE_CHANGE: ChangeWord = flag(
  "Delete",
  (n) => `Delete ${n}`,
  "Their memberships, requests, links and posts go with them. Their log stays. This cannot be undone.",
  "Its memberships, requests, links and posts go with it. Its log stays. This cannot be undone.",
);
