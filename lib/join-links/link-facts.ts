/** A link with its maker, and the state that follows from both: one fragment for joining, listing and the join page. */
import { sql } from "drizzle-orm";
import { standing } from "@/lib/groups/facts";
import { decide } from "@/lib/policy/decide";
import type { LinkState, Policy, Situation, Standing } from "@/lib/policy/facts";
import { linkState } from "@/lib/policy/links";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles } from "@/lib/session/viewer";

/** The columns of `joinLinkFacts`: a link `k` with its maker `mk` and the maker's standing. */
export interface LinkRow {
  readonly link_id: string;
  readonly maker_id: string | null;
  readonly maker_active: boolean | null;
  readonly maker_owner: boolean | null;
  readonly maker_version: number | null;
  readonly maker_held: string[] | null;
  readonly maker_standing: Standing;
  readonly revoked: boolean;
  readonly paused: boolean;
  readonly expired: boolean;
  readonly uses: number;
  readonly max_uses: number | null;
  readonly asks_approval: boolean;
}

/** Columns of the link `k` of the group `g`; joins `linkMaker` beside it. */
export const joinLinkFacts = sql`k.id as link_id, k.maker_id, mk.active as maker_active, mk.owner as maker_owner,
  mk.version as maker_version, mh.held as maker_held, to_json(ms) as maker_standing, k.revoked_at is not null as revoked,
  k.paused_at is not null as paused, coalesce(k.expires_at <= portal_now(), false) as expired, k.uses, k.max_uses,
  k.asks_approval`;

export const linkMaker = sql`left join account mk on mk.id = k.maker_id
  left join lateral (${heldRoles(sql`mk.id`)}) mh on true
  cross join lateral (select ${standing(sql`mk.id`)}) ms`;

/** The state of a link now, which hangs on what its maker may do there now. */
export function stateOf(policy: Policy, there: Situation, row: LinkRow): LinkState {
  const account = row.maker_id
    ? { id: row.maker_id, active: row.maker_active === true, owner: row.maker_owner === true }
    : null;
  const maker = policyViewer(policy, account, row.maker_held ?? []);
  const makerManages =
    account !== null && decide(maker, { ...there, standing: row.maker_standing }, "link.manage").allowed;
  return linkState({
    revoked: row.revoked,
    makerActive: account?.active ?? false,
    internal: there.group.internal,
    makerManages,
    paused: row.paused,
    expired: row.expired,
    uses: row.uses,
    maxUses: row.max_uses,
  });
}
