/** What the screens say of every answer about who leads a group. */
import type { LeaderAnswer } from "@/lib/policy/answers/leaders";

export const LEADER_SENTENCES: Record<LeaderAnswer, string> = {
  changed: "Saved.",
  "not-found": "There is no such person or group, or not for you to see.",
  "not-permitted": "The rules for this kind of group do not let you choose who leads it.",
  restricted: "This group is restricted: only a site owner chooses who leads it.",
  "exceeds-own": "Leading this group brings rights that you do not hold here yourself.",
};
