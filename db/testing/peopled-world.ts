/**
 * A world with groups and people in it, for one test, in a database of its own. It is written as rows by the database's
 * owner: tests of the gate and of consequences must not rest on the commands that those hold.
 */
import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { fold } from "@/lib/fold";
import { openPortal, type Portal } from "@/lib/portal";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";
import { type Clone, cloneDatabase } from "../scratch";
import { makeWorld } from "./world";

export interface GroupDraft {
  readonly type?: string;
  readonly internal?: boolean;
  readonly hidden?: boolean;
  readonly open?: boolean;
  readonly public?: boolean;
  readonly restricted?: boolean;
  readonly published?: boolean;
  readonly eligible?: readonly string[];
  readonly confers?: readonly string[];
  readonly creator?: string;
  /** accounts, or accounts with their custom roles */
  readonly members?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  readonly leaders?: readonly string[];
  readonly leaderGroups?: readonly string[];
  readonly pending?: Readonly<Record<string, "join" | "leave">>;
}

export interface WorldDraft {
  /** global roles with their permissions; the two built-in ones may be named */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  /** types with the cells of their columns; names that are not built in or tied become custom columns */
  readonly types?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly accounts?: Readonly<
    Record<string, { readonly roles?: readonly string[]; readonly owner?: boolean; readonly active?: boolean }>
  >;
  readonly groups?: Readonly<Record<string, GroupDraft>>;
  readonly links?: Readonly<Record<string, { readonly group: string; readonly by: string }>>;
  readonly posts?: Readonly<Record<string, { readonly group: string; readonly by: string }>>;
}

/** One owner, `root`, is there unless an owner is named. */
export async function peopledWorld(draft: WorldDraft = {}): Promise<World> {
  const clone = await cloneDatabase(inject("ownerUrl"));
  const owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  const told: string[] = [];
  const portal = await openPortal({
    ...{ url: clone.appUrl, size: 4, logLevel: "silent" },
    onStatement: (text) => told.push(text),
  });
  onTestFinished(async () => {
    await portal.store.end();
    await owner.end();
    await clone.drop();
  });
  const world = new World(portal, owner, told, clone);
  await fill(world, clone, draft);
  return world;
}

export class World {
  readonly ids = new Map<string, string>();
  readonly #db;
  #logged = 0;

  constructor(
    readonly portal: Portal,
    readonly owner: pg.Client,
    readonly told: string[],
    readonly clone: Clone,
  ) {
    this.#db = drizzle({ client: owner });
  }

  /** Runs a statement as the owner of the database, past every rule but the constraints. */
  async rows<T>(statement: SQL): Promise<T[]> {
    return (await this.#db.execute(statement)).rows as T[];
  }

  id(name: string): string {
    const id = this.ids.get(name);
    if (!id) throw new Error(`no ${name} in this world`);
    return id;
  }

  as(name: string): Promise<Viewer> {
    return findViewer(this.portal, { account: this.id(name) });
  }

  site(): Promise<Viewer> {
    return siteViewer(this.portal);
  }

  /** Accounts in a group, by name, in order. */
  async members(group: string): Promise<string[]> {
    return this.#names(sql`select account_id as id from membership where group_id = ${this.id(group)}`);
  }

  /** Accounts with something pending in a group. */
  async pending(group: string): Promise<string[]> {
    return this.#names(
      sql`select account_id as id from request where group_id = ${this.id(group)} and status = 'pending'`,
    );
  }

  /** Custom global roles that an account holds, conferred ones included. */
  async held(account: string): Promise<string[]> {
    const { globalRoles } = await this.as(account);
    return [...globalRoles].filter((role) => role !== "authenticated").sort();
  }

  /** What was logged since the last call, as `event account group role`, in any order, with its cause if asked. */
  async logged(how: { cause?: boolean } = {}): Promise<string[]> {
    const rows = await this.rows<{
      id: number;
      event: string;
      who: string;
      where: string;
      what: string;
      cause: string;
    }>(
      sql`select id::int, event, account_id as who, group_id as where, coalesce(permission || ' ' || role, role) as what, cause
        from audit where id > ${this.#logged} order by id`,
    );
    this.#logged = rows.at(-1)?.id ?? this.#logged;
    return rows
      .map(({ event, who, where, what, cause }) =>
        [event, this.name(who), this.name(where), what, how.cause && cause && `(${cause})`].filter(Boolean).join(" "),
      )
      .sort();
  }

  /** Every notice that an account has, as `event group role`. */
  async notices(account: string): Promise<string[]> {
    const rows = await this.rows<{ event: string; where: string; role: string }>(
      sql`select event, group_id as where, role from notice where account_id = ${this.id(account)}`,
    );
    return rows.map(({ event, where, role }) => [event, this.name(where), role].filter(Boolean).join(" ")).sort();
  }

  /** The name of an id, or the id itself. */
  name(id: string | null): string {
    return [...this.ids].find(([, known]) => known === id)?.[0] ?? id ?? "";
  }

  async #names(statement: SQL): Promise<string[]> {
    return (await this.rows<{ id: string }>(statement)).map((row) => this.name(row.id)).sort();
  }
}

async function fill(world: World, clone: Clone, draft: WorldDraft): Promise<void> {
  const roles = Object.keys(draft.roles ?? {}).filter((role) => role !== "anonymous" && role !== "authenticated");
  const tied = Object.fromEntries(
    roles.flatMap((role) => [
      [`outsider:${role}`, []],
      [`insider:${role}`, []],
    ]),
  );
  const types = Object.entries({ club: {}, ...draft.types }).map(([type, cells]) => [type, { ...tied, ...cells }]);
  const accounts = draft.accounts ?? {};
  const owned = Object.values(accounts).some(({ owner }) => owner);
  const ids = await makeWorld(clone, {
    globalRoles: draft.roles,
    types: Object.fromEntries(types),
    accounts: owned ? accounts : { root: { owner: true }, ...accounts },
  });
  for (const [name, id] of Object.entries(ids)) world.ids.set(name, id);
  const groups = Object.entries(draft.groups ?? {});
  for (const [name, group] of groups) await addGroup(world, name, group);
  for (const [name, group] of groups) await addPeople(world, name, group);
  for (const [name, { group, by }] of Object.entries(draft.links ?? {})) await addLink(world, name, group, by);
  for (const [name, { group, by }] of Object.entries(draft.posts ?? {})) {
    const id = remember(world, name);
    await world.rows(sql`insert into post (id, group_id, author_id, title)
      values (${id}, ${world.id(group)}, ${world.id(by)}, ${name})`);
  }
}

function remember(world: World, name: string): string {
  const id = randomUUID();
  world.ids.set(name, id);
  return id;
}

async function addGroup(world: World, name: string, group: GroupDraft): Promise<void> {
  const id = remember(world, name);
  const { type = "club", internal = false, hidden = false, open = false, restricted = false, published = true } = group;
  await world.rows(sql`insert into groups (id, slug, type, name, name_key, search_key, internal, hidden, open, public,
      restricted, published, creator_id)
    values (${id}, ${`${name.toLowerCase()}-aaaaaa`}, ${type}, ${name}, ${fold(name)}, ${fold(name)}, ${internal}, ${hidden}, ${open},
      ${group.public ?? false}, ${restricted}, ${published}, ${group.creator ? world.id(group.creator) : null})`);
  for (const role of group.eligible ?? [])
    await world.rows(sql`insert into group_eligible_role values (${id}, ${role})`);
  for (const role of group.confers ?? [])
    await world.rows(sql`insert into group_conferred_role values (${id}, ${role})`);
}

async function addPeople(world: World, name: string, group: GroupDraft): Promise<void> {
  const id = world.id(name);
  const members: Readonly<Record<string, readonly string[]>> = isList(group.members)
    ? Object.fromEntries(group.members.map((member) => [member, []]))
    : (group.members ?? {});
  for (const [member, roles] of Object.entries(members)) {
    await world.rows(
      sql`insert into membership (group_id, account_id, how) values (${id}, ${world.id(member)}, 'import')`,
    );
    for (const role of roles) {
      await world.rows(sql`insert into membership_role (group_id, account_id, type, role)
        values (${id}, ${world.id(member)}, ${group.type ?? "club"}, ${role})`);
    }
  }
  for (const leader of group.leaders ?? []) {
    await world.rows(sql`insert into leader (group_id, account_id) values (${id}, ${world.id(leader)})`);
  }
  for (const leader of group.leaderGroups ?? []) {
    await world.rows(sql`insert into leader (group_id, leader_group_id) values (${id}, ${world.id(leader)})`);
  }
  for (const [account, kind] of Object.entries(group.pending ?? {})) {
    await world.rows(
      sql`insert into request (group_id, account_id, kind) values (${id}, ${world.id(account)}, ${kind})`,
    );
  }
}

const isList = (members: GroupDraft["members"]): members is readonly string[] => Array.isArray(members);

async function addLink(world: World, name: string, group: string, by: string): Promise<void> {
  const id = remember(world, name);
  const hash = Buffer.from(id.replaceAll("-", "")).toString("hex").slice(0, 64);
  await world.rows(sql`insert into join_link (id, group_id, token_hash, prefix, maker_id)
    values (${id}, ${world.id(group)}, ${hash}, ${id.slice(0, 6)}, ${world.id(by)})`);
}
