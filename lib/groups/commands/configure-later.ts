// Promise: settings that a form left to the worker do not undo what somebody else set meanwhile, nor touch more people than were shown.
import { bounded } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import type { Viewer } from "@/lib/session/viewer";
import { findGroupSettings } from "../queries/find-group-settings";
import type { ConfigureInput, ConfigureLater } from "../schema";
import { reachOf, seenIn } from "../seen";
import { exceedsSeen, moreThanSeen } from "./change-groups";
import { configureGroup, configuring } from "./configure-group";

/** Other work was before it: what the form was made on and what it showed are asked again when its turn has come. */
export async function configureLater(
  viewer: Viewer,
  { was, seen, ...input }: ConfigureLater,
): Promise<Outcome<string>> {
  const settings = await findGroupSettings(viewer, input.group);
  // Whether it is there, and theirs to configure, is the command's to say.
  if (!settings) return configureGroup(viewer, input);
  if (was !== undefined && settings.was !== was && !(await isSo(viewer, input)))
    return { answer: "stale", done: false, data: null };
  const outcome = await bounded(configuring)(
    viewer,
    input,
    (plan) => !seen || !exceedsSeen(seenIn(plan, settings.id), reachOf(plan), seen),
  );
  return outcome ?? moreThanSeen;
}

/** Sent twice, or by two at once: there is nothing left to do, and nothing of anybody else's to undo. */
async function isSo(viewer: Viewer, input: ConfigureInput): Promise<boolean> {
  const facts = await configuring.facts(viewer.portal.store.reader, viewer, input);
  return configuring.writing(viewer, facts, input, "changed") === null;
}
