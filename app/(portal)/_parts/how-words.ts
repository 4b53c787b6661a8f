/** How somebody came into a group, in words. */
import type { MembershipLine } from "@/lib/people/queries/list-memberships";

export function howWords({ how, by }: Pick<MembershipLine, "how" | "by">): string {
  switch (how) {
    case "link":
      return "By a join link";
    case "request":
      return by ? `Approved by ${by}` : "Asked, and was approved";
    case "added":
      return by ? `Added by ${by}` : "Added";
    case "created":
      return "Created the group";
    case "joined":
      return "Joined";
    default:
      return "Brought along when the portal was filled";
  }
}
