/** What joining asks, by address or by link, in one statement: the group, one's standing, the link and its maker. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import {
  type FactsRow,
  type GroupRecord,
  groupFacts,
  isGroup,
  ownStanding,
  toRecord,
  toSituation,
} from "@/lib/groups/facts";
import { joinLinkFacts, type LinkRow, linkMaker, stateOf } from "@/lib/join-links/link-facts";
import { hashToken, isJoinToken } from "@/lib/join-links/token";
import type { LinkState, Situation } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import type { JoinInput } from "../schema";

export interface LinkThere {
  readonly id: string;
  readonly state: LinkState;
  readonly asksApproval: boolean;
  readonly makerId: string | null;
  readonly makerVersion: number;
}

export interface JoinFactsFound {
  readonly situation: Situation;
  readonly group: GroupRecord;
  readonly link: LinkThere | null;
}

export async function findJoinFacts(read: Reader, viewer: Viewer, input: JoinInput): Promise<JoinFactsFound | null> {
  if ("group" in input) {
    const [row] = await read.rows<FactsRow>(sql`
      select ${groupFacts}, ${ownStanding(viewer)} from groups g where ${isGroup({ slug: input.group })}`);
    const situation = row && toSituation(viewer, row);
    return situation ? { situation, group: toRecord(row), link: null } : null;
  }
  const hash = isJoinToken(input.token) ? await hashToken(input.token) : null;
  const [row] = await read.rows<FactsRow & LinkRow>(sql`
    select ${groupFacts}, ${ownStanding(viewer)}, ${joinLinkFacts}
    from join_link k join groups g on g.id = k.group_id ${linkMaker} where k.token_hash = ${hash}::text`);
  const situation = row && toSituation(viewer, row);
  if (!situation) return null;
  const { link_id: id, asks_approval: asksApproval, maker_id: makerId, maker_version: version } = row;
  const link = { id, asksApproval, makerId, makerVersion: version ?? 0, state: stateOf(viewer.policy, situation, row) };
  return { situation, group: toRecord(row), link };
}
