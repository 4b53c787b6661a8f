/** What a command changes, in the words that consequences follow from. Facts before and after; no rows. */
import type { GlobalPermission } from "@/lib/policy/catalogue";

/** The parts of a group's settings that decide who may stay in it. */
export interface Shape {
  readonly internal: boolean;
  readonly open: boolean;
  readonly public: boolean;
  readonly restricted: boolean;
  readonly eligibleRoles: readonly string[];
  readonly confers: readonly string[];
}

export type Change =
  | { readonly kind: "role-given" | "role-taken"; readonly accountId: string; readonly role: string }
  | { readonly kind: "owner-made" | "owner-unmade"; readonly accountId: string }
  | {
      readonly kind: "permission-granted" | "permission-revoked";
      readonly role: string;
      readonly permission: GlobalPermission;
    }
  | { readonly kind: "role-deleted"; readonly role: string }
  | {
      readonly kind: "member-begins" | "member-ends";
      readonly accountId: string;
      readonly groupId: string;
      /** the pending request that the command itself decides, which is therefore not closed besides */
      readonly decides?: string;
      /** it ends by itself, by nobody's doing: its time has passed */
      readonly byItself?: boolean;
    }
  | { readonly kind: "group-configured"; readonly groupId: string; readonly before: Shape; readonly after: Shape }
  | { readonly kind: "account-ended"; readonly accountId: string; readonly how: "deactivated" | "deleted" }
  | { readonly kind: "group-deleted"; readonly groupId: string };

/** What whoever made the change said of it. */
export interface Reason {
  readonly text: string;
  /** whose log has it beside what follows there: whoever reads of other groups may not know this one */
  readonly groupId: string;
}

/** What a cause is called beyond what it changes: the line that the command itself writes. */
interface Line {
  readonly event: string;
  readonly cause?: string;
}

const MOST_NAMED = 5;

/** The cause as the log and the notice name it: `permission.revoked group.request member`. */
export function causeOf(changes: readonly Change[], line?: Line): string {
  const taking = changes.filter(({ kind }) => kind !== "permission-granted");
  const words = new Set((taking.length > 0 ? taking : changes).map((change) => wordsOf(change, line)));
  const named = [...words].slice(0, MOST_NAMED).join("; ");
  return words.size > MOST_NAMED ? `${named}; …` : named;
}

/** Where the changes themselves happen: in a whole group, or in what one account is in it. */
export function homeOf(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap((change) => {
      if (!("groupId" in change)) return [];
      const { groupId } = change;
      return "accountId" in change ? [placeOf(change.accountId, groupId), placeOf(null, groupId)] : [groupId];
    }),
  );
}

const placeOf = (accountId: string | null | undefined, groupId: string) => `${accountId ?? "anybody"} ${groupId}`;

/** The cause as it is named for what follows in a group: `group.deleted elsewhere` where another one is that which changed. */
export function causeIn(
  { cause, home }: { readonly cause: string; readonly home: ReadonlySet<string> },
  groupId: string | null | undefined,
  accountId?: string | null,
): string {
  const here = !groupId || home.size === 0 || home.has(groupId) || home.has(placeOf(accountId, groupId));
  return here ? cause : `${cause} elsewhere`;
}

function wordsOf(change: Change, line?: Line): string {
  switch (change.kind) {
    case "role-given":
    case "role-taken":
      return `account.${change.kind} ${change.role}`;
    case "owner-made":
    case "owner-unmade":
      return `account.${change.kind}`;
    case "permission-granted":
    case "permission-revoked":
      return `permission.${change.kind.slice("permission-".length)} ${change.permission} ${change.role}`;
    case "role-deleted":
      return `role.deleted ${change.role}`;
    case "member-begins":
      return line?.cause ?? line?.event ?? "member.joined";
    case "member-ends":
      return line?.cause ?? line?.event ?? "member.left";
    case "group-configured":
      return "group.configured";
    case "account-ended":
      return `account.${change.how}`;
    case "group-deleted":
      return "group.deleted";
  }
}

/** What touches the account's rights or memberships, collected by kind for one set-based question. */
export interface Overlay {
  readonly taken: { account: string; role: string }[];
  readonly given: { account: string; role: string }[];
  readonly begun: { account: string; grp: string }[];
  readonly ended: { account: string; grp: string }[];
  /** those of them that nobody brought about */
  readonly endedByThemselves: { account: string; grp: string }[];
  readonly ownersMade: string[];
  readonly ownersUnmade: string[];
  readonly rolesDeleted: string[];
  readonly groupsDeleted: string[];
  readonly accountsEnded: string[];
  readonly configured: { grp: string; before: Shape; after: Shape }[];
  /** global roles whose grant of group.request changes */
  readonly requestGranted: string[];
  readonly requestRevoked: string[];
  /** requests that the command itself decides */
  readonly decided: string[];
}

export function overlayOf(changes: readonly Change[]): Overlay {
  const overlay: Overlay = {
    taken: [],
    given: [],
    begun: [],
    ended: [],
    endedByThemselves: [],
    ownersMade: [],
    ownersUnmade: [],
    rolesDeleted: [],
    groupsDeleted: [],
    accountsEnded: [],
    configured: [],
    requestGranted: [],
    requestRevoked: [],
    decided: [],
  };
  for (const change of changes) lay(overlay, change);
  return overlay;
}

function lay(overlay: Overlay, change: Change): void {
  if ("decides" in change && change.decides) overlay.decided.push(change.decides);
  switch (change.kind) {
    case "role-given":
      overlay.given.push({ account: change.accountId, role: change.role });
      break;
    case "role-taken":
      overlay.taken.push({ account: change.accountId, role: change.role });
      break;
    case "owner-made":
      overlay.ownersMade.push(change.accountId);
      break;
    case "owner-unmade":
      overlay.ownersUnmade.push(change.accountId);
      break;
    case "permission-granted":
      if (change.permission === "group.request") overlay.requestGranted.push(change.role);
      break;
    case "permission-revoked":
      if (change.permission === "group.request") overlay.requestRevoked.push(change.role);
      break;
    case "role-deleted":
      overlay.rolesDeleted.push(change.role);
      break;
    case "member-begins":
      overlay.begun.push({ account: change.accountId, grp: change.groupId });
      break;
    case "member-ends":
      overlay.ended.push({ account: change.accountId, grp: change.groupId });
      if (change.byItself) overlay.endedByThemselves.push({ account: change.accountId, grp: change.groupId });
      break;
    case "group-configured":
      overlay.configured.push({ grp: change.groupId, before: change.before, after: change.after });
      break;
    case "account-ended":
      overlay.accountsEnded.push(change.accountId);
      break;
    case "group-deleted":
      overlay.groupsDeleted.push(change.groupId);
      break;
  }
}
