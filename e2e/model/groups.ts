/** SEMANTICS §6: Create, Edit, Delete a group; the reserved names of §12. */
import type { Keys } from "@/lib/scenario/verbs";
import { mayGiveConferred } from "./ceilings";
import { log } from "./chronicle";
import { can } from "./decision";
import { seenGroup } from "./group-named";
import { isActive, isOwner, may } from "./holding";
import { enter } from "./joining";
import { type Flags, type Group, NEW_GROUP, type State } from "./state";

type FlagKeys = { readonly [flag in keyof Flags]?: boolean | undefined };

/** Those flags that are named; the others stay as they are. */
export const withFlags = (flags: Flags, said: FlagKeys): Flags => ({
  internal: said.internal ?? flags.internal,
  hidden: said.hidden ?? flags.hidden,
  open: said.open ?? flags.open,
  public: said.public ?? flags.public,
  restricted: said.restricted ?? flags.restricted,
  published: said.published ?? flags.published,
});

interface GroupSaid extends FlagKeys {
  readonly type: string;
  readonly eligibleRoles?: readonly string[] | undefined;
  readonly confers?: readonly string[] | undefined;
}

export function newGroup(name: string, creator: string, said: GroupSaid): Group {
  return {
    ...{ type: said.type, name, description: "", creator, flags: withFlags(NEW_GROUP, said) },
    eligible: new Set(said.eligibleRoles),
    confers: new Set(said.confers),
    ...{ members: new Map(), leaders: new Set(), leaderGroups: new Set(), pending: new Map(), owesChoice: false },
  };
}

export function createGroup(state: State, actor: string, keys: Keys<"create-group">): string {
  if (!mayCreate(state, actor, keys.type)) return "not-permitted";
  if (isReserved(state, keys.group)) return "reserved-name";
  if (keys.restricted && !isOwner(state, actor)) return "restricted";
  if (!mayConferFromTheStart(state, actor, keys.confers ?? [])) return "exceeds-own";
  const { members } = put(state, actor, keys);
  log(state, "group.created");
  if (members.has(actor)) log(state, "member.added");
  return "created";
}

/** The only way to create a group, besides bypass. */
const mayCreate = (state: State, actor: string, type: string): boolean =>
  isActive(state, actor) && (may(state, actor, `group.create:${type}`) || may(state, actor, "group.bypass"));

/** A group that does not exist yet has no group permissions (§2): without bypass nobody holds group.configure there. */
const mayConferFromTheStart = (state: State, actor: string, roles: readonly string[]): boolean =>
  roles.length === 0 ||
  isOwner(state, actor) ||
  (may(state, actor, "group.bypass") && mayGiveConferred(state, actor, roles));

/** With its creator inside, if the type says so. */
function put(state: State, actor: string, keys: Keys<"create-group">): Group {
  const group = newGroup(keys.group, actor, keys);
  const creator = state.types.get(keys.type)?.creator;
  if (creator?.member) enter(group, actor, creator.roles);
  state.groups.set(keys.group, group);
  return group;
}

export function editGroup(state: State, actor: string, keys: Keys<"edit-group">): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!can(state, actor, group, "group.edit")) return "not-permitted";
  if (keys.name !== undefined && isReserved(state, keys.name)) return "reserved-name";
  const name = keys.name ?? group.name;
  const description = keys.description ?? group.description;
  if (name !== group.name || description !== group.description) log(state, "group.edited");
  Object.assign(group, { name, description });
  return "changed";
}

export function deleteGroup(state: State, actor: string, keys: Keys<"delete-group">): string {
  const group = seenGroup(state, actor, keys.group);
  if (!group) return "not-found";
  if (!can(state, actor, group, "group.delete")) return "not-permitted";
  state.groups.delete(keys.group);
  log(state, "group.deleted");
  return "deleted";
}

/** After NFKC, case folding and trimming. */
const folded = (name: string): string => name.normalize("NFKC").toUpperCase().toLowerCase().trim();

export function isReserved(state: State, name: string): boolean {
  const reserved = state.settings.get("reservedNames");
  return Array.isArray(reserved) && reserved.some((one) => folded(String(one)) === folded(name));
}
