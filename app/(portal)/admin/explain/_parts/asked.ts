/** What the address asks, and the addresses of other questions: one or two subjects, a group, a permission. */
import type { Route } from "next";
import { whoText } from "@/lib/explain/who";
import { one, withQuery } from "../../../_parts/paths";
import { type AskedSubject, askedSubject } from "../../../_parts/why/asked-subject";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export interface Asked {
  readonly first: AskedSubject;
  readonly second: AskedSubject;
  readonly group: string;
  readonly permission: string;
}

export function askedFrom(query: Query): Asked {
  return {
    first: askedSubject(query),
    second: askedSubject(query, "2"),
    group: (one(query.group) ?? "").trim(),
    permission: one(query.permission) ?? "post.create",
  };
}

type Other = { readonly [Key in "who" | "who2" | "group" | "permission"]?: string };

/** The same question but for what is said otherwise. */
export function explainPath({ first, second, group, permission }: Asked, other: Other = {}): Route {
  return withQuery("/admin/explain", {
    ...subject(first, ""),
    ...subject(second, "2"),
    ...{ group, permission },
    ...other,
    ...(other.who ? { name: null } : {}),
    ...(other.who2 ? { name2: null } : {}),
  });
}

const subject = ({ who, kind, name }: AskedSubject, end: "" | "2") => ({
  [`who${end}`]: who ? whoText(who) : kind,
  [`name${end}`]: who ? null : name,
});
