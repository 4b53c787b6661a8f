// Promise: no group is changed among many whose consequences were not seen: each is asked again when its turn has come.
import type { Plan } from "@/lib/consequences/plan";
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import { startLines } from "@/lib/jobs/start";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { askedOf, changeFrom } from "../change-of";
import { findSituation } from "../facts";
import { type ChangesPreview, previewChanges } from "../queries/preview-changes";
import type { ChangeGroupsInput, ChangeLine } from "../schema";
import { isWithin, NOBODY, reachOf, type Seen, seenIn } from "../seen";
import { configuring } from "./configure-group";
import { deleting } from "./delete-group";

export type ChangeGroupsAnswer = "started" | "not-permitted" | "nothing-to-do" | "stale";

/** Hands the groups that a change would go through in to the worker, if the form knows what is shown of it now. */
export async function changeGroups(
  viewer: Viewer,
  { groups, change: text, seen, reason }: ChangeGroupsInput,
): Promise<Outcome<ChangeGroupsAnswer, { job: string }>> {
  const refused = (answer: ChangeGroupsAnswer) => ({ answer, done: false, data: null });
  if (!decideGlobal(viewer, "group.overview").allowed) return refused("not-permitted");
  const change = changeFrom(text);
  const shown = change && (await previewChanges(viewer, groups, change));
  if (!change || !shown?.totals) return refused("nothing-to-do");
  if (seenOf(shown) !== seen) return refused("stale");
  const { reach } = shown.totals;
  const lines = shown.rows
    .filter(({ goes }) => goes)
    .map((row) => ({
      input: { group: row.slug, change: text, seen: { ...row.seen, reach }, ...(reason ? { reason } : {}) },
      ...{ said: row.name, groupId: row.id },
    }));
  const kind = change.kind === "delete" ? "group.delete" : "group.configure";
  return {
    answer: "started",
    done: true,
    data: { job: await startLines(viewer, kind, { input: { change: text }, lines }) },
  };
}

/** What a form knows that comes back from looking at this: the numbers by their names, without those that are zero. */
export function seenOf({ rows, totals }: ChangesPreview): string {
  const { removed, counts, reach, withoutAdministrator, linksRefused, lost } = totals ?? NOTHING;
  const { letIn = 0, closed = 0, flagged = 0, elsewhere = null, beyond } = counts ?? {};
  const numbers = {
    ...{ changed: rows.filter(({ goes }) => goes).length, removed: removed.people, left: removed.groups },
    ...{ linksRefused, reach, letIn, closed, elsewhere: elsewhere?.people ?? 0, unled: beyond?.unled ?? 0 },
    withoutAdministrator: withoutAdministrator + (beyond?.withoutAdministrator ?? 0),
    flagged: flagged + (beyond?.flagged ?? 0),
    ...{ links: lost?.links ?? 0, posts: lost?.posts ?? 0, leaders: lost?.leaders ?? 0 },
  };
  const counted = Object.entries(numbers).filter(([, number]) => number > 0);
  return counted.map((pair) => pair.join("=")).join(" ");
}

const NOTHING = {
  removed: { people: 0, groups: 0 },
  ...{ counts: null, reach: 0, withoutAdministrator: 0, linksRefused: 0, lost: null },
};

/** One of them, by itself. */
export async function changeOne(
  viewer: Viewer,
  { group, change: text, seen, reason }: ChangeLine,
): Promise<Outcome<string>> {
  const change = changeFrom(text);
  const found = await findSituation(viewer.portal.store.reader, viewer, { slug: group });
  if (!change) return { answer: "not-found", done: false, data: null };
  if (change.kind === "delete") {
    const facts = await deleting.facts(viewer.portal.store.reader, viewer, { group });
    const now = {
      ...NOBODY,
      ...{ removed: facts.members.length, closed: facts.waiting.length, dismissed: facts.leaders.length },
    };
    const within = (plan: Plan) => !exceedsSeen(now, reachOf(plan), seen);
    return (await bounded(deleting)(viewer, { group, reason }, within)) ?? moreThanSeen;
  }
  // Whether it is there, and theirs to change, is the command's to say.
  const asked = found ? askedOf(group, found.situation.group, change) : { group, flags: {} };
  if (typeof asked === "string") return { answer: asked, done: asked === "already", data: null };
  const within = (plan: Plan) => !found || !exceedsSeen(seenIn(plan, found.group.id), reachOf(plan), seen);
  return (await bounded(configuring)(viewer, { ...asked, reason }, within)) ?? moreThanSeen;
}

export const moreThanSeen: Outcome<string> = { answer: "more-than-seen", done: false, data: null };

export const exceedsSeen = (now: Seen, reach: number, seen: ChangeLine["seen"]) =>
  !isWithin(now, { ...seen, dismissed: seen.dismissed ?? now.dismissed }) || reach > seen.reach;
