/** What the screens say of every answer about join links. */
import type { CreateLinkAnswer, LinkAnswer } from "@/lib/policy/answers/links";

export const CREATE_LINK_SENTENCES: Record<CreateLinkAnswer, string> = {
  created: "The link is made.",
  "not-found": "This group is not here, or not for you to see.",
  "not-permitted": "The rules for this kind of group do not let you make links.",
};

const LINK_REFUSALS: Record<Exclude<LinkAnswer, "changed">, string> = {
  "not-found": "This link is not here any more.",
  "not-permitted": "The rules for this kind of group do not let you manage its links.",
  revoked: "This link is revoked, for good. Make a new one instead.",
};

type Verb = "pause" | "resume" | "rotate" | "revoke";

export const LINK_SENTENCES: Record<Verb, Record<LinkAnswer, string>> = {
  pause: { ...LINK_REFUSALS, changed: "Paused. The link lets nobody in until it is resumed." },
  resume: { ...LINK_REFUSALS, changed: "Resumed. Whoever holds the link can use it again." },
  rotate: { ...LINK_REFUSALS, changed: "The link has a new address; the old one leads nowhere." },
  revoke: { ...LINK_REFUSALS, changed: "Revoked. The link lets nobody in any more." },
};
