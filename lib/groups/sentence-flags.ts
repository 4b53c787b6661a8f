/** What is out of the ordinary about a group, as one word and one sentence each. Pure and client-safe. */

export interface Flagged {
  readonly internal: boolean;
  readonly internalForced: boolean;
  readonly hidden: boolean;
  readonly open: boolean;
  readonly public: boolean;
  readonly restricted: boolean;
  readonly published: boolean;
}

export interface FlagWord {
  readonly flag: string;
  readonly word: string;
  readonly meaning: string;
  readonly grave?: true;
}

const WORDS: Record<Exclude<keyof Flagged, "published"> | "unpublished", Omit<FlagWord, "flag">> = {
  internal: {
    word: "Internal",
    meaning: "Nobody finds it, joins it, leaves it or asks to; administrators and rules fill it.",
  },
  internalForced: {
    word: "Needs a choice",
    meaning: "It became internal because the last role that it was kept for is gone. Say whom it is for now.",
    grave: true,
  },
  hidden: { word: "Hidden", meaning: "It does not show itself to those outside; whoever has a link can still get in." },
  open: { word: "Open", meaning: "Joining takes effect at once." },
  public: {
    word: "Public",
    meaning: "No right to request groups is needed, and once in, one stays, whatever roles one loses.",
  },
  restricted: { word: "Restricted", meaning: "Only a site owner adds, removes, changes and lets in." },
  unpublished: { word: "Unpublished", meaning: "Its page opens only to those who may view unpublished groups." },
};

/** Those that are set, the gravest first. */
export function flagWords(group: Flagged): FlagWord[] {
  const set: Record<keyof typeof WORDS, boolean> = {
    internalForced: group.internalForced,
    internal: group.internal,
    hidden: group.hidden,
    unpublished: !group.published,
    restricted: group.restricted,
    public: group.public,
    open: group.open,
  };
  return Object.entries(set)
    .filter(([, is]) => is)
    .map(([flag]) => ({ flag, ...WORDS[flag as keyof typeof WORDS] }));
}
