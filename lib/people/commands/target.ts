/** The account that a verb is about, as the policy knows it, and what every verb on accounts asks first. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { actorOf } from "@/lib/gate/site";
import { isLastOwner, standsAboveInPortal } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import type { PolicyViewer } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles, type Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

export interface Target {
  readonly id: string;
  readonly name: string;
  readonly viewer: PolicyViewer;
  readonly active: boolean;
  readonly owner: boolean;
  /** inactive only until an address is proven */
  readonly awaitsProof: boolean;
  /** roles given directly; `viewer.globalRoles` are these and the conferred ones */
  readonly direct: readonly string[];
  readonly lastOwner: boolean;
}

interface TargetRow extends Omit<Target, "viewer" | "lastOwner"> {
  readonly held: string[];
  /** active site owners besides, counted to 1: no more is ever asked */
  readonly otherOwners: number;
}

/** Null if there is no such account, whether or not what is named can be one. */
export async function findTarget(
  read: Reader,
  viewer: Viewer,
  { account }: { readonly account: string },
): Promise<Target | null> {
  const id = uuidOf(account);
  const [target] = id === null ? [] : await findTargets(read, viewer, [id]);
  return target ?? null;
}

/** Those of the accounts that there are, in the order in which they are named. */
export async function findTargets(read: Reader, viewer: Viewer, ids: readonly string[]): Promise<Target[]> {
  const rows = await read.rows<TargetRow>(sql`
    select a.id, a.name, a.active, a.owner, a.awaits_proof as "awaitsProof", h.held,
      array(select r.role from account_role r where r.account_id = a.id order by 1) as direct,
      (select count(*)::int from (select 1 from account o where o.owner and o.active and o.id <> a.id limit 1) few)
        as "otherOwners"
    from unnest(${sql.param([...ids])}::uuid[]) with ordinality as asked(id, n) join account a on a.id = asked.id
      left join lateral (${heldRoles(sql`a.id`)}) h on true
    order by asked.n`);
  return rows.map(({ held, otherOwners, ...rest }) => {
    const known = { id: rest.id, active: rest.active, owner: rest.owner };
    return {
      ...rest,
      viewer: policyViewer(viewer.policy, known, held),
      lastOwner: isLastOwner(known, otherOwners),
    };
  });
}

export const mayAdministerPeople = (viewer: Viewer): boolean =>
  decideGlobal(actorOf(viewer), "people.administer").allowed;

export const standsAbove = (target: Target | null, viewer: Viewer): boolean =>
  target !== null && standsAboveInPortal(target.viewer, actorOf(viewer));

/** A command writes only about an account that its answer has seen. */
export function sure(target: Target | null): Target {
  if (!target) throw new Error("a command proceeded without its account");
  return target;
}

/** Everybody else waits: memberships of this account may go in any group. */
export const aboutAccount = (target: Target | null) => ({
  locks: { policy: "update" as const, accounts: target ? [target.id] : [] },
  raises: { accounts: target ? [target.id] : [] },
});
