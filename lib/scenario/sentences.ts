/** What the page of scenarios says of every answer. Safe for the browser. */

export const TRIAL_SENTENCES = {
  "not-permitted": "Group types are not yours to administer.",
  "no-room":
    "Scenarios cannot run here: the portal's database role may not make temporary tables. Whoever runs the database grants it with “grant temporary on database … to …”.",
  running: "You are running scenarios already. Wait until they are done, then try again.",
  "too-long": "This took too long and was broken off. Try fewer scenarios at once.",
} as const;
