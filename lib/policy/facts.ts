/** The facts that the policy is asked about. Plain values only: a fact is gathered elsewhere, never here. */
import type { GlobalPermission, GroupPermission } from "./catalogue";
import type { ContentType } from "./content-rows";

/** How an account stands to one group: exactly one of these. */
export type Audience = "anonymous" | "outsider" | "member";

/** What a column of a type's table is; `leader` stands beside every audience. */
export type ColumnKind = "anonymous" | "outsider" | "advanced-outsider" | "member" | "insider" | "custom" | "leader";

/**
 * One column of a type's table. `name` is what `because` and the table call it: `anonymous`, `outsider`, `member`,
 * `leader`, a custom role's name, `outsider:ROLE`, `insider:ROLE`.
 */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** the global role that an advanced outsider or insider column is tied to, else null */
  readonly globalRole: string | null;
  readonly permissions: ReadonlySet<GroupPermission>;
}

/** A group type as the policy knows it: its columns by name. */
export interface TypeTable {
  readonly type: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** content types switched on; what belongs to any other is impossible here. Absent: all of them */
  readonly content?: ReadonlySet<ContentType>;
}

/** Everything that all groups share: who grants what to whom, at one version. */
export interface Policy {
  readonly version: number;
  /** permissions of every global role, `anonymous` and `authenticated` included */
  readonly globalRoles: ReadonlyMap<string, ReadonlySet<GlobalPermission>>;
  readonly types: ReadonlyMap<string, TypeTable>;
}

/** Who asks. `account` is null for a visitor. */
export interface PolicyViewer {
  readonly account: { readonly id: string; readonly active: boolean; readonly owner: boolean } | null;
  /** names of every global role held, conferred ones included; a visitor holds `anonymous`, an account `authenticated` */
  readonly globalRoles: ReadonlySet<string>;
  /** united over those roles; a site owner's need not be listed */
  readonly globalPermissions: ReadonlySet<GlobalPermission>;
}

/** One group's own facts: its flags, and who it is for. */
export interface GroupFacts {
  readonly id: string;
  readonly type: string;
  readonly internal: boolean;
  readonly hidden: boolean;
  readonly open: boolean;
  readonly public: boolean;
  readonly restricted: boolean;
  readonly published: boolean;
  /** global roles of which one is needed; empty means everybody */
  readonly eligibleRoles: readonly string[];
  /** global roles that members hold because they are members */
  readonly confers: readonly string[];
  readonly creatorId: string | null;
}

/** How one account stands to one group. */
export interface Standing {
  readonly member: boolean;
  /** custom group roles on the membership, by name */
  readonly roles: readonly string[];
  readonly leads: boolean;
  readonly pending: "join" | "leave" | null;
}

/** Viewer-independent and viewer-dependent facts of one group, together: what `decide` is asked about. */
export interface Situation {
  readonly group: GroupFacts;
  readonly table: TypeTable;
  readonly standing: Standing;
  /** whoever looks at the portal as the viewer, and how they stand there themselves: they are shown no more than that */
  readonly onlooker?: Onlooker;
}

export interface Onlooker {
  readonly viewer: PolicyViewer;
  readonly standing: Standing;
}

export type Rule =
  | "inactive"
  | "impossible"
  | "owner"
  | "bypass"
  | "manage"
  | "admin"
  | "not-visible"
  | "unpublished"
  | "granted"
  | "not-granted"
  | "author";

/** The answer with its reason. `roles` are the columns that grant it (under `admin` and `granted`), else empty. */
export interface Decision {
  readonly allowed: boolean;
  readonly rule: Rule;
  readonly audience: Audience;
  readonly roles: readonly string[];
}

/** State of a join link at one moment, the first that applies; `open` lets in. */
export type LinkState = "not-found" | "revoked" | "unavailable" | "paused" | "expired" | "used-up" | "open";

/** Why a global permission is held or not. */
export type GlobalRule = "inactive" | "impossible" | "owner" | "granted" | "not-granted";

export interface GlobalDecision {
  readonly allowed: boolean;
  readonly rule: GlobalRule;
}

/** What of a post decides about it: whether the viewer wrote it, and whether it is more than a draft. */
export interface PostFacts {
  readonly mine: boolean;
  readonly published: boolean;
}
