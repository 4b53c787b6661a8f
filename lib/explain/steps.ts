/** The steps of a decision as questions, in their order, with what each said. */
import type { Trace, TraceStep } from "@/lib/policy/explain";
import type { Rule } from "@/lib/policy/facts";
import type { DrawnStep, Line } from "./shape";

const QUESTIONS: Readonly<Record<Rule, string>> = {
  inactive: "Is the account inactive?",
  impossible: "Is it impossible here?",
  owner: "A site owner?",
  bypass: "Bypasses group access?",
  manage: "Manages all groups?",
  admin: "Administers the group?",
  "not-visible": "Is the group kept back?",
  unpublished: "Unpublished, and not readable?",
  granted: "Does a role grant it?",
  "not-granted": "Nothing has spoken",
  author: "Written by the same person?",
};

/** Before this one the roles that speak are picked. */
const AFTER_PICKING: Rule = "manage";

export function drawnSteps({ steps, columns }: Trace): DrawnStep[] {
  const spoke = steps.findIndex(({ outcome }) => outcome === "spoke");
  return steps.flatMap((step, at) => {
    const drawn = drawnStep(step);
    if (step.rule !== AFTER_PICKING) return [drawn];
    const reached = at <= spoke;
    return [
      { rule: "columns", question: picked(columns.length), allows: false, outcome: reached ? "silent" : "not-asked" },
      drawn,
    ];
  });
}

const drawnStep = ({ rule, allows, outcome }: TraceStep): DrawnStep => ({
  ...{ rule, allows, outcome },
  question: QUESTIONS[rule],
});

const picked = (count: number) => (count === 1 ? "1 role speaks here" : `${count || "No"} roles speak here`);

export const stepLines = (steps: readonly DrawnStep[]): Line[] =>
  steps.map((step) => ({ text: stepText(step), place: null }));

function stepText({ rule, question, allows, outcome }: DrawnStep): string {
  const answer = allows ? "yes" : "no";
  if (outcome === "not-asked") return `${question} – not asked any more`;
  if (rule === "columns") return question;
  if (outcome === "spoke")
    return rule === "not-granted" ? `${question}, so: ${answer}` : `${question} Yes, so: ${answer}`;
  return outcome === "overruled" ? `${question} Yes, but for what a post adds` : `${question} No`;
}
