/**
 * Random worlds for tests, put straight into the tables as the owner: every combination of flags, tables, roles and
 * standings may occur, also those that no command would bring about. The same number makes the same world.
 */
// Longer than a file should be: it is one world, and its parts refer to each other.
import { createHash } from "node:crypto";
import pg from "pg";
import { fold } from "@/lib/fold";
import { GLOBAL_PERMISSIONS, GROUP_PERMISSIONS, possibleForAnonymousRole, possibleIn } from "@/lib/policy/catalogue";
import { CONTENT_TYPES } from "@/lib/policy/content-rows";
import type { ColumnKind } from "@/lib/policy/facts";

export interface WorldSize {
  readonly seed: number;
  readonly types?: number;
  readonly groups?: number;
  readonly accounts?: number;
  readonly globalRoles?: number;
}

export interface World {
  readonly accounts: readonly string[];
  readonly groups: readonly string[];
  readonly types: readonly string[];
  readonly globalRoles: readonly string[];
  /** clear tokens of the links by the id of the link */
  readonly tokens: ReadonlyMap<string, string>;
}

/** A small fast generator of numbers in [0, 1), the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Dice {
  constructor(private readonly random: () => number) {}
  chance(probability: number): boolean {
    return this.random() < probability;
  }
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
  one<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
  some<T>(items: readonly T[], probability: number): T[] {
    return items.filter(() => this.chance(probability));
  }
  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.below(16).toString(16)).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }
}

const WORDS = [
  "Scouts",
  "Árbol",
  "scouts",
  "Ship",
  "Blue Ring",
  "ring",
  "Ōsaka",
  "Zwölf",
  "Miners",
  "mine",
  "a",
  "Łódź",
];
const FLAGS = ["internal", "hidden", "open", "public", "restricted", "published"] as const;
const LIKELY: Readonly<Record<(typeof FLAGS)[number], number>> = {
  internal: 0.2,
  hidden: 0.25,
  open: 0.5,
  public: 0.4,
  restricted: 0.2,
  published: 0.75,
};

interface SeededColumn {
  type: string;
  name: string;
  kind: ColumnKind;
  global_role: string | null;
}

export async function seedWorld(ownerUrl: string, size: WorldSize): Promise<World> {
  const dice = new Dice(randomFrom(size.seed));
  const {
    types: typeCount = 4,
    groups: groupCount = 120,
    accounts: accountCount = 30,
    globalRoles: roleCount = 4,
  } = size;
  const globalRoles = Array.from({ length: roleCount }, (_, n) => `role-${n}`);
  const types = Array.from({ length: typeCount }, (_, n) => `type-${n}`);
  const columns = types.flatMap((type) => columnsOf(type, globalRoles));
  const accounts = Array.from({ length: accountCount }, (_, n) => accountOf(dice, n));
  const groups = Array.from({ length: groupCount }, (_, n) => groupOf(dice, n, types, accounts));
  const memberships = accounts.flatMap((a) =>
    dice.some(groups, 0.12).map((g) => ({ account_id: a.id, group_id: g.id, type: g.type, how: "added" })),
  );
  const inside = new Set(memberships.map((m) => `${m.account_id} ${m.group_id}`));
  const links = groups.flatMap((g) => (dice.chance(0.5) ? [linkOf(dice, g.id, accounts)] : []));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const insert = (table: string, rows: readonly object[]) => insertRows(client, table, rows);
  try {
    await client.query("begin");
    await insert(
      "global_role",
      globalRoles.map((name, n) => ({ name, label: `Role ${n}`, position: n + 2 })),
    );
    await insert("global_grant", globalGrants(dice, globalRoles, types));
    await insert(
      "group_type",
      types.map((name, n) => ({ name, label: `Type ${n}`, position: n })),
    );
    await insert(
      "group_type_content",
      types.filter(() => dice.chance(0.75)).flatMap((type) => CONTENT_TYPES.map(({ key }) => ({ type, content: key }))),
    );
    await insert(
      "group_role",
      columns.map((column, position) => ({ ...column, label: column.name, position })),
    );
    await insert(
      "group_grant",
      columns.flatMap((column) => grantsOf(dice, column)),
    );
    await insert("account", accounts);
    await insert(
      "account_role",
      accounts.flatMap((a) => dice.some(globalRoles, 0.25).map((role) => ({ account_id: a.id, role }))),
    );
    await insert("groups", groups);
    await insert(
      "group_eligible_role",
      groups.flatMap((g) =>
        dice.chance(0.35)
          ? dice.some([...globalRoles, "authenticated"], 0.3).map((role) => ({ group_id: g.id, role }))
          : [],
      ),
    );
    await insert(
      "group_conferred_role",
      groups.flatMap((g) => dice.some(globalRoles, 0.03).map((role) => ({ group_id: g.id, role }))),
    );
    await insert(
      "membership",
      memberships.map(({ type, ...m }) => m),
    );
    await insert(
      "membership_role",
      memberships.flatMap(({ account_id, group_id, type }) =>
        dice.some(customRoles(columns, type), 0.4).map((role) => ({ account_id, group_id, type, role })),
      ),
    );
    await insert("leader", [
      ...accounts.flatMap((a) => dice.some(groups, 0.04).map((g) => ({ group_id: g.id, account_id: a.id }))),
      ...groups.flatMap((g) => {
        const other = dice.one(groups);
        return dice.chance(0.1) && other.id !== g.id ? [{ group_id: g.id, leader_group_id: other.id }] : [];
      }),
    ]);
    await insert(
      "join_link",
      links.map(({ token, ...link }) => link),
    );
    await insert(
      "request",
      accounts.flatMap((a) =>
        dice.some(groups, 0.08).map((g) => requestOf(dice, a.id, g.id, inside.has(`${a.id} ${g.id}`))),
      ),
    );
    await client.query("update policy set version = version + 1");
    await client.query("commit");
    await client.query("analyze");
  } finally {
    await client.end();
  }
  return {
    accounts: accounts.map(({ id }) => id),
    groups: groups.map(({ id }) => id),
    types,
    globalRoles,
    tokens: new Map(links.map(({ id, token }) => [id, token])),
  };
}

/** Rows of one table from plain objects; a key that is missing takes the column's default. */
export async function insertRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    .map((key) => client.escapeIdentifier(key))
    .join(", ");
  const name = client.escapeIdentifier(table);
  await client.query(
    `insert into ${name} (${keys}) select ${keys} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

function columnsOf(type: string, globalRoles: readonly string[]): SeededColumn[] {
  const built = (["anonymous", "outsider", "member", "leader"] as const).map((kind) => ({
    ...{ type, name: kind, kind },
    global_role: null,
  }));
  const custom = ["chief", "clerk"].map((name) => ({ type, name, kind: "custom" as const, global_role: null }));
  const tied = globalRoles.flatMap((role) => [
    { type, name: `outsider:${role}`, kind: "advanced-outsider" as const, global_role: role },
    { type, name: `insider:${role}`, kind: "insider" as const, global_role: role },
  ]);
  return [...built, ...custom, ...tied];
}

function customRoles(columns: readonly SeededColumn[], type: string): string[] {
  return columns.filter((column) => column.type === type && column.kind === "custom").map(({ name }) => name);
}

function grantsOf(dice: Dice, { type, name: role, kind, global_role }: SeededColumn) {
  const often = global_role === null ? 1 : 0.35;
  const likely = (key: string) => (key === "group.administer" ? 0.06 : key.startsWith("group.view") ? 0.55 : 0.25);
  return GROUP_PERMISSIONS.filter(({ key }) => possibleIn(kind, key) === true && dice.chance(likely(key) * often)).map(
    ({ key }) => ({ type, role, kind, permission: key }),
  );
}

function globalGrants(dice: Dice, globalRoles: readonly string[], types: readonly string[]) {
  const keys = GLOBAL_PERMISSIONS.map(({ key }) => key);
  const open = [
    { role: "anonymous", permission: "directory.view" },
    { role: "authenticated", permission: "directory.view" },
  ];
  const anonymous = keys.filter((key) => possibleForAnonymousRole(key) === true && key !== "directory.view");
  const creating = types.map((type) => `group.create:${type}` as const);
  return [
    ...open,
    ...dice.some(anonymous, 0.5).map((permission) => ({ role: "anonymous", permission })),
    ...globalRoles.flatMap((role, n) => [
      // Each of the great rights has a role of its own, so that most accounts hold none of them.
      ...(n === 0 ? [{ role, permission: "group.request" }] : []),
      ...(n === 1 ? [{ role, permission: "group.manage" }] : []),
      ...(n === 2 && dice.chance(0.5) ? [{ role, permission: "group.bypass" }] : []),
      ...dice.some(creating, 0.2).map((permission) => ({ role, permission })),
    ]),
  ];
}

function accountOf(dice: Dice, n: number) {
  const name = `${dice.one(WORDS)} ${n}`;
  // The first is an owner and the second inactive, so that every world has one of each.
  return {
    id: dice.uuid(),
    name,
    name_key: fold(name),
    active: n !== 1,
    owner: n === 0 || (n > 1 && dice.chance(0.03)),
  };
}

function groupOf(dice: Dice, n: number, types: readonly string[], accounts: readonly { id: string }[]) {
  const name = Array.from({ length: 1 + dice.below(2) }, () => dice.one(WORDS)).join(" ");
  const description = dice.chance(0.5) ? `${dice.one(WORDS)} for ${dice.one(WORDS)}\nsecond line` : "";
  const flags = Object.fromEntries(FLAGS.map((flag) => [flag, dice.chance(LIKELY[flag])]));
  return {
    id: dice.uuid(),
    slug: `group-${n}-${n.toString(36).padStart(6, "0")}`,
    type: dice.one(types),
    ...{ name, description, name_key: fold(name), search_key: fold(`${name} ${description}`) },
    ...{ picture: "hall", colour: "moss", internal_forced: false, quiet_join_page: dice.chance(0.3), version: 1 },
    ...flags,
    creator_id: dice.chance(0.6) ? dice.one(accounts).id : null,
    created_at: MADE,
    changed_at: MADE,
  };
}

const MADE = "2026-01-01T00:00:00Z";

function linkOf(dice: Dice, group_id: string, accounts: readonly { id: string }[]) {
  const token = `ghj_${Array.from({ length: 43 }, () => dice.one([..."abcdefghijklmnopqrstuvwxyz0123456789"])).join("")}`;
  return {
    id: dice.uuid(),
    ...{ token, group_id, token_hash: createHash("sha256").update(token).digest("hex"), prefix: token.slice(0, 10) },
    ...{ maker_id: dice.one(accounts).id, label: "", note: "", uses: dice.below(3) },
    expires_at: dice.one([null, null, "2000-01-01T00:00:00Z", "2999-01-01T00:00:00Z"]),
    max_uses: dice.one([null, null, 2, 5]),
    asks_approval: dice.chance(0.3),
    paused_at: dice.chance(0.1) ? MADE : null,
    revoked_at: dice.chance(0.1) ? MADE : null,
    created_at: MADE,
  };
}

function requestOf(dice: Dice, account_id: string, group_id: string, member: boolean) {
  const pending = dice.chance(0.7);
  return {
    id: dice.uuid(),
    ...{ account_id, group_id, kind: member ? "leave" : "join", status: pending ? "pending" : "rejected" },
    ...{ note: "please", reason: "", created_at: `2026-01-0${1 + dice.below(9)}T00:00:00Z` },
    decided_at: pending ? null : MADE,
  };
}
