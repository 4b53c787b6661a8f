/** A join link is in exactly one state, and only `open` lets anybody in. */
import type { LinkState } from "./facts";

/** What is known of a link at one moment of the database clock. */
export interface LinkFacts {
  readonly revoked: boolean;
  /** false once its maker was deactivated or deleted */
  readonly makerActive: boolean;
  /** the group is internal */
  readonly internal: boolean;
  /** the maker holds `link.manage` in the group now */
  readonly makerManages: boolean;
  readonly paused: boolean;
  readonly expired: boolean;
  readonly uses: number;
  /** null: no limit */
  readonly maxUses: number | null;
}

/** The state of a link; null stands for a token that nobody knows, or whose group is deleted. */
export function linkState(link: LinkFacts | null): LinkState {
  if (!link) return "not-found";
  if (link.revoked || !link.makerActive) return "revoked";
  if (link.internal || !link.makerManages) return "unavailable";
  if (link.paused) return "paused";
  if (link.expired) return "expired";
  if (link.maxUses !== null && link.uses >= link.maxUses) return "used-up";
  return "open";
}
