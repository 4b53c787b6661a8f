import type { Outcome } from "@/lib/gate/command";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import { digestOf } from "../fingerprint";
import { partsOf } from "../queries/find-export";
import { type FilePlan, findPlan, listMovedSince } from "../queries/find-plan";
import type { TableMove } from "../queries/list-table-moves";
import type { UploadForm } from "../schema";
import { APPLY_SENTENCES, problemLine } from "../sentences";
import { type ApplyAnswer, applyFile } from "./apply-file";

/** Nothing was changed: what is wrong, each with its line. */
export interface UploadProblems {
  readonly kind: "problems";
  readonly text: string;
  readonly lines: readonly string[];
}

/** Nothing was changed yet: this is what applying it would do. The form comes back with `asked` if that is what is wanted. */
export interface UploadPlan extends Pick<FilePlan, "sections" | "changes" | "untouched" | "toll"> {
  readonly kind: "plan";
  readonly text: string;
  readonly reason: string;
  readonly asked: string;
  /** what others changed since the plan that the form was shown; null if nothing did */
  readonly moved: readonly TableMove[] | null;
}

export interface UploadApplied {
  readonly kind: "applied";
  readonly changes: number;
}

type Uploading = Outcome<ApplyAnswer | "look", UploadProblems | UploadPlan | UploadApplied>;

/** First the plan, then, if neither the file nor the tables nor what follows has changed since, what it says. */
export async function uploadFile(viewer: Viewer, { text: sent, asked, reason }: UploadForm): Promise<Uploading> {
  // A file has the ends of lines that it has, a browser's box sends its own: the same text either way.
  const text = sent.replaceAll("\r\n", "\n");
  const { globalRoles, types } = partsOf(viewer);
  if (!types && !globalRoles) return { answer: "not-permitted", done: false, data: null };
  if (text.trim() === "") throw nothingSent();
  const plan = await findPlan(viewer, text);
  if (!("file" in plan) || plan.problems.length > 0) {
    const lines = plan.problems.map(problemLine);
    return { answer: "invalid", done: true, data: { kind: "problems", text, lines } };
  }
  const token = tokenOf(plan, text);
  const look = {
    kind: "plan",
    ...shown(plan),
    text,
    reason,
    asked: token,
    moved: await movedSince(viewer, asked, token),
  } as const;
  if (!isSameAsked(asked, token) || plan.changes === 0) return { answer: "look", done: true, data: look };
  const outcome = await applyFile(viewer, { file: plan.file, plan: plan.fingerprint, reason });
  if (outcome.done) return { ...outcome, data: { kind: "applied", changes: plan.changes } };
  if (outcome.answer === "stale") return uploadFile(viewer, { text, asked, reason });
  throw new Refusal(outcome.answer, APPLY_SENTENCES[outcome.answer]);
}

const nothingSent = () =>
  new Refusal("invalid", "Choose a file, or paste its text.", { text: "Choose a file, or paste its text." });

/** The plan, the text and the numbers, parted by blanks. The log goes on meanwhile, so its place counts for nothing here. */
function tokenOf({ fingerprint, seen }: FilePlan, text: string): string {
  return `${fingerprint.split("-")[1]} ${digestOf(text)} ${digestOf(seen)} ${fingerprint}`;
}

/** All but the last part, which only tells how far the log was. */
const isSameAsked = (asked: string, token: string): boolean =>
  asked.split(" ").slice(0, 3).join(" ") === token.split(" ").slice(0, 3).join(" ");

function shown({ sections, changes, untouched, toll }: FilePlan) {
  return { sections, changes, untouched, toll };
}

async function movedSince(viewer: Viewer, asked: string, token: string): Promise<readonly TableMove[] | null> {
  const [digest, , , fingerprint] = asked.split(" ");
  if (!fingerprint || digest === token.split(" ")[0]) return null;
  return listMovedSince(viewer, fingerprint);
}
