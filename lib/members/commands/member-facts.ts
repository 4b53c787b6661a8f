/** What removing a member, changing their roles and setting an end ask alike. */
import type { Reader } from "@/db/client";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { doorOf } from "@/lib/policy/answers/door";
import type { MemberFacts } from "@/lib/policy/answers/members";
import type { GroupPermission } from "@/lib/policy/catalogue";
import { isAdministrator, losesLastAdministrator, type Seat } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { countOthers, type Others } from "../administrators";
import { listSeats, type Person } from "../seats";

export interface MemberFound {
  readonly found: FoundSituation | null;
  readonly target: Person | null;
  readonly others: Others;
}

export async function findMember(
  read: Reader,
  viewer: Viewer,
  input: { group: string; account: string },
): Promise<MemberFound> {
  const found = await findSituation(read, viewer, { slug: input.group });
  const seats = found ? await listSeats(read, viewer.policy, found.situation, [input.account]) : null;
  const target = seats?.get(input.account) ?? null;
  const others =
    found && target
      ? await countOthers(read, found.group.id, target.accountId)
      : { otherAdministrators: 0, otherMembers: 0 };
  return { found, target, others };
}

/** The facts of the list; `after` is the target's seat as the change would leave it, null if it takes the membership. */
export function memberFacts(
  viewer: Viewer,
  { found, target, others }: MemberFound,
  permission: GroupPermission,
  change: { after: Seat | null; exceeds: (actor: Seat, target: Seat) => boolean },
): MemberFacts {
  const situation = found?.situation ?? null;
  const actor = situation && { viewer, situation };
  return {
    ...doorOf(viewer, situation),
    permitted: situation !== null && decide(viewer, situation, permission).allowed,
    restricted: situation?.group.restricted ?? false,
    owner: viewer.account?.owner ?? false,
    member: target?.situation.standing.member ?? false,
    exceeds: actor !== null && target !== null && change.exceeds(actor, target),
    lastAdmin:
      target !== null &&
      losesLastAdministrator(viewer, {
        before: isAdministrator(target),
        after: change.after !== null && isAdministrator(change.after),
        ...others,
      }),
  };
}

/** The group and the target of a command that proceeded. */
export function sure({ found, target }: MemberFound): { found: FoundSituation; target: Person } {
  if (!found || !target) throw new Error("a command proceeded without its facts");
  return { found, target };
}
