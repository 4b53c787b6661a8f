// Promise: no group is changed among many whose consequences were not seen: each is asked again when its turn has come.
import { countedText } from "@/lib/counted";
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import { startLines } from "@/lib/jobs/start";
import { decideGlobal, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { askedOf, changeFrom, type GroupsChange } from "../change-of";
import { type FoundSituation, findSituation } from "../facts";
import { numbersOf } from "../queries/count-consequences";
import { type ChangeRow, type ChangesPreview, previewChanges, type Totals } from "../queries/preview-changes";
import type { ChangeGroupsInput, ChangeLine } from "../schema";
import { changedBy, exceeds } from "../seen";
import { configuring } from "./configure-group";
import { deleting, endedBy } from "./delete-group";

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
  const going = shown.rows.filter(({ goes }) => goes);
  const boundOf = boundIn(change, shown.totals, going.length);
  const lines = going.map((row) => ({
    input: { group: row.slug, change: text, seen: boundOf(row), ...(reason ? { reason } : {}) },
    ...{ said: row.name, groupId: row.id },
  }));
  const kind = change.kind === "delete" ? "group.delete" : "group.configure";
  return {
    answer: "started",
    done: true,
    data: { job: await startLines(viewer, kind, { input: { change: text }, lines }) },
  };
}

/** What each of so many groups may bring about: what is shown of it, and anywhere what is shown of all. */
function boundIn(change: GroupsChange, { anywhere }: Totals, going: number) {
  // One alone may take the administrator of a group that they empty together.
  const { unadministered, ...rest } = anywhere;
  return (row: ChangeRow): ChangeLine["seen"] => {
    if (change.kind !== "delete") return { ...row.seen, ...rest, ...(going === 1 && { unadministered }) };
    // No plan has its own members, and what befalls the others that go along is counted as their end alone.
    const reach = anywhere.reach - row.seen.removed - row.seen.closed;
    return going > 1 ? { ...row.seen, reach } : { ...row.seen, ...anywhere, reach };
  };
}

/** What a form knows that comes back from looking at this. */
export function seenOf({ rows, totals }: ChangesPreview): string {
  const changed = rows.filter(({ goes }) => goes).length;
  if (!totals) return countedText({ changed });
  const { removed, counts, anywhere, withoutAdministrator, linksRefused, lost } = totals;
  return countedText({
    ...{ changed, people: removed.people, groups: removed.groups, withoutAdministrator, linksRefused },
    ...numbersOf(counts),
    ...(lost && { links: lost.links, posts: lost.posts, leaders: lost.leaders }),
    reach: anywhere.reach,
  });
}

/** One of them, by itself. */
export async function changeOne(
  viewer: Viewer,
  { group, change: text, ...line }: ChangeLine,
): Promise<Outcome<string>> {
  const change = changeFrom(text);
  if (!change) return { answer: "not-found", done: false, data: null };
  return change.kind === "delete" ? deleteOne(viewer, group, line) : configureOne(viewer, group, change, line);
}

type Line = Pick<ChangeLine, "seen" | "reason">;

function deleteOne(viewer: Viewer, group: string, { seen, reason }: Line) {
  return bounded(deleting)(viewer, { group, reason }, (plan, facts) =>
    exceeds(endedBy(plan, facts), seen) ? "more-than-seen" : null,
  );
}

async function configureOne(
  viewer: Viewer,
  group: string,
  change: Exclude<GroupsChange, { kind: "delete" }>,
  { seen, reason }: Line,
): Promise<Outcome<string>> {
  const askedIn = (found: FoundSituation) => askedOf(group, found.situation.group, change);
  const before = await findSituation(viewer.portal.store.reader, viewer, { slug: group });
  // Whether it is there, and theirs to change, is the command's to say.
  const asked = before && sees(viewer, before.situation) ? askedIn(before) : { group, flags: {} };
  if (typeof asked === "string") return { answer: asked, done: asked === "already", data: null };
  return bounded(configuring)(viewer, { ...asked, reason }, (plan, { found }) => {
    // The whole list of roles is written, as it was before this waited for its turn.
    if (!found || JSON.stringify(askedIn(found)) !== JSON.stringify(asked)) return "stale";
    return exceeds(changedBy(plan, found.group.id), seen) ? "more-than-seen" : null;
  });
}
