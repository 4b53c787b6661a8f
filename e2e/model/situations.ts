/** Which answers each verb can give, so that it can be counted which of them were reached. */
import type { Step } from "@/lib/scenario/shape";
import { VERB_NAMES, VERBS, type VerbName } from "@/lib/scenario/verbs";

export type Asked = VerbName | "can" | "can global";

const SIBLING = "the table lists it for a verb in the same row";
const CLOSED = "§7 closes the request in the transaction in which this would begin to be so";
const NEVER = {
  "requester-internal": CLOSED,
  "requester-not-eligible": CLOSED,
  "requester-already-member": CLOSED,
  "requester-needs-request-permission": CLOSED,
};
const NOTHING_THERE = "an impossible cell holds nothing, and what is so already is “changed”";
const OPENED = "rejecting does not ask what would be asked of a join or a leave";

/** Words that the specification never lets the verb say, each with the reason. */
export const EXCLUDED: { readonly [verb in Asked]?: { readonly [word: string]: string } } = {
  approve: NEVER,
  reject: { ...NEVER, "requester-not-permitted": OPENED, "last-admin": OPENED },
  "revoke-link": { revoked: "what is so already is “changed” too; §8 refuses rotating, resuming and pausing only" },
  "edit-post": { deleted: SIBLING },
  "delete-post": { changed: SIBLING },
  revoke: { "exceeds-own": "§9: revoking needs type.administer only", impossible: NOTHING_THERE },
  "revoke-global": { impossible: NOTHING_THERE },
  "assign-global": { conferred: SIBLING },
  "make-owner": { "last-owner": SIBLING },
  deactivate: { deleted: SIBLING },
  reactivate: { deleted: SIBLING, "last-owner": SIBLING },
  "delete-account": { changed: SIBLING },
};

const RULES = [
  ...["inactive deny", "impossible deny", "owner allow", "bypass allow", "manage allow", "admin allow"],
  ...["not-visible deny", "unpublished deny", "granted allow", "not-granted deny", "author allow"],
];
const GLOBAL_RULES = ["inactive deny", "impossible deny", "owner allow", "granted allow", "not-granted deny"];

const wordsOf = (verb: VerbName): string[] =>
  (VERBS[verb].words ?? ["some", "none"]).filter((word) => !EXCLUDED[verb]?.[word]);

/** By what is asked, the answers that it can give. */
export const SITUATIONS: ReadonlyMap<Asked, readonly string[]> = new Map<Asked, readonly string[]>([
  ...VERB_NAMES.map((verb) => [verb, wordsOf(verb)] as const),
  ["can", RULES],
  ["can global", GLOBAL_RULES],
]);

export const summary = (answer: string | readonly string[]): string =>
  typeof answer === "string" ? answer : answer.length > 0 ? "some" : "none";

export class Coverage {
  readonly #reached = new Set<string>();

  /** A step with the answer that it got. */
  note(step: Step): void {
    if (step.kind === "state") return;
    if (step.kind === "do") this.#reached.add(`${step.do}: ${summary(step.expect)}`);
    else if (step.because?.rule) {
      const asked: Asked = step.group === undefined && step.post === undefined ? "can global" : "can";
      this.#reached.add(`${asked}: ${step.because.rule} ${step.expect}`);
    }
  }

  get all(): string[] {
    return [...SITUATIONS].flatMap(([asked, answers]) => answers.map((answer) => `${asked}: ${answer}`));
  }

  get unreached(): string[] {
    return this.all.filter((pair) => !this.#reached.has(pair));
  }

  /** Answers that were thought impossible. */
  get unforeseen(): string[] {
    const foreseen = new Set(this.all);
    return [...this.#reached].filter((pair) => !foreseen.has(pair));
  }

  get share(): number {
    return 1 - this.unreached.length / this.all.length;
  }

  report(): string {
    const { all, unreached } = this;
    const percent = (this.share * 100).toFixed(1);
    const missing = unreached.length > 0 ? `\n  unreached: ${unreached.join(" · ")}` : "";
    return `reached ${all.length - unreached.length} of ${all.length} pairs (${percent} %)${missing}`;
  }
}
