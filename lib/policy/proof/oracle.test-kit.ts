/** The rules once more, as sets and written apart: this file imports nothing, so that no slip of the policy is in it. */

/** Rows by key: who can hold a cell (Anonymous, Outsider, Member, Leader), `!` where it is high, `~` where it follows publication. */
export const ROWS: Readonly<Record<string, string>> = {
  "group.administer": "OML!",
  "group.view": "AOML~",
  "group.view-unpublished": "OML",
  "group.view-own-unpublished": "OML",
  "group.edit": "OML",
  "group.configure": "OML!",
  "group.delete": "OML!",
  "member.list": "AOML",
  "member.administer": "OML!",
  "member.add": "OML",
  "member.remove": "OML",
  "member.assign-roles": "OML!",
  "request.decide": "OML",
  "link.manage": "OML",
  "leader.appoint": "OML!",
  "member.join": "O",
  "member.request": "O",
  "member.leave": "M",
  "member.edit-own": "M",
  "audit.view": "OML",
  "post.view": "AOML~",
  "post.view-unpublished": "OML~",
  "post.create": "OML~",
  "post.edit-own": "OML~",
  "post.edit-any": "OML~!",
  "post.delete-own": "OML~",
  "post.delete-any": "OML~!",
};

export const KEYS = Object.keys(ROWS);

/** A set of permissions is a number, one bit for each row. */
const BITS = new Map(KEYS.map((key, at) => [key, 1 << at]));
const bit = (key: string): number => {
  const one = BITS.get(key);
  if (one === undefined) throw new Error(`the oracle knows no ${key}`);
  return one;
};
const setOf = (keys: readonly string[]): number => keys.reduce((set, key) => set | bit(key), 0);
const marked = (mark: string): number => setOf(KEYS.filter((key) => ROWS[key]?.includes(mark)));
const has = (set: number, member: number): boolean => (set & member) !== 0;

const HELD_BY = { A: marked("A"), O: marked("O"), M: marked("M"), L: marked("L") };
const EVERYTHING = setOf(KEYS);
const FOLLOWING = marked("~");
const POSTS = setOf(KEYS.filter((key) => key.startsWith("post.")));
const ADMIN = bit("group.administer");
const MANAGED = setOf([
  "group.view",
  "group.view-unpublished",
  "member.list",
  "member.remove",
  "request.decide",
  "audit.view",
]);
const WAYS_IN = setOf(["member.join", "member.request"]);

/** What holding the first brings along. */
const BRINGS: readonly (readonly [number, number])[] = [
  [
    bit("member.administer"),
    setOf(["member.add", "member.remove", "member.assign-roles", "request.decide", "link.manage"]),
  ],
  [bit("post.edit-any"), bit("post.edit-own")],
  [bit("post.delete-any"), bit("post.delete-own")],
];

type Cells = readonly string[];

/** A world as a scenario would write it down: one person, one group, one table. */
export interface World {
  readonly globalRoles: Readonly<Record<string, Cells>>;
  readonly roles: {
    readonly anonymous: Cells;
    readonly outsider: Cells;
    readonly member: Cells;
    readonly leader: Cells;
    readonly custom: Readonly<Record<string, Cells>>;
  };
  readonly advancedOutsider: Readonly<Record<string, Cells>>;
  readonly insider: Readonly<Record<string, Cells>>;
  /** the content type `post` is switched on */
  readonly posts: boolean;
  readonly who: {
    readonly account: "none" | "inactive" | "active";
    readonly owner: boolean;
    readonly roles: Cells;
    readonly created: boolean;
  };
  readonly standing: {
    readonly member: boolean;
    readonly roles: Cells;
    readonly leads: boolean;
    readonly pending: "join" | "leave" | null;
  };
  readonly internal: boolean;
  readonly hidden: boolean;
  readonly published: boolean;
  readonly eligible: Cells;
}

export interface Verdict {
  readonly allowed: boolean;
  readonly rule: string;
  readonly audience: string;
  /** in any order */
  readonly roles: readonly string[];
}

/** All that a world has to say, as sets of permissions. */
interface Sets {
  readonly audience: "anonymous" | "outsider" | "member";
  /** the columns that speak, with what counts of each, implications included */
  readonly columns: readonly (readonly [string, number])[];
  readonly possible: number;
  readonly held: number;
  readonly managed: number;
  readonly administered: number;
  readonly readable: number;
  readonly rights: ReadonlySet<string>;
  readonly owner: boolean;
  readonly bypass: boolean;
  readonly active: boolean;
  /** neither flag hides the group, and the person is eligible */
  readonly inSight: boolean;
  /** a member, a leader or a requester */
  readonly concerned: boolean;
  /** holds the unpublished permission that fits */
  readonly opened: boolean;
}

function globals({ globalRoles, who }: World): ReadonlySet<string> {
  if (who.account === "none") {
    const first = ["directory.view", "profile.view"];
    return new Set((globalRoles.anonymous ?? []).filter((key) => first.includes(key)));
  }
  return new Set(
    [...who.roles, "authenticated"].flatMap((role) => (role === "anonymous" ? [] : (globalRoles[role] ?? []))),
  );
}

function widen(cells: Cells, holders: number): number {
  const counting = setOf(cells) & holders;
  return BRINGS.reduce((set, [key, more]) => (has(counting, key) ? set | (more & holders) : set), counting);
}

function spoken(world: World): [string, number][] {
  const { who, roles, standing } = world;
  const held = new Set([...who.roles, "authenticated"].filter((role) => role !== "anonymous"));
  const tied = (kind: string, table: Readonly<Record<string, Cells>>, holders: number): [string, number][] =>
    Object.entries(table).flatMap(([role, cells]) =>
      held.has(role) ? [[`${kind}:${role}`, widen(cells, holders)]] : [],
    );
  const { O, M, L } = HELD_BY;
  const outside = (): [string, number][] => [
    ["outsider", widen(roles.outsider, O)],
    ...tied("outsider", world.advancedOutsider, O),
  ];
  const inside = (): [string, number][] => [
    ["member", widen(roles.member, M)],
    ...tied("insider", world.insider, M),
    ...Object.entries(roles.custom).flatMap(([name, cells]): [string, number][] =>
      standing.roles.includes(name) ? [[name, widen(cells, M)]] : [],
    ),
  ];
  if (who.account === "none") return [["anonymous", widen(roles.anonymous, HELD_BY.A)]];
  const leading: [string, number][] = standing.leads ? [["leader", widen(roles.leader, L)]] : [];
  return [...(standing.member ? inside() : outside()), ...leading];
}

function setsOf(world: World): Sets {
  const { who, standing } = world;
  const account = who.account !== "none";
  const member = account && standing.member;
  const leads = account && standing.leads;
  const rights = globals(world);
  const columns = spoken(world);
  const held = columns.reduce((set, [, cells]) => set | cells, 0);
  const listed = world.eligible.some(
    (role) => role === "authenticated" || (role !== "anonymous" && who.roles.includes(role)),
  );
  const eligible = world.eligible.length === 0 || (account && (who.owner || listed));
  const inSight = !world.internal && !world.hidden && eligible;
  const concerned = account && (standing.member || standing.leads || standing.pending !== null);
  const opened =
    has(held, bit("group.view-unpublished")) ||
    (account && who.created && has(held, bit("group.view-own-unpublished")));
  const audienceHolds = account ? (member ? HELD_BY.M : HELD_BY.O) : HELD_BY.A;
  return {
    audience: account ? (member ? "member" : "outsider") : "anonymous",
    columns,
    possible: (audienceHolds | (leads ? HELD_BY.L : 0)) & (world.posts ? EVERYTHING : ~POSTS),
    held,
    managed: rights.has("group.manage") && !world.internal ? MANAGED : 0,
    administered: has(held, ADMIN) ? EVERYTHING : 0,
    readable: world.published || opened ? EVERYTHING : EVERYTHING & ~FOLLOWING,
    rights,
    owner: account && who.owner,
    bypass: rights.has("group.bypass"),
    active: who.account !== "inactive",
    inSight,
    concerned,
    opened,
  };
}

/** What the rules say of one world. */
export interface Judge {
  readonly sees: boolean;
  decide(key: string, byLink?: boolean): Verdict;
  decidePost(post: { mine: boolean; published: boolean }, key: string): Verdict;
  /** whether the person holds a site-wide right */
  holds(key: string): boolean;
}

export function judge(world: World): Judge {
  const sets = setsOf(world);
  const sees = seesGroup(world, sets);
  const decide = (key: string, byLink = false): Verdict => verdict(sets, bit(key), byLink);
  return {
    sees,
    decide,
    decidePost: (post, key) => verdictOnPost(post, key, decide, sees && world.posts && world.who.account !== "none"),
    holds: (key) => sets.active && (sets.owner || sets.rights.has(key)),
  };
}

function verdict(sets: Sets, asked: number, byLink: boolean): Verdict {
  const { active, owner, bypass, possible, managed, administered, readable, held, inSight, concerned } = sets;
  const visible = inSight || concerned ? EVERYTHING : byLink ? WAYS_IN : 0;
  const sovereign = owner || bypass ? EVERYTHING : 0;
  const yes = active ? possible & (sovereign | managed | administered | (visible & readable & held)) : 0;
  const because = (): string => {
    if (!active) return "inactive";
    if (!has(possible, asked)) return "impossible";
    if (sovereign) return owner ? "owner" : "bypass";
    if (has(managed, asked)) return "manage";
    if (has(administered, asked)) return "admin";
    if (has(yes, asked)) return "granted";
    if (!has(visible, asked)) return "not-visible";
    return has(readable, asked) ? "not-granted" : "unpublished";
  };
  const rule = because();
  const naming = rule === "admin" ? ADMIN : rule === "granted" ? asked : 0;
  const roles = sets.columns.flatMap(([name, cells]) => (has(cells, naming) ? [name] : []));
  return { allowed: has(yes, asked), rule, audience: sets.audience, roles };
}

function seesGroup(world: World, sets: Sets): boolean {
  const { active, owner, bypass, held, managed, inSight, concerned, opened } = sets;
  const shown = inSight && (world.published ? has(held, bit("group.view")) : opened);
  return active && (owner || bypass || concerned || managed !== 0 || has(held, ADMIN) || shown);
}

function verdictOnPost(
  post: { mine: boolean; published: boolean },
  key: string,
  decide: Judge["decide"],
  mayBeAuthor: boolean,
): Verdict {
  const draft = key === "post.view" && !post.published;
  const asked = decide(draft ? "post.view-unpublished" : key);
  if (draft && post.mine && mayBeAuthor && !asked.allowed)
    return { ...asked, allowed: true, rule: "author", roles: [] };
  const own = key === "post.edit-own" || key === "post.delete-own";
  return asked.allowed && own && !post.mine ? { ...asked, allowed: false, rule: "not-granted", roles: [] } : asked;
}
