/** Every single change that would turn an answer, in words, with the place where it is made. */
import { globalPermission, groupPermission } from "@/lib/policy/catalogue";
import type { Change } from "@/lib/policy/changes";
import { andOf, columnLabel, roleLabel } from "./names";
import { accountPlace, columnPlace, globalPlace, groupPlace } from "./places";
import type { Case, Line, Place } from "./shape";

type Told = { readonly [Kind in Change["kind"]]: (one: Case, change: Change & { kind: Kind }) => Line };

const line = (text: string, place: Place | null = null): Line => ({ text, place });

const FLAGS: Readonly<Record<"internal" | "hidden" | "published", readonly [on: string, off: string]>> = {
  internal: ["Making the group internal", "Making the group one that is not internal"],
  hidden: ["Hiding the group", "Making the group one that is not hidden"],
  published: ["Publishing the group", "Taking the group back from being published"],
};

const TOLD: Told = {
  "sign-in": () => line("Signing in: any account may"),
  activate: (one) => line("Activating the account", accountPlace(one)),
  "come-by-link": (one) => line("Coming by a join link that is open", groupPlace(one, "links")),
  "clear-eligible-roles": (one) =>
    line(`No longer keeping the group for ${eligible(one)}`, groupPlace(one, "settings")),
  "become-member": (one) => line("Becoming a member", groupPlace(one, "members")),
  "end-membership": (one) => line("No longer being a member", groupPlace(one, "members")),
  lead: (one) => line("Leading the group", groupPlace(one, "leaders")),
  "stop-leading": (one) => line("No longer leading the group", groupPlace(one, "leaders")),
  "hold-global-role": (one, { role }) => line(`Holding the role ${roleLabel(one, role)}`, accountPlace(one)),
  "lose-global-role": (one, { role }) => line(`Losing the role ${roleLabel(one, role)}`, accountPlace(one)),
  "hold-group-role": (one, { role }) => line(`Being ${groupRole(one, role)} in the group`, groupPlace(one, "members")),
  "lose-group-role": (one, { role }) =>
    line(`No longer being ${groupRole(one, role)} in the group`, groupPlace(one, "members")),
  "hold-global": (one, { permission }) =>
    line(`Holding “${globalPermission(permission).label}” by a role`, globalPlace(one)),
  "lose-global": (one, { permission }) => line(`Losing “${globalPermission(permission).label}”`, globalPlace(one)),
  "grant-cell": (one, change) => line(`Granting ${cell(one, change)}`, placeOf(one, change.column)),
  "revoke-cell": (one, change) => line(`Revoking ${cell(one, change, "from")}`, placeOf(one, change.column)),
  "set-flag": (one, { flag, value }) => line(FLAGS[flag][value ? 0 : 1], groupPlace(one, "settings")),
};

export function changeLine(one: Case, change: Change): Line {
  // Each kind is told by its own entry; the compiler cannot follow a lookup that far.
  return (TOLD[change.kind] as (one: Case, change: Change) => Line)(one, change);
}

function cell(one: Case, { column, permission }: Change & { kind: "grant-cell" | "revoke-cell" }, way = "to"): string {
  const found = one.question.situation.table.columns.get(column);
  const name = found ? columnLabel(one, found) : column;
  return `“${groupPermission(permission).label}” ${way} ${name}, for every ${one.group.typeLabel} group`;
}

function placeOf(one: Case, column: string): Place | null {
  const found = one.question.situation.table.columns.get(column);
  return found ? columnPlace(one, found) : null;
}

const groupRole = ({ columns }: Case, role: string) => columns.get(role) ?? role;

const eligible = (one: Case) =>
  andOf(
    one.question.situation.group.eligibleRoles.map((role) => roleLabel(one, role)),
    "or",
  );
