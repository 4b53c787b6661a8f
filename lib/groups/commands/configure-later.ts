// Promise: settings that a form left to the worker do not undo what somebody else set meanwhile, nor touch more people than were shown.
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import type { ConfigureAnswer } from "@/lib/policy/answers/groups";
import type { Viewer } from "@/lib/session/viewer";
import type { ConfigureLater } from "../schema";
import { changedBy, exceeds } from "../seen";
import { settledText } from "../settled";
import { configuring } from "./configure-group";

/**
 * Other work was before it: what the form was made on and what it showed are held against what is, once nobody else can
 * change it. Sent twice, or by two at once, there is nothing left to write, and nothing of anybody else's to undo.
 */
export async function configureLater(
  viewer: Viewer,
  { was, seen, ...input }: ConfigureLater,
): Promise<Outcome<ConfigureAnswer | "stale" | "more-than-seen">> {
  return bounded(configuring)(viewer, input, (plan, { found }) => {
    if (!found) return null;
    if (was !== undefined && settledText(found) !== was) return "stale";
    return seen && exceeds(changedBy(plan, found.group.id), seen) ? "more-than-seen" : null;
  });
}
