/** How people get into a group, as one text that is the same while nobody changes it. Pure. */
import type { FoundSituation } from "./facts";

export function settledText({ situation, group }: FoundSituation): string {
  const { internal, hidden, open, public: isPublic, restricted, published, eligibleRoles, confers } = situation.group;
  const flags = { internal, hidden, open, public: isPublic, restricted, published };
  return JSON.stringify([flags, group.quietJoinPage, eligibleRoles, confers]);
}
