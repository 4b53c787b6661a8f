/** Where each thing is set, told only to those who may open that page. */
import { tablePath } from "@/lib/group-types/paths";
import { mayIn } from "@/lib/groups/may";
import type { GlobalPermission } from "@/lib/policy/catalogue";
import { decideGlobal } from "@/lib/policy/decide";
import type { ColumnKind } from "@/lib/policy/facts";
import { columnLabel, roleLabel } from "./names";
import type { Case, Place } from "./shape";

/** The table with this column alone. */
export function columnPlace(one: Case, column: { name: string; kind: ColumnKind }): Place | null {
  const page = column.kind === "advanced-outsider" || column.kind === "insider" ? "outsider" : "permissions";
  const path = `${tablePath(one.question.situation.table.type, page)}?${new URLSearchParams({ role: column.name })}`;
  return may(one, "type.administer", { label: `Table of ${one.group.typeLabel}: ${columnLabel(one, column)}`, path });
}

/** What a global role may do; without one, which role may do it. */
export function globalPlace(one: Case, role?: string): Place | null {
  const query = role === undefined ? "" : `?${new URLSearchParams({ role })}`;
  const label = role === undefined ? "Site-wide permissions" : `Site-wide permissions: ${roleLabel(one, role)}`;
  return may(one, "permission.administer", { label, path: `/admin/people/permissions${query}` });
}

/** The account's own page of the administration. */
export function accountPlace(one: Case): Place | null {
  if (one.who.kind !== "person" || one.name === null) return null;
  return may(one, "people.administer", { label: `Account of ${one.name}`, path: `/admin/people/${one.who.account}` });
}

type Page = "settings" | "members" | "leaders" | "links";

/** A page of the group. Where somebody is a member, the page about their membership. */
export function groupPlace(one: Case, page: Page): Place | null {
  const { viewer, situation } = one.asker;
  const allowed = mayIn(viewer, situation);
  const at = (label: string, rest: string): Place => ({ label, path: `/groups/${one.group.slug}${rest}` });
  if (page === "settings") return allowed.configure ? at("Settings of the group", "/settings") : null;
  if (page === "leaders") return allowed.appointLeaders ? at("Leaders of the group", "/leaders") : null;
  if (page === "links") return allowed.manageLinks ? at("Join links of the group", "/links") : null;
  return one.question.situation.standing.member ? membership(one, at) : adding(one, at);
}

function membership(one: Case, at: (label: string, rest: string) => Place): Place | null {
  const { listMembers, assignRoles, removeMembers, setUntil } = mayIn(one.asker.viewer, one.asker.situation);
  if (one.who.kind !== "person" || !listMembers || !(assignRoles || removeMembers || setUntil)) return null;
  return at("This membership", `/members/${one.who.account}`);
}

function adding(one: Case, at: (label: string, rest: string) => Place): Place | null {
  return mayIn(one.asker.viewer, one.asker.situation).addMembers ? at("Add people", "/members/add") : null;
}

function may(one: Case, right: GlobalPermission, place: Place): Place | null {
  return decideGlobal(one.asker.viewer, right).allowed ? place : null;
}
