/** What the address asks of the list of members, and the address that asks for it. */
import type { Route } from "next";
import type { MemberQuery } from "@/lib/members/queries/list-members";
import type { Way } from "@/lib/members/queries/member-lines";
import { groupPath, one } from "../../../../_parts/paths";

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  joined: "Joined",
  link: "By a link",
  request: "By request",
  added: "Added",
  created: "Made the group",
};

const isWay = (text: string | undefined): text is Way => text !== undefined && Object.hasOwn(WAY_WORDS, text);

export function askedFrom(query: Record<string, string | string[] | undefined>): MemberQuery {
  const how = one(query.how);
  return {
    q: one(query.q) ?? null,
    role: one(query.role) ?? null,
    how: isWay(how) ? how : null,
    ends: one(query.ends) === "1",
    sort: one(query.sort) === "name" ? "name" : "since",
    after: one(query.after) ?? null,
  };
}

/** The query's part of an address, without what goes without saying. */
export const saidOf = ({ q, role, how, ends, sort, after }: MemberQuery) => ({
  ...{ q, role, how, after },
  ends: ends ? "1" : null,
  sort: sort === "name" ? "name" : null,
});

export const membersPath = (slug: string, asked: MemberQuery, rest = ""): Route =>
  groupPath(slug, `/members${rest}`, saidOf(asked));

export const isNarrowed = ({ q, role, how, ends }: MemberQuery): boolean => Boolean(q || role || how || ends);

/** Where in which list one is, as fields of a form that leads to another page. */
export const fieldsOf = (asked: MemberQuery): [name: string, value: string][] =>
  Object.entries(saidOf(asked)).filter((field): field is [string, string] => Boolean(field[1]));
