/** What the screens say of every answer about join links. */
import type { CreateLinkAnswer, LinkAnswer } from "@/lib/policy/answers/links";

export const CREATE_LINK_SENTENCES: Record<CreateLinkAnswer, string> = {
  created: "The link is made.",
  "not-found": "This group is not here, or not for you to see.",
  "not-permitted": "The rules for this kind of group do not let you make links.",
};

export const LINK_SENTENCES: Record<LinkAnswer, string> = {
  changed: "Done.",
  "not-found": "This link is not here any more.",
  "not-permitted": "The rules for this kind of group do not let you manage its links.",
  revoked: "This link is revoked, for good. Make a new one instead.",
};
