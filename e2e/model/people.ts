/** SEMANTICS §2 and §9: accounts, their global roles, site owners; and the settings of §12. */
import type { Keys } from "@/lib/scenario/verbs";
import { standsAboveInPortal } from "./ceilings";
import { log, logAndTell } from "./chronicle";
import { activeOwners, globalRolesOf, isActive, isOwner, may } from "./holding";
import type { Account, State } from "./state";

const administersPeople = (state: State, actor: string): boolean =>
  isActive(state, actor) && may(state, actor, "people.administer");

const accountNamed = (state: State, name: string): Account => {
  const account = state.accounts.get(name);
  if (!account) throw new Error(`There is no account ${name}.`);
  return account;
};

/** The entry is written where it is seen which roles began and ended. */
export function assignGlobal(state: State, actor: string, { account, role }: Keys<"assign-global">): string {
  if (!administersPeople(state, actor)) return "not-permitted";
  const there = accountNamed(state, account);
  if (there.roles.has(role)) return "changed";
  if (!isOwner(state, actor) && !globalRolesOf(state, actor).has(role)) return "exceeds-own";
  there.roles.add(role);
  return "changed";
}

export function unassignGlobal(state: State, actor: string, { account, role }: Keys<"unassign-global">): string {
  if (!administersPeople(state, actor)) return "not-permitted";
  const there = accountNamed(state, account);
  if (standsAboveInPortal(state, actor, account)) return "exceeds-own";
  if (there.roles.delete(role)) return "changed";
  return globalRolesOf(state, account).has(role) ? "conferred" : "changed";
}

export function makeOwner(state: State, actor: string, { account }: Keys<"make-owner">): string {
  if (!isActive(state, actor) || !isOwner(state, actor)) return "not-permitted";
  const there = accountNamed(state, account);
  if (!there.owner) logAndTell(state, actor, account, "account.owner-made");
  there.owner = true;
  return "changed";
}

export function unmakeOwner(state: State, actor: string, { account }: Keys<"unmake-owner">): string {
  if (!isActive(state, actor) || !isOwner(state, actor)) return "not-permitted";
  if (isLastOwner(state, account)) return "last-owner";
  const there = accountNamed(state, account);
  if (there.owner) logAndTell(state, actor, account, "account.owner-unmade");
  there.owner = false;
  return "changed";
}

const isLastOwner = (state: State, account: string): boolean => activeOwners(state).join() === account;

export function deactivate(state: State, actor: string, { account }: Keys<"deactivate">): string {
  return end(state, actor, account, (there) => {
    if (there.active) logAndTell(state, actor, account, "account.deactivated");
    there.active = false;
    return "changed";
  });
}

export function deleteAccount(state: State, actor: string, { account }: Keys<"delete-account">): string {
  return end(state, actor, account, (there) => {
    there.deleted = true;
    log(state, "account.deleted");
    return "deleted";
  });
}

function end(state: State, actor: string, account: string, work: (there: Account) => string): string {
  if (!administersPeople(state, actor)) return "not-permitted";
  if (standsAboveInPortal(state, actor, account)) return "exceeds-own";
  return isLastOwner(state, account) ? "last-owner" : work(accountNamed(state, account));
}

export function reactivate(state: State, actor: string, { account }: Keys<"reactivate">): string {
  if (!administersPeople(state, actor)) return "not-permitted";
  if (standsAboveInPortal(state, actor, account)) return "exceeds-own";
  const there = accountNamed(state, account);
  if (!there.active) logAndTell(state, actor, account, "account.reactivated");
  there.active = true;
  return "changed";
}

export function changeSettings(state: State, actor: string, keys: Keys<"set">): string {
  if (!isActive(state, actor) || !may(state, actor, "setting.administer")) return "not-permitted";
  const changed = Object.entries(keys).filter(
    ([key, value]) => value !== undefined && JSON.stringify(state.settings.get(key)) !== JSON.stringify(value),
  );
  for (const [key, value] of changed) {
    state.settings.set(key, value);
    log(state, "setting.changed");
  }
  return "changed";
}
