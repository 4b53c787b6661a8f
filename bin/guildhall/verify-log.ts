/** `verify-log`: whether the log still says what it said when it was sealed, line by line. */
import { type Fault, findHead, isInChain, type Verdict, verifyLog } from "@/lib/audit/verify";
import type { Asked, CommandLine } from "./commands";

const SOUND = 0;
const BROKEN = 1;
const WRONG = 2;
/** more are counted, not named */
const NAMED = 1_000;

type Say = Asked["say"];

export const VERIFY_LOG: CommandLine = {
  name: "verify-log",
  usage:
    "verify-log [--head | --against DIGEST] – holds the log against its seals; --head prints the last one, to be kept elsewhere",
  async run({ portal, args, say }) {
    if (args.length === 1 && args[0] === "--head") return printHead(await findHead(portal.store.reader), say);
    const [option, kept = ""] = args;
    const digest = /^(?:\d+:)?([0-9a-f]{64})$/.exec(kept)?.[1];
    if (args.length > 0 && (args.length !== 2 || option !== "--against" || !digest)) return misused(say);
    const verdict = await verifyLog(portal);
    tell(verdict, say);
    const known = digest === undefined || (await isInChain(portal, digest));
    if (digest !== undefined) say(known ? KEPT_KNOWN : KEPT_UNKNOWN);
    if (digest === undefined && verdict.head) say(WITHOUT_HEAD);
    return known && verdict.faults.length === 0 ? SOUND : BROKEN;
  },
};

const KEPT_KNOWN = "The head that you kept is one of these seals: up to it nothing was written anew.";
const KEPT_UNKNOWN = "The head that you kept is none of these seals: they were cut short, or the log was written anew.";
const WITHOUT_HEAD =
  "Whoever owns the database could cut off the last seals, or write the log and all its seals anew, and this would not show: keep what --head prints elsewhere, and ask with --against.";

function misused(say: Say): number {
  say(`Use: npm run -s guildhall -- ${VERIFY_LOG.usage}`);
  return WRONG;
}

/** `NUMBER:DIGEST`, and nothing else, so that it can be kept as it comes. */
function printHead(head: Verdict["head"], say: Say): number {
  if (head) say(`${head.number}:${head.digest}`);
  else say("Nothing is sealed yet.");
  return head ? SOUND : BROKEN;
}

function tell({ seals, lines, faults, head, waiting }: Verdict, say: Say): void {
  const upTo = head ? `, the last of ${head.at}` : "";
  say(`${counted(lines, "line")} under ${counted(seals, "seal")}${upTo}.`);
  for (const fault of faults.slice(0, NAMED)) say(`  ${wordsOf(fault)}`);
  if (faults.length > NAMED) say(`  … and ${faults.length - NAMED} more.`);
  say(
    faults.length === 0
      ? "Each says what it said when it was sealed."
      : `${counted(faults.length, "thing")} not as sealed.`,
  );
  say(
    waiting.lines === 0
      ? "Every line is sealed."
      : `${counted(waiting.lines, "line")} not sealed yet, the oldest of ${waiting.since}.`,
  );
}

const counted = (n: number, what: string) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

function wordsOf(fault: Fault): string {
  const { kind, seal } = fault;
  switch (kind) {
    case "changed":
      return `Line ${fault.line} was changed (seal ${seal}).`;
    case "deleted":
      return `Line ${fault.line} was deleted (seal ${seal}).`;
    case "inserted":
      return seal === 0
        ? `Line ${fault.line} was inserted where nothing is sealed.`
        : `Line ${fault.line} was inserted among those of seal ${seal}.`;
    case "moved":
      return fault.now === fault.line
        ? `Line ${fault.line} was moved to another transaction (seal ${seal}).`
        : `Line ${fault.line} was moved: it stands as line ${fault.now} now (seal ${seal}).`;
    case "seal-changed":
      return `Seal ${seal} was changed.`;
    case "seal-missing":
      return `Seal ${seal} is missing.`;
  }
}
