/**
 * Looking at the portal as somebody else: a viewer who is nobody's account, stands where they were put, and sees no more
 * than whoever looks. Nothing can be written as them.
 */
import type { GlobalPermission } from "@/lib/policy/catalogue";
import { decideGlobal } from "@/lib/policy/decide";
import type { PolicyViewer } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "./viewer";

/** As whom: a visitor, or an account that holds nothing but these global roles. */
export interface ViewingAs {
  readonly as: "visitor" | "account";
  readonly roles: readonly string[];
  readonly seat: Seat | null;
}

/** How that account stands to one group; to every other it is an outsider. */
export interface Seat {
  readonly group: string;
  readonly member: boolean;
  readonly roles: readonly string[];
  readonly leads: boolean;
}

/** What a session's row says of it. */
export interface ViewingRow {
  readonly chosen: ViewingAs;
  readonly endsAt: string;
  /** global roles that members of the seat's group hold because they are members */
  readonly confers: readonly string[];
}

/** What stands behind such a viewer: whoever really asks. */
export interface Behind {
  readonly viewer: Viewer;
  readonly chosen: ViewingAs;
  readonly endsAt: string;
}

/** The id of no account: nothing was ever joined, written or told as it. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The viewer that the session's row names, or the asker themself once they may not look as others any more. */
export function lookingAs(asker: Viewer, row: ViewingRow | null): Viewer {
  if (!row || !decideGlobal(asker, "explain.view").allowed) return asker;
  const { chosen, endsAt, confers } = row;
  return {
    ...asker,
    ...seenBy(asker, chosen, confers),
    kind: chosen.as,
    name: chosen.as === "account" ? "Somebody" : null,
    ...{ email: null, emailProven: false, accountVersion: 0, unread: 0, waiting: 0 },
    behind: { viewer: asker, chosen, endsAt },
  };
}

function seenBy(asker: Viewer, { as, roles, seat }: ViewingAs, confers: readonly string[]): PolicyViewer {
  const account = as === "account" ? { id: NOBODY, active: true, owner: false } : null;
  const held = [...roles, ...(seat?.member ? confers : [])].filter((role) => asker.policy.globalRoles.has(role));
  const viewer = policyViewer(asker.policy, account, held);
  const shared = [...viewer.globalPermissions].filter((permission) => isShared(asker, permission));
  return { ...viewer, globalPermissions: new Set(shared) };
}

// The right to request opens no page: it only says which way in a group's button offers.
function isShared(asker: Viewer, permission: GlobalPermission): boolean {
  return permission === "group.request" || decideGlobal(asker, permission).allowed;
}

/** For every write that does not go through the gate, which asks by itself. */
export function refuseWhileViewing(viewer: Viewer): void {
  if (viewer.behind) throw readOnly();
}

export function readOnly(): Refusal {
  return new Refusal(
    "read-only",
    "You are looking at the portal as somebody else, so nothing can be changed. Stop viewing as them first.",
  );
}
