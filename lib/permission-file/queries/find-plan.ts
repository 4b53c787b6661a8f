/** What applying a file would do, and to how many people: the answer of the command itself up to its write. */
import { planConsequences } from "@/lib/consequences/plan";
import { actorOf } from "@/lib/gate/site";
import { findToll, seenOf } from "@/lib/permissions/toll";
import { tollSentences } from "@/lib/permissions/toll-sentences";
import { reloadViewer, type Viewer } from "@/lib/session/viewer";
import { consequentOf, findLogged, gatherFacts } from "../facts";
import { fingerprintFrom, fingerprintText } from "../fingerprint";
import { type Problem, readPermissionFile } from "../read";
import { refusalsOf } from "../refusals";
import type { PermissionFile } from "../schema";
import { sentenceOf } from "../sentences";
import { type Section, sectionsOf } from "../words";
import { partsOf } from "./find-export";
import { listTableMoves, type TableMove } from "./list-table-moves";

export interface FilePlan {
  readonly file: PermissionFile;
  /** nothing can be done while there is one: what is wrong with the file, or not the viewer's to do */
  readonly problems: readonly Problem[];
  readonly sections: readonly Section[];
  readonly changes: number;
  /** what the file leaves out and leaves alone */
  readonly untouched: readonly string[];
  /** what would follow by itself */
  readonly toll: readonly string[];
  readonly fingerprint: string;
  /** the numbers in the toll */
  readonly seen: string;
}

const LONG = { statementTimeout: 60_000 };

/** Everything about one state of the portal. A file that cannot be read has its problems and no plan. */
export async function findPlan(
  viewer: Viewer,
  text: string,
): Promise<FilePlan | { readonly problems: readonly Problem[] }> {
  const { file, problems, at } = readPermissionFile(text);
  if (!file) return { problems };
  const { store } = viewer.portal;
  const { facts, now, plan, logged } = await store.snapshot(async (read) => {
    const asking = await reloadViewer(viewer, read);
    const gathered = await gatherFacts(read, asking, file);
    const consequences = await planConsequences(read, asking, consequentOf(gathered.changes));
    return { facts: gathered, now: asking, plan: consequences, logged: await findLogged(read) };
  }, LONG);
  const refused = refusalsOf(actorOf(now), facts.changes, facts.uses);
  const toll = await findToll(now, plan);
  return {
    file,
    problems: [
      ...facts.problems.map(({ path, message }) => at(path, message)),
      ...refused.map((one) => at(one.path, sentenceOf(one))),
    ],
    sections: sectionsOf(facts),
    changes: facts.changes.length,
    untouched: untouchedWords(facts.untouched),
    toll: toll ? tollSentences(toll) : [],
    fingerprint: fingerprintText({ logged, digest: facts.digest }),
    seen: toll ? seenOf(toll) : "",
  };
}

function untouchedWords({
  globalRoles,
  types,
}: {
  globalRoles: readonly string[];
  types: readonly string[];
}): string[] {
  return [
    ...(globalRoles.length > 0
      ? [`Global roles that the file does not name stay as they are: ${globalRoles.join(", ")}.`]
      : []),
    ...(types.length > 0 ? [`Group types that the file does not name stay as they are: ${types.join(", ")}.`] : []),
  ];
}

/** What moved since the plan of this fingerprint, as far as the viewer may administer it. */
export async function listMovedSince(viewer: Viewer, fingerprint: string): Promise<readonly TableMove[]> {
  const known = fingerprintFrom(fingerprint);
  return known ? listTableMoves(viewer.portal.store.reader, known.logged, partsOf(viewer)) : [];
}
