/** The world that a scenario describes, as the model's state: nothing is held “at the start”, nothing was told yet. */
import type { World, WorldGroup } from "@/lib/scenario/shape";
import { BUILT_IN_COLUMNS } from "./catalogue";
import type { Fault } from "./faults";
import { newGroup } from "./groups";
import { enter } from "./joining";
import { newLink } from "./links";
import { type Account, type GroupType, momentOf, type State } from "./state";

export function stateOf(world: World, faults: readonly Fault[] = []): State {
  const state: State = {
    now: 0,
    settings: new Map<string, unknown>(
      Object.entries({ autoLeave: false, notifyLeaders: true, reservedNames: [], ...world.settings }),
    ),
    globalRoles: each({ anonymous: [], authenticated: [], ...world.globalRoles }, (held) => new Set(held)),
    types: each(world.types, typeOf),
    accounts: each(world.accounts, ({ roles, owner, active }) => account(roles, owner, active)),
    ...{ groups: new Map(), links: new Map(), posts: new Map(), audit: [], told: new Map() },
    faults: new Set(faults),
  };
  if (![...state.accounts.values()].some(({ owner }) => owner)) state.accounts.set("owner", account([], true, true));
  const firstOwner = [...state.accounts].find(([, { owner }]) => owner)?.[0] ?? "";
  for (const [name, group] of Object.entries(world.groups)) addGroup(state, name, group, firstOwner);
  for (const [name, { by, ...link }] of Object.entries(world.links)) state.links.set(name, newLink(state, by, link));
  for (const [name, { group, by, published }] of Object.entries(world.posts)) {
    state.posts.set(name, { group, author: by, published });
  }
  return state;
}

const each = <T, R>(named: { readonly [name: string]: T }, make: (value: T) => R): Map<string, R> =>
  new Map(Object.entries(named).map(([name, value]) => [name, make(value)]));

const account = (roles: readonly string[], owner: boolean, active: boolean): Account => ({
  ...{ roles: new Set(roles), owner, active, deleted: false },
});

function typeOf({ content, creator, roles, advancedOutsider, insider }: World["types"][string]): GroupType {
  const columns = new Map(BUILT_IN_COLUMNS.map((column) => [column, new Set<string>()]));
  for (const [column, held] of Object.entries(roles)) columns.set(column, new Set(held));
  for (const [role, held] of Object.entries(advancedOutsider)) columns.set(`outsider:${role}`, new Set(held));
  for (const [role, held] of Object.entries(insider)) columns.set(`insider:${role}`, new Set(held));
  return { content, creator, columns };
}

function addGroup(state: State, name: string, said: WorldGroup, firstOwner: string): void {
  const group = newGroup(name, said.creator ?? firstOwner, said);
  for (const [who, membership] of Object.entries(said.members)) {
    const { roles, until } = Array.isArray(membership) ? { roles: membership, until: undefined } : membership;
    enter(group, who, roles, momentOf(state, until));
  }
  for (const who of said.leaders.accounts) group.leaders.add(who);
  for (const one of said.leaders.groups) group.leaderGroups.add(one);
  state.groups.set(name, group);
}
