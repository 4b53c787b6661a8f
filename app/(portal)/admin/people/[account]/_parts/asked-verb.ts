/** Which question the address asks about a person, if it is one that can be asked of them. */
import type { AccountVerb, EndVerb } from "@/lib/people/queries/find-account-toll";
import type { PersonLine } from "@/lib/people/queries/list-people";
import { one } from "../../../../_parts/paths";

export type AskedVerb = AccountVerb | EndVerb | "make-owner" | "reactivate";

export function askedVerb(person: PersonLine, query: Record<string, string | string[] | undefined>): AskedVerb | null {
  const ask = one(query.ask);
  const isIn = person.active || person.awaitsProof;
  if (ask === "deactivate" && isIn) return "deactivate";
  if (ask === "delete") return "delete";
  if (ask === "reactivate" && !person.active) return "reactivate";
  if (ask === "make-owner" && !person.owner) return "make-owner";
  if (ask === "unmake-owner" && person.owner) return "unmake-owner";
  const held = person.roles.find(({ name, direct }) => direct && name === one(query.role));
  return ask === "take" && held ? { takes: held.name } : null;
}

/** What a page says that one was led to by what was done. */
export const DONE: Readonly<Record<string, string | undefined>> = {
  given: "The role is given.",
  taken: "The role is taken.",
  deactivated: "The account is deactivated. It is in no group any more, and signed out everywhere.",
  reactivated: "The account is active again. Nothing that it had came back by itself.",
  "owner-made": "They are a site owner now.",
  "owner-unmade": "They are no site owner any more.",
};
