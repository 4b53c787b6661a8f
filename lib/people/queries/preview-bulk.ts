/** What would become of several accounts at once: one plan for all of them, and for each the answer that it would get. */
import { sql } from "drizzle-orm";
import type { Change } from "@/lib/consequences/change";
import { planConsequences } from "@/lib/consequences/plan";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { LINES_AT_MOST } from "@/lib/jobs/start";
import type { Toll } from "@/lib/permissions/toll";
import type { Viewer } from "@/lib/session/viewer";
import { deactivating, reactivating } from "../commands/activation";
import { assigning, unassigning } from "../commands/global-roles";
import { findTargets, type Target } from "../commands/target";
import type { BulkVerb, GlobalRoleVerbInput } from "../schema-accounts";
import { findPeopleToll } from "./find-people-toll";
import { type Choice, type Chosen, listChosen } from "./list-chosen";

export interface BulkPreview {
  /** label of the role that is given or taken */
  readonly role: string | null;
  readonly chosen: number;
  /** more than can be done at once */
  readonly tooMany: boolean;
  /** those to whom it would be done, those for whom it is so already, and those refused by each answer's word */
  readonly will: readonly Chosen[];
  readonly already: readonly Chosen[];
  readonly refused: readonly { readonly answer: string; readonly people: readonly Chosen[] }[];
  readonly toll: Toll | null;
}

type One = ExclusiveCommand<GlobalRoleVerbInput, Target | null, string>;

const ONES: Readonly<Record<BulkVerb["verb"], One>> = {
  deactivate: deactivating,
  reactivate: reactivating,
  give: assigning,
  take: unassigning,
};

/** Null without the right to administer people, and for a role that is not there. */
export async function previewBulk(viewer: Viewer, verb: BulkVerb, choice: Choice): Promise<BulkPreview | null> {
  const chosen = await listChosen(viewer, choice);
  const role = await labelOf(viewer, verb.role);
  if (!chosen || (verb.role && !role)) return null;
  const sorted = { will: [] as Chosen[], already: [] as Chosen[], refused: new Map<string, Chosen[]>() };
  const tooMany = chosen.length > LINES_AT_MOST;
  const plan = await viewer.portal.store.snapshot(async (read) => {
    const ids = tooMany ? [] : chosen.map(({ id }) => id);
    const changes = sort(viewer, verb, await findTargets(read, viewer, ids), sorted);
    return planConsequences(read, viewer, changes);
  }, LONG);
  return {
    ...{ role, chosen: chosen.length, tooMany, will: sorted.will, already: sorted.already },
    refused: [...sorted.refused].map(([answer, people]) => ({ answer, people })),
    toll: await findPeopleToll(viewer, plan),
  };
}

// One statement about thousands of accounts.
const LONG = { statementTimeout: 30_000 };

interface Sorted {
  readonly will: Chosen[];
  readonly already: Chosen[];
  readonly refused: Map<string, Chosen[]>;
}

/** What each would be answered, and the changes of those to whom it would be done. Whoever asks remains, an owner too. */
function sort(viewer: Viewer, { verb, role }: BulkVerb, targets: readonly Target[], sorted: Sorted): Change[] {
  const one = ONES[verb];
  const changes: Change[] = [];
  for (const target of targets) {
    const input = { account: target.id, role: role ?? "", reason: "" };
    const answer = one.answer(viewer, target, input);
    if (!one.proceeds.includes(answer)) {
      sorted.refused.set(answer, [...(sorted.refused.get(answer) ?? []), target]);
    } else if (one.writing(viewer, target, input, answer) === null) sorted.already.push(target);
    else {
      sorted.will.push(target);
      changes.push(...one.exclusively(viewer, target, input, answer).changes);
    }
  }
  return changes;
}

async function labelOf(viewer: Viewer, role: string | null): Promise<string | null> {
  if (role === null) return null;
  const [row] = await viewer.portal.store.reader.rows<{ label: string }>(
    sql`select r.label from global_role r where r.name = ${role} and not r.built_in`,
  );
  return row?.label ?? null;
}
