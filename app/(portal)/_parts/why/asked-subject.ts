/** What an address says of the subject: `who` with a name or roles beside it, as the form sends it, or `who` alone. */
import type { Candidate } from "@/lib/explain/queries/list-candidates";
import { rolesOf, type Who, whoOf } from "@/lib/explain/who";
import { one } from "../paths";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export interface AskedSubject {
  /** the choice of the form that fits; null where nothing is asked yet */
  readonly kind: "visitor" | "outsider" | "roles" | "person" | null;
  /** known without looking anything up */
  readonly who: Who | null;
  readonly name: string;
  readonly roles: readonly string[];
}

export function askedSubject(query: Query, end: "" | "2" = ""): AskedSubject {
  const said = one(query[`who${end}`]) ?? "";
  const name = one(query[`name${end}`]) ?? "";
  const ticked = [query[`role${end}`] ?? []].flat();
  const none = { name: "", roles: [] };
  if (said === "person") return { kind: "person", who: null, ...none, name };
  const who = said === "roles" ? rolesOf(ticked) : whoOf(said);
  if (who?.kind === "roles") return { kind: "roles", who, ...none, roles: who.roles };
  return { kind: who?.kind ?? null, who, ...none };
}

export type FoundSubject =
  | { readonly found: "one"; readonly who: Who }
  | { readonly found: "several" | "none"; readonly people: readonly Candidate[] }
  | { readonly found: "nothing-asked" };

/** The one that is called exactly so, or the only one whose name begins like it; else people to choose among. */
export async function foundSubject(
  { who, kind, name }: AskedSubject,
  find: (name: string) => Promise<readonly Candidate[]>,
): Promise<FoundSubject> {
  if (who) return { found: "one", who };
  if (kind !== "person" || name.trim() === "") return { found: "nothing-asked" };
  const people = await find(name.trim());
  const exact = people.filter((person) => person.exact);
  const [only, ...others] = exact.length > 0 ? exact : people;
  if (!only) return { found: "none", people: [] };
  return others.length > 0
    ? { found: "several", people: [only, ...others] }
    : { found: "one", who: { kind: "person", account: only.id } };
}
