/** What the forms of posts say about an answer. */
export const POST_SENTENCES = {
  "not-found": "This is not here any more, or not for you to see.",
  "not-permitted": "You may not write here.",
  preview: "This is how it will look. Nothing is saved yet.",
};

export const TEND_SENTENCES = {
  "not-found": "This is not here any more, or not for you to see.",
  "not-permitted": "You may not change this.",
  preview: "This is how it will look. Nothing is saved yet.",
};

/** Above the page that a form led to, by what was done. */
export const DONE_SENTENCES: Readonly<Record<string, string>> = {
  published: "Posted. Whoever may read this group's posts can read it now.",
  draft: "Saved as a draft. Only you and those who read unpublished posts here can see it.",
  saved: "Saved.",
  deleted: "Deleted, with the replies to it.",
  replied: "Your reply is there.",
  "reply-saved": "The reply is saved.",
  "reply-deleted": "The reply is deleted.",
};
