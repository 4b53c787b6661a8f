/** Why the answer is what it is, step by step, and what alone would turn it: plain data for a page and a command line. */
import { type GlobalPermission, type GroupPermission, possibleIn } from "./catalogue";
import { answerTo, askedOf, type Change, type PostQuestion, type Question, turningChanges } from "./changes";
import { anyGives, cellCounts } from "./columns";
import { ask, decide, decideBy, decideGlobal, sees, setOf } from "./decide";
import type { Column, Decision, GlobalDecision, Policy, PolicyViewer, Rule, Situation } from "./facts";
import { OTHERWISE, STEPS, type Step } from "./steps";

/**
 * One step: `spoke` decided, `silent` did not apply, `overruled` would have decided but for what a post adds,
 * `not-asked` came after the one that decided.
 */
export interface TraceStep {
  readonly rule: Rule;
  readonly label: string;
  readonly allows: boolean;
  readonly outcome: "spoke" | "silent" | "overruled" | "not-asked";
}

/** What one column that speaks for the viewer says about the permission that was asked. */
export interface TraceColumn {
  readonly name: string;
  readonly kind: Column["kind"];
  readonly globalRole: string | null;
  /** by `group.administer`, by the cell itself, by what implies it, or not at all */
  readonly gives: "admin" | "cell" | "implied" | null;
  /** why this column cannot hold the cell, null if it can */
  readonly impossible: string | null;
}

export interface Trace {
  /** the permission that the steps were asked: a draft's `view` is asked as `view-unpublished` */
  readonly asked: GroupPermission;
  readonly decision: Decision;
  /** whether the viewer knows that the group exists */
  readonly sees: boolean;
  readonly steps: readonly TraceStep[];
  readonly columns: readonly TraceColumn[];
  /** each of them alone would turn the answer */
  readonly changes: readonly Change[];
}

const LABELS: Readonly<Record<Rule, string>> = {
  inactive: "The account is inactive",
  impossible: "Impossible for whoever stands like this",
  owner: "Site owner",
  bypass: "Bypasses group access",
  manage: "Manages all groups",
  admin: "Administers this group",
  "not-visible": "The group is kept from them",
  unpublished: "The group is not published",
  granted: "A role grants it",
  "not-granted": "No role grants it",
  author: "Wrote it",
};

const AUTHOR: Pick<Step, "rule" | "allowed"> = { rule: "author", allowed: true };

export function explain(question: Question | PostQuestion): Trace {
  const { viewer, situation, how } = question;
  const asked = askedOf(question);
  const decision = answerTo(question);
  const first = decideBy(STEPS, ask(viewer, situation, asked, how)).rule;
  const steps = "post" in question ? [...STEPS, OTHERWISE, AUTHOR] : [...STEPS, OTHERWISE];
  return {
    asked,
    decision,
    sees: sees(viewer, situation),
    steps: traceSteps(steps, first, decision.rule),
    columns: setOf(viewer, situation).map((column) => traceColumn(column, asked)),
    changes: turningChanges(question),
  };
}

function traceSteps(steps: readonly Pick<Step, "rule" | "allowed">[], first: Rule, last: Rule): TraceStep[] {
  const firstAt = steps.findIndex(({ rule }) => rule === first);
  return steps.map(({ rule, allowed }, at) => ({
    rule,
    label: LABELS[rule],
    allows: allowed,
    outcome: rule === last ? "spoke" : at < firstAt ? "silent" : at === firstAt ? "overruled" : "not-asked",
  }));
}

function traceColumn(column: Column, asked: GroupPermission): TraceColumn {
  const possible = possibleIn(column.kind, asked);
  const { name, kind, globalRole } = column;
  return { name, kind, globalRole, gives: givesBy(column, asked), impossible: possible === true ? null : possible };
}

function givesBy(column: Column, asked: GroupPermission): TraceColumn["gives"] {
  if (cellCounts(column, "group.administer")) return "admin";
  if (cellCounts(column, asked)) return "cell";
  return anyGives([column], asked) ? "implied" : null;
}

/** Why a site-wide right is held or not: the roles that give it to the viewer, and those that would. */
export interface GlobalTrace {
  readonly decision: GlobalDecision;
  readonly roles: readonly string[];
  readonly others: readonly string[];
}

export function explainGlobal(policy: Policy, viewer: PolicyViewer, permission: GlobalPermission): GlobalTrace {
  const granting = [...policy.globalRoles].filter(([, keys]) => keys.has(permission)).map(([role]) => role);
  return {
    decision: decideGlobal(viewer, permission),
    roles: granting.filter((role) => viewer.globalRoles.has(role)),
    others: granting.filter((role) => !viewer.globalRoles.has(role)),
  };
}

/** May the asker be told why about somebody? About oneself always; about others only in groups that the asker sees. */
export function mayExplain(asker: PolicyViewer, situation: Situation, aboutSelf: boolean): boolean {
  if (aboutSelf) return true;
  if (!sees(asker, situation)) return false;
  return decideGlobal(asker, "explain.view").allowed || decide(asker, situation, "member.administer").allowed;
}
