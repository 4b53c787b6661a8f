/** The tables as a file: written, planned and applied by the portal itself, which is above every ceiling and bound by the possible. */
import { readFileSync, writeFileSync } from "node:fs";
import { countOn } from "@/lib/audit/seal";
import { applyFile } from "@/lib/permission-file/commands/apply-file";
import { findExport } from "@/lib/permission-file/queries/find-export";
import { type FilePlan, findPlan, listMovedSince } from "@/lib/permission-file/queries/find-plan";
import { uploadForm } from "@/lib/permission-file/schema";
import { APPLY_SENTENCES, problemLine } from "@/lib/permission-file/sentences";
import type { Portal } from "@/lib/portal";
import { siteViewer } from "@/lib/session/viewer";
import { Halt } from "../halt";
import { readArguments } from "./arguments";
import type { Asked, CommandLine } from "./commands";

const DONE = 0;
const REFUSED = 1;
const WRONG = 2;
/** milliseconds: at a terminal one can wait for others, though no longer than a statement may take */
const PATIENCE = 4_000;

const exporting: CommandLine = {
  name: "export",
  usage: "export [--out FILE] – writes global roles, group types and what they may do as one file",
  async run({ portal, args, say }) {
    const asked = readArguments(args, ["out"]);
    if (!asked || asked.places.length > 0) return misused(exporting, say);
    const text = (await findExport(await siteViewer(portal))) ?? "";
    const { out } = asked.options;
    if (out === undefined) say(text.trimEnd());
    else writeTo(out, text);
    return DONE;
  },
};

const planning: CommandLine = {
  name: "plan",
  usage: "plan FILE – says what applying a file would do, and to how many people; changes nothing",
  async run({ portal, args, say }) {
    const [name, ...others] = args;
    if (name === undefined || others.length > 0 || name.startsWith("--")) return misused(planning, say);
    const plan = await findPlan(await siteViewer(portal), readFrom(name));
    if (!("file" in plan)) return complain(name, plan, say, WRONG);
    tell(plan, say);
    if (plan.problems.length > 0) return complain(name, plan, say, REFUSED);
    if (plan.changes > 0) say(`\nThis plan and no other: guildhall apply ${name} --plan ${plan.fingerprint}`);
    return DONE;
  },
};

const applying: CommandLine = {
  name: "apply",
  usage: "apply FILE [--plan FINGERPRINT] [--reason TEXT] – does it, all or nothing",
  async run({ portal, args, say }) {
    const asked = readArguments(args, ["plan", "reason"]);
    const [name, ...others] = asked?.places ?? [];
    const reason = uploadForm.shape.reason.safeParse(asked?.options.reason);
    if (!asked || name === undefined || others.length > 0 || !reason.success) return misused(applying, say);
    const plan = await findPlan(await siteViewer(portal), readFrom(name));
    if (!("file" in plan)) return complain(name, plan, say, WRONG);
    await countOn(portal, PATIENCE);
    const input = { file: plan.file, plan: asked.options.plan ?? null, reason: reason.data };
    const outcome = await applyFile(await siteViewer(portal), input);
    if (outcome.answer === "stale") return tellMoved(portal, input.plan ?? "", say);
    if (!outcome.done) return complain(name, plan, say, REFUSED, APPLY_SENTENCES[outcome.answer]);
    tell(plan, say);
    say(plan.changes > 0 ? "\nDone." : "");
    return DONE;
  },
};

export const PERMISSION_FILE: readonly CommandLine[] = [exporting, planning, applying];

type Say = Asked["say"];

function misused({ usage }: CommandLine, say: Say): number {
  say(`Use: npm run -s guildhall -- ${usage}`);
  return WRONG;
}

function complain(name: string, { problems }: Pick<FilePlan, "problems">, say: Say, code: number, first?: string) {
  if (first) say(first);
  for (const problem of problems) say(`${name}: ${problemLine(problem)}`);
  return code;
}

function tell({ sections, changes, untouched, toll }: FilePlan, say: Say): void {
  if (changes === 0) say("The tables are as the file says: there is nothing to do.");
  for (const { title, lines } of sections) {
    say(title);
    for (const { sign, words } of lines) say(`  ${sign} ${words}`);
  }
  for (const words of untouched) say(words);
  if (toll.length > 0) say("By itself, this would follow:");
  for (const words of toll) say(`  ${words}`);
}

async function tellMoved(portal: Portal, plan: string, say: Say): Promise<number> {
  say(APPLY_SENTENCES.stale);
  const moved = await listMovedSince(await siteViewer(portal), plan);
  for (const { words, by, at } of moved) say(`  ${at} ${by ?? "the portal"}: ${words}`);
  if (moved.length === 0) say("  The log does not tell what: is this the fingerprint that plan printed?");
  return REFUSED;
}

function readFrom(name: string): string {
  try {
    return readFileSync(name, "utf8");
  } catch (error) {
    throw new Halt(`${name} cannot be read: ${(error as Error).message}.`);
  }
}

function writeTo(name: string, text: string): void {
  try {
    writeFileSync(name, text);
  } catch (error) {
    throw new Halt(`${name} cannot be written: ${(error as Error).message}.`);
  }
}
