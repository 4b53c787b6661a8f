/** Everything that the model remembers, as plain data: it can be copied, tried out and thrown away. */
import type { Fault } from "./faults";

export interface Account {
  /** those given directly; conferred ones are counted */
  readonly roles: Set<string>;
  owner: boolean;
  active: boolean;
  deleted: boolean;
}

export interface Membership {
  roles: Set<string>;
  /** minutes since the beginning, null for never */
  until: number | null;
  record: string;
}

export interface Flags {
  internal: boolean;
  hidden: boolean;
  open: boolean;
  public: boolean;
  restricted: boolean;
  published: boolean;
}

export type RequestKind = "join" | "leave";

export interface Group {
  readonly type: string;
  /** as people read it; steps go on calling the group by its first name */
  name: string;
  description: string;
  readonly creator: string;
  flags: Flags;
  eligible: Set<string>;
  confers: Set<string>;
  readonly members: Map<string, Membership>;
  readonly leaders: Set<string>;
  readonly leaderGroups: Set<string>;
  /** at most one per account */
  readonly pending: Map<string, RequestKind>;
  /** made internal because the last eligible role was deleted: opening it again needs a choice (§7) */
  owesChoice: boolean;
}

export interface GroupType {
  readonly content: readonly string[];
  readonly creator: { readonly member: boolean; readonly roles: readonly string[] };
  /** by the names that `because` uses */
  readonly columns: Map<string, Set<string>>;
}

export interface Link {
  readonly group: string;
  maker: string;
  readonly maxUses: number | null;
  uses: number;
  readonly expires: number | null;
  readonly asksApproval: boolean;
  paused: boolean;
  revoked: boolean;
}

export interface Post {
  readonly group: string;
  readonly author: string;
  published: boolean;
}

export interface State {
  now: number;
  readonly settings: Map<string, unknown>;
  readonly globalRoles: Map<string, Set<string>>;
  readonly types: Map<string, GroupType>;
  readonly accounts: Map<string, Account>;
  /** those that there are; a deleted one is not */
  readonly groups: Map<string, Group>;
  readonly links: Map<string, Link>;
  readonly posts: Map<string, Post>;
  audit: string[];
  told: Map<string, string[]>;
  /** planted, to show that the comparison can fail */
  readonly faults: ReadonlySet<Fault>;
}

export const ANYBODY = "anonymous";

export const NEW_GROUP: Flags = {
  internal: true,
  hidden: false,
  open: false,
  public: false,
  restricted: false,
  published: true,
};

export const copyOf = (state: State): State => structuredClone(state);

/** In the order of the file, each once. */
export const columnOf = (state: State, type: string, column: string): ReadonlySet<string> =>
  state.types.get(type)?.columns.get(column) ?? new Set();

const MINUTES: { readonly [unit: string]: number } = { m: 1, h: 60, d: 24 * 60 };

/** `+7d`, `-1h`, `8d` in minutes. */
export function minutes(span: string): number {
  const [, sign, count, unit] = /^([+-]?)(\d+)([dhm])$/.exec(span) ?? [];
  return Number(count) * (MINUTES[unit ?? ""] ?? Number.NaN) * (sign === "-" ? -1 : 1);
}

/** The moment that a span from now means; null for never, and where none is said. */
export const momentOf = (state: State, said: string | undefined): number | null =>
  said === undefined || said === "never" ? null : state.now + minutes(said);
