/** One step: the question or the verb, asked of the portal as it is, and its answer. */
import { sql } from "drizzle-orm";
import { z } from "zod";
import { findSituation } from "@/lib/groups/facts";
import { findGroup } from "@/lib/groups/queries/find-group";
import { seesGroup } from "@/lib/groups/visible";
import { findJoinPage } from "@/lib/join-links/queries";
import { type GlobalPermission, type GroupPermission, isContentPermission } from "@/lib/policy/catalogue";
import { decide, decidePost } from "@/lib/policy/decide";
import { explainGlobal } from "@/lib/policy/explain";
import type { Decision } from "@/lib/policy/facts";
import { findPostSituation } from "@/lib/posts/facts";
import { findPost } from "@/lib/posts/queries/find-post";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import { DOINGS } from "./doings";
import { minutesOf } from "./duration";
import type { Because, CanStep, DoStep, State, Step } from "./shape";
import type { Stage } from "./stage";

export interface Given {
  readonly got: string | readonly string[] | State;
  /** only for `can` */
  readonly because?: Because | null;
}

export async function perform(stage: Stage, step: Step): Promise<Given> {
  if (step.kind === "state") return { got: await stage.ledger.since(step.expect) };
  if (step.kind === "can") return answerCan(stage, step);
  return { got: await answerDo(stage, step) };
}

const said = (allowed: boolean): "allow" | "deny" => (allowed ? "allow" : "deny");

async function answerCan(stage: Stage, step: CanStep): Promise<Given> {
  const viewer = await stage.as(step.as);
  if (step.group === undefined && step.post === undefined) {
    const { decision, roles } = explainGlobal(viewer.policy, viewer, step.can as GlobalPermission);
    const { allowed, rule } = decision;
    return { got: said(allowed), because: { rule, roles: rule === "granted" ? roles.toSorted() : [] } };
  }
  const decision = await decideStep(stage, viewer, step);
  if (!decision) return { got: "deny", because: null };
  const { allowed, rule, audience, roles } = decision;
  return { got: said(allowed), because: { audience, roles: [...roles].sort(), rule } };
}

/** Null where there is no such group or post any more. */
async function decideStep(stage: Stage, viewer: Viewer, { can, group, post }: CanStep): Promise<Decision | null> {
  const permission = can as GroupPermission;
  const { reader } = viewer.portal.store;
  if (post === undefined) {
    const found = await findSituation(reader, viewer, { slug: stage.group(group ?? "") });
    return found && decide(viewer, found.situation, permission);
  }
  const found = await findPostSituation(reader, viewer, stage.post(post));
  if (!found) return null;
  const { situation, facts } = found;
  return isContentPermission(permission)
    ? decidePost(viewer, situation, facts, permission)
    : decide(viewer, situation, permission);
}

async function answerDo(stage: Stage, step: DoStep): Promise<Given["got"]> {
  switch (step.do) {
    case "wait":
      await stage.wait(minutesOf(step.keys.for) ?? 0);
      return "ok";
    case "see":
      return (await sees(stage, await stage.as(step.as), step.keys)) ? "visible" : "hidden";
    case "list":
      return listed(stage, await stage.as(step.as), step.keys.type);
    case "open-link":
      return (await findJoinPage(await stage.as(step.as), stage.token(step.keys.link)))?.state ?? "not-found";
    default:
      return answerOf(async () => DOINGS[step.do](stage, await stage.as(step.as), step.keys as never));
  }
}

async function sees(stage: Stage, viewer: Viewer, { group, post }: { group?: string; post?: string }) {
  if (post !== undefined) return (await findPost(viewer, stage.post(post))) !== null;
  return (await findGroup(viewer, stage.group(group ?? ""))) !== null;
}

/** By the predicate that every list of groups joins. */
async function listed(stage: Stage, viewer: Viewer, type: string | undefined): Promise<string[]> {
  const ofType = type === undefined ? sql`true` : sql`g.type = ${type}`;
  const rows = await viewer.portal.store.reader.rows<{ id: string }>(
    sql`select g.id from groups g where ${ofType} and ${seesGroup(viewer)}`,
  );
  const names = new Map([...stage.groups].map(([name, { id }]) => [id, name]));
  return rows.map(({ id }) => names.get(id) ?? id).sort();
}

/** The command's word; input that no form would let through is `invalid`, as an action answers it. */
async function answerOf(work: () => Promise<{ answer: string }>): Promise<string> {
  try {
    return (await work()).answer;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    if (error instanceof z.ZodError) return "invalid";
    throw error;
  }
}
