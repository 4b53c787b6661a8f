/** The names that a scenario has brought up so far; steps add to them. */
import { GLOBAL_PERMISSIONS, GROUP_PERMISSIONS } from "@/lib/policy/catalogue";
import { unknown } from "./problem";
import type { World } from "./shape";

const BUILT_IN = ["anonymous", "authenticated"];
const COLUMNS = ["anonymous", "outsider", "member", "leader"];

export type Kind =
  | "account"
  | "group"
  | "link"
  | "post"
  | "type"
  | "global role"
  | "custom global role"
  | "eligible role"
  | "global permission"
  | "group permission";

export class Known {
  readonly accounts = new Set<string>();
  readonly groups = new Set<string>();
  readonly links = new Set<string>();
  readonly posts = new Set<string>();
  /** custom columns by type */
  readonly types = new Map<string, Set<string>>();
  readonly globalRoles = new Set<string>();

  static of(world: World): Known {
    const known = new Known();
    for (const name of namedOrOwner(world)) known.accounts.add(name);
    for (const name of Object.keys(world.groups)) known.groups.add(name);
    for (const name of Object.keys(world.links)) known.links.add(name);
    for (const name of Object.keys(world.posts)) known.posts.add(name);
    for (const name of Object.keys(world.globalRoles)) if (!BUILT_IN.includes(name)) known.globalRoles.add(name);
    for (const [type, { roles }] of Object.entries(world.types)) {
      known.types.set(type, new Set(Object.keys(roles).filter((role) => !COLUMNS.includes(role))));
    }
    return known;
  }

  /** Whatever a group role can be called in any type: members' roles that are none of theirs are the command's to refuse. */
  anyColumn(): string[] {
    const tied = [...this.globalRoles].flatMap((role) => [`outsider:${role}`, `insider:${role}`]);
    return [...new Set([...COLUMNS, ...[...this.types.values()].flatMap((roles) => [...roles]), ...tied])];
  }

  columnsOf(type: string): string[] {
    return [...COLUMNS, ...this.customRolesOf(type)];
  }

  customRolesOf(type: string): string[] {
    return [...(this.types.get(type) ?? [])];
  }

  all(kind: Kind): string[] {
    switch (kind) {
      case "account":
        return [...this.accounts];
      case "group":
        return [...this.groups];
      case "link":
        return [...this.links];
      case "post":
        return [...this.posts];
      case "type":
        return [...this.types.keys()];
      case "global role":
        return [...BUILT_IN, ...this.globalRoles];
      case "custom global role":
        return [...this.globalRoles];
      case "eligible role":
        return ["authenticated", ...this.globalRoles];
      case "global permission":
        return [...GLOBAL_PERMISSIONS.map(({ key }) => key), ...[...this.types.keys()].map((t) => `group.create:${t}`)];
      case "group permission":
        return GROUP_PERMISSIONS.map(({ key }) => key);
    }
  }

  /** What is wrong with a name of this kind; null if nothing is, or nothing is named. */
  missing(kind: Kind, said: string | null | undefined): string | null {
    if (said === undefined || said === null) return null;
    const all = this.all(kind);
    return all.includes(said) ? null : unknown(kind, said, all);
  }
}

/** The accounts of a world; one that names no owner has one called so. */
export function namedOrOwner({ accounts }: World): string[] {
  const names = Object.keys(accounts);
  return Object.values(accounts).some(({ owner }) => owner) ? names : [...new Set([...names, "owner"])];
}
