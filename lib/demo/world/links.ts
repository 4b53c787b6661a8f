/** Join links, at least one in every state that a link can be in. */
import type { LinkState } from "@/lib/policy/facts";

export interface WorldLink {
  readonly key: string;
  readonly group: string;
  readonly by: string;
  readonly label: string;
  readonly note?: string;
  /** hours until it expires; a negative number lies in the past, null is never */
  readonly hours: number | null;
  readonly maxUses?: number;
  readonly asksApproval?: true;
  /** its maker takes it back; others are revoked because their makers are gone */
  readonly ends?: "revoked";
  /** what whoever starts the demo is told of it, once */
  readonly told?: string;
  /** its state once the world is whole */
  readonly state: LinkState;
}

const WEEK = 24 * 7;

export const WORLD_LINKS: readonly WorldLink[] = [
  {
    ...{ key: "scouts", group: "scouts", by: "Mira Anand", label: "Friends of the parade", hours: null, state: "open" },
    told: "Scouts: a hidden crew, whose leader is asked",
  },
  {
    ...{ key: "ferry", group: "night-ferry", by: "Mira Anand", label: "Last boat", hours: null, state: "open" },
    told: "Night Ferry: a hidden crew, joined at once",
  },
  {
    ...{
      key: "birthday",
      group: "birthday",
      by: "Isolde Marchbanks",
      label: "Not for Søren",
      hours: null,
      state: "open",
    },
    told: "A crew that shows nothing before one signs in",
  },
  {
    ...{ key: "stories", group: "stories", by: "O'Brien", label: "For doubters", hours: WEEK * 4, state: "open" },
    maxUses: 50,
  },
  {
    ...{ key: "swimmers", group: "swimmers", by: "דוד לוי", label: "First swim", hours: WEEK, state: "open" },
    note: "Everybody may join by themselves; whoever comes by this link is shown around first.",
    asksApproval: true,
  },
  {
    ...{ key: "winter", group: "first-winter", by: "Σοφία Παππά", label: "Winterers", hours: WEEK * 50, state: "open" },
    maxUses: 5,
  },
  {
    ...{ key: "fair", group: "scouts", by: "Mira Anand", label: "Spring fair, stall 4", hours: -48, state: "expired" },
    told: "An expired link to Scouts",
  },
  {
    ...{
      key: "two-berths",
      group: "night-ferry",
      by: "Mira Anand",
      label: "Two berths",
      hours: WEEK,
      state: "used-up",
    },
    maxUses: 2,
  },
  {
    ...{ key: "board", group: "scouts", by: "Mira Anand", label: "Posted on the wrong board", hours: WEEK },
    ...{ ends: "revoked", state: "revoked" },
  },
  { key: "rurik", group: "kestrel", by: "Рюрик Волков", label: "Рюриковы люди", hours: null, state: "revoked" },
  {
    key: "cake",
    group: "birthday",
    by: "Isolde Marchbanks",
    label: "When the cake is ready",
    hours: WEEK,
    state: "paused",
  },
  { key: "old-hands", group: "kestrel", by: "Hervé Le Guen", label: "Old hands", hours: WEEK, state: "unavailable" },
  { key: "flags", group: "signal-tower", by: "Gustav Nyström", label: "Flag drill", hours: null, state: "unavailable" },
];
