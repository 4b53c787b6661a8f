/** About whom is asked, as an address and a command line write it: `visitor`, `outsider`, `roles:blue,member`, an account's id. */
import type { PolicyViewer } from "@/lib/policy/facts";
import { uuidOf } from "@/lib/uuid";

export type Who =
  | { readonly kind: "visitor" | "outsider" }
  | { readonly kind: "roles"; readonly roles: readonly string[] }
  | { readonly kind: "person"; readonly account: string };

const ROLES = "roles:";

/** Null for a text that names nobody. */
export function whoOf(text: string): Who | null {
  if (text === "visitor" || text === "outsider") return { kind: text };
  if (text.startsWith(ROLES)) return rolesOf(text.slice(ROLES.length).split(","));
  const account = uuidOf(text);
  return account === null ? null : { kind: "person", account: account.toLowerCase() };
}

/** An account that holds these roles; none of them: any outsider. */
export function rolesOf(named: readonly string[]): Who {
  const roles = [...new Set(named.map((role) => role.trim()).filter(Boolean))];
  return roles.length > 0 ? { kind: "roles", roles } : { kind: "outsider" };
}

export function whoText(who: Who): string {
  if (who.kind === "person") return who.account;
  return who.kind === "roles" ? ROLES + who.roles.join(",") : who.kind;
}

/** Whoever asks, as the subject of their own question. */
export function oneself({ account }: Pick<PolicyViewer, "account">): Who {
  return account ? { kind: "person", account: account.id } : { kind: "visitor" };
}
