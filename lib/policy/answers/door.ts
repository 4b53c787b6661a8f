/** What every verb that names a group answers first: who is not there, and what is not there for them. */
import { sees } from "../decide";
import type { PolicyViewer, Situation } from "../facts";

export interface Door {
  readonly account: "none" | "inactive" | "active";
  /** the group, or the link or post named instead, exists */
  readonly known: boolean;
  /** the actor sees the group */
  readonly sees: boolean;
}

/** The door as one actor finds it; null stands for a group that is unknown. */
export function doorOf(viewer: PolicyViewer, situation: Situation | null): Door {
  return {
    account: accountState(viewer),
    known: situation !== null,
    sees: situation !== null && sees(viewer, situation),
  };
}

function accountState({ account }: PolicyViewer): Door["account"] {
  if (!account) return "none";
  return account.active ? "active" : "inactive";
}

/** The first lines of every verb; null lets the verb's own list speak. */
export function answerDoor(door: Door): "not-found" | null {
  return door.account === "active" && door.known && door.sees ? null : "not-found";
}

/** The same for joining, where signing in is the way on and a link stands in for seeing. */
export function answerJoinDoor(door: Door, cameByLink: boolean): "sign-in" | "not-found" | null {
  if (door.account !== "active") return "sign-in";
  return door.known && (door.sees || cameByLink) ? null : "not-found";
}

/** A restricted group leaves it to site owners. */
export interface Restriction {
  readonly restricted: boolean;
  /** the actor is a site owner */
  readonly owner: boolean;
}

export function isRestrictedFor({ restricted, owner }: Restriction): boolean {
  return restricted && !owner;
}
