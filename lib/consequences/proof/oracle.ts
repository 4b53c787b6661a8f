/** What must follow from a change, worked out again by hand over sets: slow, plain, and sharing nothing with the plan. */

export interface State {
  /** global roles that hold the right to request */
  readonly requestRoles: ReadonlySet<string>;
  readonly accounts: ReadonlyMap<string, { owner: boolean; active: boolean; direct: ReadonlySet<string> }>;
  readonly groups: ReadonlyMap<string, GroupState>;
  /** `account group` */
  readonly members: ReadonlySet<string>;
  readonly pending: ReadonlyMap<string, "join" | "leave">;
}

export interface GroupState {
  readonly public: boolean;
  readonly internal: boolean;
  readonly open: boolean;
  readonly restricted: boolean;
  readonly eligible: ReadonlySet<string>;
  readonly confers: ReadonlySet<string>;
}

export type Cause =
  | { kind: "take-role"; account: string; role: string }
  | { kind: "revoke-request"; role: string }
  | { kind: "delete-role"; role: string }
  | { kind: "unmake-owner" | "deactivate" | "delete"; account: string }
  | { kind: "remove-member"; account: string; group: string }
  | { kind: "delete-group"; group: string }
  | { kind: "configure"; group: string; to: GroupState };

export interface Expected {
  readonly members: Set<string>;
  readonly pending: Set<string>;
  readonly internal: Set<string>;
}

const split = (pair: string): [string, string] => {
  const [account = "", group = ""] = pair.split(" ");
  return [account, group];
};
const meets = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some((item) => other.has(item));
const without = (set: ReadonlySet<string>, item: string) => new Set([...set].filter((one) => one !== item));
/** The state with nothing but the cause itself done to it. */
function caused(state: State, cause: Cause): State {
  const { accounts, groups, members } = state;
  switch (cause.kind) {
    case "take-role":
      return {
        ...state,
        accounts: withAccount(accounts, cause.account, (a) => ({ ...a, direct: without(a.direct, cause.role) })),
      };
    case "unmake-owner":
      return { ...state, accounts: withAccount(accounts, cause.account, (a) => ({ ...a, owner: false })) };
    case "revoke-request":
      return { ...state, requestRoles: without(state.requestRoles, cause.role) };
    case "delete-role":
      return {
        ...state,
        requestRoles: without(state.requestRoles, cause.role),
        accounts: new Map([...accounts].map(([id, a]) => [id, { ...a, direct: without(a.direct, cause.role) }])),
        groups: new Map([...groups].map(([id, g]) => [id, roleGone(g, cause.role)])),
      };
    case "remove-member":
      return { ...state, members: without(members, `${cause.account} ${cause.group}`) };
    case "delete-group":
      return {
        ...state,
        groups: new Map([...groups].filter(([id]) => id !== cause.group)),
        members: new Set([...members].filter((pair) => split(pair)[1] !== cause.group)),
        pending: new Map([...state.pending].filter(([pair]) => split(pair)[1] !== cause.group)),
      };
    case "configure":
      return { ...state, groups: new Map([...groups, [cause.group, cause.to]]) };
    default:
      return { ...state, members: new Set([...members].filter((pair) => split(pair)[0] !== cause.account)) };
  }
}

function withAccount(accounts: State["accounts"], id: string, change: (a: AccountState) => AccountState) {
  return new Map([...accounts].map(([other, account]) => [other, other === id ? change(account) : account]));
}

type AccountState = { owner: boolean; active: boolean; direct: ReadonlySet<string> };

function roleGone(group: GroupState, role: string): GroupState {
  const eligible = without(group.eligible, role);
  const emptied = group.eligible.size > 0 && eligible.size === 0;
  return { ...group, eligible, confers: without(group.confers, role), internal: group.internal || emptied };
}

const groupsOf = ({ members }: State, account: string) =>
  [...members].map(split).flatMap(([who, group]) => (who === account ? [group] : []));

/** Everything that an account is said to hold by what is stored. */
function holds(state: State, account: string): Set<string> {
  const conferred = groupsOf(state, account).flatMap((group) => [...(state.groups.get(group)?.confers ?? [])]);
  return new Set(["authenticated", ...(state.accounts.get(account)?.direct ?? []), ...conferred]);
}

/** Whether the cause takes something from the account. */
function takesFrom(before: State, cause: Cause, account: string): boolean {
  const held = holds(before, account);
  const isMember = "group" in cause && before.members.has(`${account} ${cause.group}`);
  const old = "group" in cause ? before.groups.get(cause.group) : undefined;
  switch (cause.kind) {
    case "take-role":
    case "unmake-owner":
      return cause.account === account;
    case "revoke-request":
    case "delete-role":
      return held.has(cause.role);
    case "remove-member":
      return cause.account === account && (old?.confers.size ?? 0) > 0;
    case "delete-group":
      return isMember && (old?.confers.size ?? 0) > 0;
    case "configure": {
      const fewer = [...(old?.confers ?? [])].some((role) => !cause.to.confers.has(role));
      const was = [...(old?.eligible ?? [])];
      const widened = was.length > 0 && was.every((role) => cause.to.eligible.has(role));
      const narrower = cause.to.eligible.size > 0 && !widened;
      return isMember && (fewer || narrower);
    }
    default:
      return false;
  }
}

export function expectedAfter(before: State, cause: Cause): Expected {
  const next = caused(before, cause);
  const members = new Set(next.members);
  const heldAfter = new Map<string, Set<string>>();
  for (const [account, { owner }] of next.accounts) {
    const mine = groupsOf(next, account);
    if (!takesFrom(before, cause, account) || owner) {
      heldAfter.set(account, holds(next, account));
      continue;
    }
    const held = new Set(["authenticated", ...(next.accounts.get(account)?.direct ?? [])]);
    const stands = (id: string) => membershipStands(before, next, account, id, held);
    for (let size = -1; size !== held.size; ) {
      size = held.size;
      for (const id of mine) if (stands(id)) for (const role of next.groups.get(id)?.confers ?? []) held.add(role);
    }
    for (const id of mine) if (!stands(id)) members.delete(`${account} ${id}`);
    heldAfter.set(account, held);
  }
  const pending = new Set<string>();
  for (const [pair, kind] of next.pending) {
    const fate = fateOf(before, next, cause, members, heldAfter, pair, kind);
    if (fate === "joins") members.add(pair);
    if (fate === "waits") pending.add(pair);
  }
  const internal = new Set([...next.groups].filter(([, group]) => group.internal).map(([id]) => id));
  return { members, pending, internal };
}

function membershipStands(before: State, next: State, account: string, id: string, held: ReadonlySet<string>): boolean {
  const [old, now, who] = [before.groups.get(id), next.groups.get(id), before.accounts.get(account)];
  if (!old || !now || !who || now.public) return true;
  const heldBefore = holds(before, account);
  if ((who.owner || meets(heldBefore, before.requestRoles)) && !meets(held, next.requestRoles)) return false;
  const wasEligible = who.owner || old.eligible.size === 0 || meets(heldBefore, old.eligible);
  return !(wasEligible && now.eligible.size > 0 && !meets(held, now.eligible));
}

function fateOf(
  before: State,
  next: State,
  cause: Cause,
  members: ReadonlySet<string>,
  heldAfter: ReadonlyMap<string, Set<string>>,
  pair: string,
  kind: "join" | "leave",
): "waits" | "closed" | "joins" {
  const [account, id] = split(pair);
  const [old, now] = [before.groups.get(id), next.groups.get(id)];
  const [was, is] = [before.accounts.get(account), next.accounts.get(account)];
  if (!old || !now || !was || !is) return "closed";
  if ((cause.kind === "deactivate" || cause.kind === "delete") && cause.account === account) return "closed";
  if (now.internal && !old.internal) return "closed";
  if (before.members.has(pair) !== members.has(pair)) return "closed";
  if (kind === "leave") return "waits";
  const held = heldAfter.get(account) ?? new Set();
  const asks = is.owner || meets(held, next.requestRoles);
  const eligible = is.owner || now.eligible.size === 0 || meets(held, now.eligible);
  const opens = (group: GroupState) => group.open && !group.restricted && !group.internal;
  if (opens(now) && !opens(old) && is.active && eligible && (asks || now.public)) return "joins";
  const heldBefore = holds(before, account);
  const asked = was.owner || meets(heldBefore, before.requestRoles);
  const wasEligible = was.owner || old.eligible.size === 0 || meets(heldBefore, old.eligible);
  if (!now.public && !asks && (asked || old.public)) return "closed";
  return wasEligible && !eligible ? "closed" : "waits";
}
