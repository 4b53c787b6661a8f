import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { type FactsRow, groupFacts, standing, toSituation } from "@/lib/groups/facts";
import { hashToken, isJoinToken } from "@/lib/join-links/token";
import { decide } from "@/lib/policy/decide";
import { linkState } from "@/lib/policy/links";
import { policyViewer } from "@/lib/policy/viewer";
import { heldRoles, type Viewer } from "@/lib/session/viewer";

interface LinkRow extends FactsRow {
  readonly maker: string | null;
  readonly maker_active: boolean | null;
  readonly maker_owner: boolean | null;
  readonly maker_held: string[] | null;
  readonly revoked: boolean;
  readonly paused: boolean;
  readonly expired: boolean;
  readonly uses: number;
  readonly max_uses: number | null;
}

export interface SignUpPage {
  readonly way: "open" | "closed" | "not-invited" | "domains";
  /** where an address must be, if `way` is `domains` */
  readonly domains: readonly string[];
}

/** What the sign-up page may offer this browser. */
export async function findSignUpPage(viewer: Viewer, joinToken: string | null): Promise<SignUpPage> {
  const { signUp, signUpDomains: domains } = viewer.settings;
  if (signUp !== "invited") return { way: signUp, domains };
  const invited = await holdsOpenLink(viewer.portal.store.reader, viewer, joinToken);
  return { way: invited ? "open" : "not-invited", domains };
}

/** Whether `token` is that of a join link that would let somebody in now: an invitation to the portal itself. */
export async function holdsOpenLink(read: Reader, viewer: Viewer, token: string | null): Promise<boolean> {
  if (token === null || !isJoinToken(token)) return false;
  const [row] = await read.rows<LinkRow>(sql`
    select ${groupFacts}, ${standing(sql`mk.id`)}, mk.id as maker, mk.active as maker_active, mk.owner as maker_owner,
      mh.held as maker_held, k.revoked_at is not null as revoked, k.paused_at is not null as paused,
      coalesce(k.expires_at <= portal_now(), false) as expired, k.uses, k.max_uses
    from join_link k join groups g on g.id = k.group_id left join account mk on mk.id = k.maker_id
      left join lateral (${heldRoles(sql`mk.id`)}) mh on true
    where k.token_hash = ${await hashToken(token)}`);
  const there = row && toSituation(viewer, row);
  if (!there) return false;
  const account = row.maker
    ? { id: row.maker, active: row.maker_active === true, owner: row.maker_owner === true }
    : null;
  const maker = policyViewer(viewer.policy, account, row.maker_held ?? []);
  const state = linkState({
    ...row,
    makerActive: account?.active === true,
    internal: there.group.internal,
    makerManages: account !== null && decide(maker, there, "link.manage").allowed,
    maxUses: row.max_uses,
  });
  return state === "open";
}
