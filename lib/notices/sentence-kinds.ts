/** The kinds of news, as one chooses among them in the list and says which come by mail. */

export const NOTICE_KINDS = ["role", "membership", "leadership", "decision", "waiting", "writing", "account"] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** `label` stands in the list's filter, `about` where one says what comes by mail. */
export const KIND_WORDS: Readonly<Record<NoticeKind, { readonly label: string; readonly about: string }>> = {
  role: { label: "My roles", about: "A role of mine across the whole portal is given or taken." },
  membership: {
    label: "My memberships",
    about: "I am added to a group or no longer in it, or my roles or dates there change.",
  },
  leadership: {
    label: "Groups that I run",
    about: "I am put in charge of a group or no longer am, or something happens to it that needs me.",
  },
  decision: { label: "Decisions on my requests", about: "A request of mine is approved, rejected or closed." },
  waiting: { label: "Requests that wait for me", about: "Somebody asks to join or leave a group that I decide for." },
  writing: { label: "My posts and replies", about: "Somebody replies to me, or changes or deletes what I wrote." },
  account: { label: "My account", about: "My account is closed, opened again, or loses its address." },
};
