/** An answer in words: the sentence, the steps, what speaks, what alone would turn it, and everything else one may do. */
import { GROUP_PERMISSIONS, groupPermission, groupPermissionsOf, implies } from "@/lib/policy/catalogue";
import type { Change } from "@/lib/policy/changes";
import { decide } from "@/lib/policy/decide";
import { explain, type Trace, type TraceColumn } from "@/lib/policy/explain";
import { beyondLines } from "./beyond";
import { changeLine } from "./changes";
import { columnLabel, inOrder, subjectOf } from "./names";
import { columnPlace } from "./places";
import { sentenceOf, shortReason } from "./reasons";
import type { Case, Explanation, Line, Part, PermissionLine } from "./shape";
import { standingLines } from "./standing";
import { drawnSteps, stepLines } from "./steps";
import { whoText } from "./who";

export function tell(one: Case): Explanation {
  const trace = explain(one.question);
  const { key, label } = groupPermission(one.question.permission);
  const subject = subjectOf(one);
  return {
    group: { slug: one.group.slug, name: one.group.name },
    ...{ who: whoText(one.who), own: one.own, subject, person: one.name, permission: { key, label } },
    ...verdictOf(one, subject, trace),
    steps: drawnSteps(trace),
    parts: partsOf(one, trace),
    rows: rowsOf(one),
  };
}

/** Where the roles grant what the group's settings, or the lack of a right, keep back, the answer says both. */
function verdictOf(one: Case, subject: string, { decision }: Trace) {
  const { allowed } = decision;
  const but = allowed ? blockOf(one) : undefined;
  const sentence = sentenceOf(one, subject, decision);
  if (!but) return { allowed, kept: false, verdict: allowed ? "Yes." : "No.", sentence };
  return {
    allowed,
    kept: true,
    verdict: "Yes and no.",
    sentence: `As far as roles go, ${begun(one, sentence)} But: ${lower(but.text)}.`,
  };
}

const blockOf = (one: Case) => beyondLines(one).find(({ blocks }) => blocks);

const begun = ({ name, own, who }: Case, sentence: string) =>
  who.kind === "person" && name && !own ? sentence : lower(sentence);

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Without what has nothing to say. The columns always have: that none speaks is the point. */
function partsOf(one: Case, trace: Trace): Part[] {
  const turned = trace.decision.allowed ? "Any one of these would take it away" : "Any one of these would allow it";
  const columns = inOrder(trace.columns).map((column) => columnLine(one, column, trace));
  const none: Line = { text: "None: the type has no role for whoever stands like this", place: null };
  const parts: Part[] = [
    { id: "standing", title: "How they stand", lines: standingLines(one, trace.sees) },
    { id: "columns", title: "Which roles speak, and what they say", lines: columns.length > 0 ? columns : [none] },
    {
      id: "beyond",
      title: "What it takes besides",
      lines: beyondLines(one).map(({ text, place }) => ({ text, place })),
    },
    { id: "changes", title: turned, lines: modestFirst(one, trace).map((change) => changeLine(one, change)) },
    { id: "steps", title: "How it was decided, step by step", lines: stepLines(drawnSteps(trace)) },
  ];
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map((part) => (part.id === "standing" && one.own ? { ...part, title: "How you stand" } : part));
}

/** What gives more than was asked for comes last: it would do, and it is seldom meant. */
function modestFirst({ question: { permission } }: Case, { changes }: Trace): readonly Change[] {
  const gives = (change: Change) =>
    change.kind === "hold-global" ||
    (change.kind === "grant-cell" && change.permission === "group.administer" && permission !== "group.administer");
  return [...changes.filter((change) => !gives(change)), ...changes.filter(gives)];
}

function columnLine(one: Case, column: TraceColumn, { asked }: Trace): Line {
  const name = columnLabel(one, column);
  return { text: `${name}: ${said(one, column, asked)}`, place: columnPlace(one, column) };
}

function said(one: Case, { name, gives, impossible }: TraceColumn, asked: Trace["asked"]): string {
  if (gives === "admin") return "administers the group, which is a yes to everything";
  if (gives === "cell") return "grants it";
  if (gives === "implied") {
    const held = one.question.situation.table.columns.get(name)?.permissions;
    const through = GROUP_PERMISSIONS.find(({ key }) => held?.has(key) && implies(key).includes(asked));
    return through ? `grants it through “${through.label}”` : "grants it";
  }
  return impossible === null ? "does not grant it" : `cannot grant it. ${impossible.replace(/\.$/, "")}`;
}

function rowsOf(one: Case): PermissionLine[] {
  const { viewer, situation } = one.question;
  return groupPermissionsOf([...(situation.table.content ?? [])]).map(({ key, label, section }) => {
    const decision = decide(viewer, situation, key);
    const { allowed, rule } = decision;
    const kept = allowed && blockOf({ ...one, question: { ...one.question, permission: key } }) !== undefined;
    const reason = shortReason(one, decision);
    return { key, label, section, allowed, kept, rule, reason: kept ? `${reason}, but it takes more` : reason };
  });
}
