import { bounded, preview } from "@/lib/gate";
import type { Outcome } from "@/lib/gate/command";
import { reachesMany } from "@/lib/jobs/reach";
import { startWhole } from "@/lib/jobs/start";
import type { ConfigureAnswer } from "@/lib/policy/answers/groups";
import { reloadViewer, type Viewer } from "@/lib/session/viewer";
import { fromConfigureForm } from "../forms";
import { configureGroupJob } from "../jobs";
import { countConsequences, touchesPeople } from "../queries/count-consequences";
import { findGroupSettings, type GroupSettings } from "../queries/find-group-settings";
import { findTouched } from "../queries/find-touched";
import type { ConfigureForm, ConfigureInput } from "../schema";
import { changedBy } from "../seen";
import { configuring } from "./configure-group";
import { configureLater } from "./configure-later";
import { type Asking, BACK, confersRequest, echoOf, seenBy } from "./confirming";

/** It touches so many that the worker carries it out. */
interface Started {
  readonly job: string;
}

const previewConfigure = preview(configuring);

/** Configures, unless the form is out of date (`stale`), or somebody would be touched and it was not said (`confirm`). */
export async function configureByForm(
  viewer: Viewer,
  form: ConfigureForm,
): Promise<Outcome<ConfigureAnswer | "stale" | "confirm" | "back", Asking | Started>> {
  if (form.seen === BACK) return { answer: "back", done: false, data: null };
  const settings = await findGroupSettings(viewer, form.group);
  if (settings && settings.was !== form.was) return { answer: "stale", done: false, data: null };
  const input = fromConfigureForm(form);
  const follows = settings && (await whatFollows(viewer, settings, input));
  // Most likely it is refused; if it went through by now, nobody would have looked at what follows.
  if (!follows) return bare(await bounded(configuring)(viewer, input, () => "stale"));
  const { asking, plan } = follows;
  const seen = seenBy(asking);
  if (seen !== "" && seen !== form.seen) return confirm(form, asking);
  const later = { ...input, was: form.was, seen: changedBy(plan, settings.id) };
  if (reachesMany(plan)) {
    const job = await startWhole(viewer, configureGroupJob.kind, later);
    return { answer: "changed", done: true, data: { job } };
  }
  const { answer, done } = await configureLater(viewer, later);
  if (answer !== "more-than-seen") return { answer, done, data: null };
  // The rules may have moved as well as the people: both are looked at as they are now.
  const now = await reloadViewer(viewer, viewer.portal.store.reader);
  const more = await whatFollows(now, settings, input);
  const says = more ? seenBy(more.asking) : "";
  return more && says !== "" && says !== seen ? confirm(form, more.asking) : bare({ answer: "stale", done: false });
}

const bare = <A>({ answer, done }: { answer: A; done: boolean }) => ({ answer, done, data: null });

const confirm = (form: ConfigureForm, asking: Omit<Asking, "echo">) => ({
  ...{ answer: "confirm" as const, done: true },
  data: { ...asking, echo: echoOf(form, seenBy(asking)) },
});

async function whatFollows(viewer: Viewer, settings: GroupSettings, input: ConfigureInput) {
  const { answer, plan } = await previewConfigure(viewer, input);
  if (answer !== "changed" || !plan) return null;
  const counts = await countConsequences(viewer, [settings.id], plan);
  const { public: isPublic = settings.flags.public } = input.flags;
  const before = confersRequest(viewer, settings.flags.public, settings.confers);
  const after = confersRequest(viewer, isPublic, input.confers ?? settings.confers);
  const touched = await findTouched(
    viewer,
    settings.id,
    plan,
    input.flags.internal === true && !settings.flags.internal,
  );
  const asking = {
    counts: touchesPeople(counts) ? counts : null,
    ...{ touched, confersRequest: after && !before },
  };
  return { asking, plan };
}
