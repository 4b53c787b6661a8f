/** Why: a sentence for the rule that spoke, and a few words for a row of a list. */
import { groupPermission } from "@/lib/policy/catalogue";
import { contentOn } from "@/lib/policy/columns";
import { setOf } from "@/lib/policy/decide";
import { explainGlobal } from "@/lib/policy/explain";
import type { Decision, Rule } from "@/lib/policy/facts";
import { isEligible } from "@/lib/policy/viewer";
import { andOf, columnLabel, inOrder, pronounsOf, roleLabel } from "./names";
import { PHRASES } from "./phrases";
import type { Case } from "./shape";

/** “Alice may not write posts in Scouts: …” */
export function sentenceOf(one: Case, subject: string, decision: Decision): string {
  const does = PHRASES[one.question.permission](one.group.name);
  return `${subject} ${decision.allowed ? "may" : "may not"} ${does}: ${REASONS[decision.rule](one, decision)}.`;
}

const REASONS: Readonly<Record<Rule, (one: Case, decision: Decision) => string>> = {
  inactive: () => "the account is not active",
  impossible: impossible,
  owner: (one) => `${pronounsOf(one).they} are a site owner, who may do everything that is possible`,
  bypass: (one) => `${holding(one, "group.bypass")} “Bypass group access”`,
  manage: (one) => `${holding(one, "group.manage")} “Manage all groups”, and this one is not internal`,
  admin: (one, { roles }) => `${namesOf(one, roles)} ${hold(roles)} “Administer group”, which is a yes to everything`,
  "not-visible": keptAway,
  unpublished: (one) => `the group is not published, and ${pronounsOf(one).they} may not read it until it is`,
  granted: (one, { roles }) => `${namesOf(one, roles)} ${roles.length > 1 ? "grant" : "grants"} it`,
  "not-granted": notGranted,
  author: (one) => `${pronounsOf(one).they} wrote it`,
};

const SHORT: Readonly<Record<Rule, (one: Case, decision: Decision) => string>> = {
  inactive: () => "The account is not active",
  impossible: () => "Impossible",
  owner: () => "Site owner",
  bypass: () => "Bypasses group access",
  manage: () => "Manages all groups",
  admin: (one, { roles }) => `Administers the group: ${namesOf(one, roles)}`,
  "not-visible": () => "The group is kept back",
  unpublished: () => "The group is not published",
  granted: (one, { roles }) => namesOf(one, roles),
  "not-granted": () => "Nothing grants it",
  author: () => "Wrote it",
};

export const shortReason = (one: Case, decision: Decision): string => SHORT[decision.rule](one, decision);

const hold = (holders: readonly string[]) => (holders.length > 1 ? "hold" : "holds");

function namesOf(one: Case, names: readonly string[]): string {
  const { columns } = one.question.situation.table;
  return andOf(inOrder(names.flatMap((name) => columns.get(name) ?? [])).map((column) => columnLabel(one, column)));
}

function holding(one: Case, permission: "group.bypass" | "group.manage"): string {
  const { roles } = explainGlobal(one.question.policy, one.question.viewer, permission);
  const through = roles.length > 0 ? `, through ${andOf(roles.map((role) => roleLabel(one, role)))},` : "";
  return `${pronounsOf(one).they} hold${through}`;
}

function impossible(one: Case, { audience }: Decision): string {
  const { permission, situation } = one.question;
  if (!contentOn(situation.table, permission)) {
    return `this content is switched off for groups of the type ${one.group.typeLabel}`;
  }
  const why = groupPermission(permission).impossible[audience];
  return why ? `it is impossible. ${why.replace(/\.$/, "")}` : "it is impossible";
}

/** The settings that keep the group from the viewer, each as half a sentence. */
function keptAway(one: Case): string {
  const { viewer, situation } = one.question;
  const { they } = pronounsOf(one);
  const { internal, hidden, eligibleRoles } = situation.group;
  const kept = andOf(
    eligibleRoles.map((role) => roleLabel(one, role)),
    "or",
  );
  const by = [
    ...(internal ? ["the group is internal"] : []),
    ...(hidden ? ["the group is hidden"] : []),
    ...(isEligible(viewer, situation.group) ? [] : [`it is kept for whoever holds ${kept}`]),
  ];
  return `${andOf(by)}, and ${they} are not in it, do not lead it and have not asked`;
}

function notGranted(one: Case): string {
  const names = inOrder(setOf(one.question.viewer, one.question.situation)).map((column) => columnLabel(one, column));
  const { them } = pronounsOf(one);
  if (names.length === 0) return `no role of the type ${one.group.typeLabel} speaks for ${them}`;
  if (names.length === 1) return `${names[0]}, the only role that speaks for ${them} there, does not grant it`;
  return `none of the roles that speak for ${them} there grants it, which are ${andOf(names)}`;
}
