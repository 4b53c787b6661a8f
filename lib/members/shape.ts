/** What happens by itself when somebody comes or goes, said once for every verb that brings it about. */
import type { Change } from "@/lib/consequences/change";
import type { Exclusively } from "@/lib/gate/command";
import type { GroupFacts } from "@/lib/policy/facts";
import type { Person } from "./seats";

/**
 * A membership that begins or ends. Where the group confers a role, what follows may reach other groups, so everything
 * else waits; where it does not, only this account and this group do.
 */
export function membershipChange(
  kind: "member-begins" | "member-ends",
  group: Pick<GroupFacts, "id" | "confers">,
  accountId: string,
  decides?: string,
): Exclusively {
  const change: Change = { kind, accountId, groupId: group.id, decides };
  return {
    locks: { policy: group.confers.length > 0 ? "update" : "share", accounts: [accountId], groups: [group.id] },
    raises: { accounts: [accountId] },
    changes: [change],
  };
}

/** What a membership held, which the log keeps where it ends: nothing else remembers it. */
export interface Ending {
  readonly roles: readonly string[];
  readonly until: string | null;
}

export const endingOf = ({ situation, until }: Person): Ending => ({ roles: situation.standing.roles, until });
