/** Small worlds for examples that are worked out by hand: what is not said is as in the product, one owner, one type. */
import type { DoStep, World } from "@/lib/scenario/shape";
import type { Keys, VerbName } from "@/lib/scenario/verbs";
import { type FullState, Model } from "../model";

type Columns = { readonly [column: string]: readonly string[] };

export interface Said {
  readonly globalRoles?: { readonly [role: string]: readonly string[] };
  readonly columns?: Columns;
  readonly outsiderOf?: Columns;
  readonly insiderOf?: Columns;
  readonly creator?: World["types"][string]["creator"];
  readonly people?: { readonly [name: string]: Partial<World["accounts"][string]> };
  readonly groups?: { readonly [name: string]: Partial<World["groups"][string]> };
  readonly links?: { readonly [name: string]: Partial<World["links"][string]> };
  readonly posts?: { readonly [name: string]: Partial<World["posts"][string]> };
  readonly settings?: World["settings"];
}

/** The owner is root; groups are called by what is said of them, not internal unless that is said. */
export function given(said: Said): Model {
  const squad = {
    content: ["post"],
    creator: said.creator ?? { member: false, roles: [] },
    roles: mutable(said.columns ?? {}),
    advancedOutsider: mutable(said.outsiderOf ?? {}),
    insider: mutable(said.insiderOf ?? {}),
  };
  const person = { roles: [], owner: false, active: true };
  const group = { type: "squad", internal: false, eligibleRoles: [], confers: [], members: {} };
  return new Model({
    name: "An example",
    settings: said.settings ?? {},
    globalRoles: mutable(said.globalRoles ?? {}),
    types: { squad },
    accounts: { root: { ...person, owner: true }, ...mapped(said.people, (one) => ({ ...person, ...one })) },
    groups: mapped(said.groups, (one) => ({ ...group, leaders: { accounts: [], groups: [] }, ...one })),
    links: mapped(said.links, (one) => ({ group: "scouts", by: "root", ...one })),
    posts: mapped(said.posts, (one) => ({ group: "scouts", by: "alice", published: true, ...one })),
  });
}

const mapped = <T, R>(named: { readonly [name: string]: T } | undefined, make: (one: T) => R): { [name: string]: R } =>
  Object.fromEntries(Object.entries(named ?? {}).map(([name, one]) => [name, make(one)]));

const mutable = (columns: Columns): { [column: string]: string[] } => mapped(columns, (held) => [...held]);

export function does<V extends VerbName>(model: Model, as: string, verb: V, keys: Keys<V>): string | string[] {
  return model.perform({ kind: "do", as, do: verb, keys, expect: "" } as DoStep);
}

/** `allow granted member,leader`: the answer, the rule, the roles. */
export function asks(model: Model, as: string, permission: string, on: { group?: string; post?: string } = {}): string {
  const { answer, because } = model.perform({ kind: "can", as, can: permission, ...on, expect: "deny" });
  return [answer, because?.rule, because?.roles?.join()].filter(Boolean).join(" ");
}

export const look = (model: Model): FullState => model.perform({ kind: "state", expect: {} });

export const inScouts = { group: "scouts" };
export const member = (account: string, group = "scouts") => ({ account, group });
