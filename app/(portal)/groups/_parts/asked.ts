/** What an address asks of the directory, and addresses that ask for something else. */
import type { Route } from "next";
import { type Can, isCan } from "@/lib/groups/can";
import { one, withQuery } from "../../_parts/paths";

export interface Asked {
  readonly q: string | null;
  readonly type: string | null;
  readonly can: Can | null;
  readonly after: string | null;
}

export function askedFrom(query: Readonly<Record<string, string | string[] | undefined>>): Asked {
  const can = one(query.can) ?? "";
  return {
    q: one(query.q)?.trim().slice(0, 200) || null,
    type: one(query.type)?.slice(0, 48) ?? null,
    can: isCan(can) ? can : null,
    after: one(query.after) ?? null,
  };
}

export function directoryPath({ q, type, can, after }: Asked, more: Readonly<Record<string, string>> = {}): Route {
  return withQuery("/groups", { q, type, can, after, ...more });
}

export const CAN_WORDS: Record<Can, string> = {
  join: "I can join",
  ask: "I can ask to join",
  member: "I am in",
  manage: "I decide who gets in",
};
