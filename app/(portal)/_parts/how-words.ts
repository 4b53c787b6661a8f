/** How somebody came into a group, in words. */
import type { MembershipLine } from "@/lib/people/queries/list-memberships";

export function howWords({ how, by }: Pick<MembershipLine, "how" | "by">): string {
  switch (how) {
    case "link":
      return "by a join link";
    case "request":
      return by ? `approved by ${by}` : "asked and approved";
    case "added":
      return by ? `added by ${by}` : "added";
    case "created":
      return "created the group";
    default:
      return "joined";
  }
}
