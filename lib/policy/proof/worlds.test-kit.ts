/** Worlds for the proofs: written as the oracle reads them, and the same put into the shapes that the policy takes. */
import type { GlobalPermission, GroupPermission } from "../catalogue";
import type { ContentPermission } from "../content-rows";
import type { Column, GroupFacts, Policy, PolicyViewer, Situation, TypeTable } from "../facts";
import { policyViewer } from "../viewer";
import { KEYS, type World } from "./oracle.test-kit";

export const NOTHING: World = {
  globalRoles: { anonymous: [], authenticated: [] },
  roles: { anonymous: [], outsider: [], member: [], leader: [], custom: {} },
  advancedOutsider: {},
  insider: {},
  posts: true,
  who: { account: "active", owner: false, roles: [], created: false },
  standing: { member: false, roles: [], leads: false, pending: null },
  internal: false,
  hidden: false,
  published: true,
  eligible: [],
};

const column = (name: string, kind: Column["kind"], globalRole: string | null, cells: readonly string[]): Column => ({
  name,
  kind,
  globalRole,
  permissions: new Set(cells as readonly GroupPermission[]),
});

export function tableOf(
  world: Pick<World, "roles" | "advancedOutsider" | "insider" | "posts">,
  type = "squad",
): TypeTable {
  const { roles } = world;
  const columns = [
    column("anonymous", "anonymous", null, roles.anonymous),
    column("outsider", "outsider", null, roles.outsider),
    ...Object.entries(world.advancedOutsider).map(([role, cells]) =>
      column(`outsider:${role}`, "advanced-outsider", role, cells),
    ),
    column("member", "member", null, roles.member),
    ...Object.entries(world.insider).map(([role, cells]) => column(`insider:${role}`, "insider", role, cells)),
    column("leader", "leader", null, roles.leader),
    ...Object.entries(roles.custom).map(([name, cells]) => column(name, "custom", null, cells)),
  ];
  return {
    type,
    columns: new Map(columns.map((one) => [one.name, one])),
    content: new Set(world.posts ? (["post"] as const) : []),
  };
}

export const ME = "me";

export function groupOf(world: World, type = "squad"): GroupFacts {
  return {
    id: "group",
    type,
    internal: world.internal,
    hidden: world.hidden,
    open: false,
    public: false,
    restricted: false,
    published: world.published,
    eligibleRoles: world.eligible,
    confers: [],
    creatorId: world.who.created ? ME : "somebody",
  };
}

export function policyOf(world: World, tables: readonly TypeTable[]): Policy {
  const roles = Object.entries(world.globalRoles).map(
    ([role, keys]) => [role, new Set(keys as readonly GlobalPermission[])] as const,
  );
  return { version: 1, globalRoles: new Map(roles), types: new Map(tables.map((table) => [table.type, table])) };
}

export interface Asking {
  readonly policy: Policy;
  readonly viewer: PolicyViewer;
  readonly situation: Situation;
}

export function viewerOf(world: World, policy: Policy): PolicyViewer {
  const { account, owner, roles } = world.who;
  return policyViewer(policy, account === "none" ? null : { id: ME, active: account === "active", owner }, roles);
}

/** A world in the policy's own shapes; `others` are further types of the portal. */
export function asking(world: World, others: readonly TypeTable[] = []): Asking {
  const table = tableOf(world);
  const policy = policyOf(world, [table, ...others]);
  return {
    policy,
    viewer: viewerOf(world, policy),
    situation: { group: groupOf(world), table, standing: world.standing },
  };
}

// The oracle's keys are the catalogue's: a test compares the two lists, so that these casts cannot lie.
export const groupKeys = KEYS as readonly GroupPermission[];
export const postKeys = KEYS.filter((key) => key.startsWith("post.")) as readonly ContentPermission[];

const GLOBALS = [
  "group.bypass",
  "group.manage",
  "directory.view",
  "profile.view",
  "group.request",
  "group.create:squad",
  "group.overview",
  "type.administer",
  "people.administer",
  "permission.administer",
  "audit.view",
  "explain.view",
  "setting.administer",
] as const;

/** Bytes in one row; a world is read off them, and all zeros is the emptiest world, so that failures shrink towards it. */
export const TAPE = 72;

class Reader {
  private at = 0;
  constructor(private readonly tape: Uint8Array) {}
  byte(): number {
    return this.tape[this.at++ % this.tape.length] ?? 0;
  }
  /** true once in `n` */
  once(n: number): boolean {
    return this.byte() % n === n - 1;
  }
  some<Item>(items: readonly Item[]): Item[] {
    const byte = this.byte();
    return items.filter((_, at) => (byte & (1 << at)) !== 0);
  }
  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.byte() % items.length] ?? items[0];
  }
  /** none to three of the items; half of the bytes stand for none, zero among them */
  few<Item>(items: readonly Item[]): Item[] {
    const found: Item[] = [];
    for (let times = 0; times < 3; times += 1) {
      const item = items[(this.byte() % (items.length * 2)) - items.length];
      if (item !== undefined) found.push(item);
    }
    return found;
  }
}

const CUSTOM_ROLES = ["blue", "red"] as const;

export function worldFrom(tape: Uint8Array): World {
  const read = new Reader(tape);
  const cells = (): string[] => read.few(KEYS);
  const rights = (): string[] => (read.once(3) ? read.few(GLOBALS) : []);
  const member = read.once(2);
  return {
    who: {
      account: read.pick(["active", "active", "active", "active", "none", "inactive", "active", "none"]),
      owner: read.once(12),
      roles: read.some(CUSTOM_ROLES),
      created: read.once(2),
    },
    standing: {
      member,
      roles: read.some(["officer", "admin", "leader", "outsider", "insider:blue", "unknown"]),
      leads: read.once(3),
      pending: read.pick([null, null, "join", "leave"]),
    },
    internal: read.once(3),
    hidden: read.once(3),
    published: !read.once(2),
    eligible: read.once(2) ? read.some(["blue", "red", "authenticated", "anonymous"]) : [],
    posts: !read.once(8),
    globalRoles: { anonymous: rights(), authenticated: rights(), blue: rights(), red: rights() },
    roles: {
      anonymous: cells(),
      outsider: cells(),
      member: cells(),
      leader: cells(),
      custom: { officer: cells(), admin: cells() },
    },
    advancedOutsider: { blue: cells(), red: cells() },
    insider: { blue: cells(), red: cells() },
  };
}
