/** Changes to many groups, a line each, and to one that touches many people, as the worker carries them out. */
import type { LinesKind, WholeKind } from "@/lib/jobs/kind";
import { changeOne } from "./commands/change-groups";
import { configureLater } from "./commands/configure-later";
import { type ChangeLine, type ConfigureLater, changeLine, configureGroupLater } from "./schema";

export const configureGroupsJob: LinesKind<ChangeLine> = {
  kind: "group.configure",
  line: changeLine,
  carryOut: changeOne,
};

export const deleteGroupsJob: LinesKind<ChangeLine> = { kind: "group.delete", line: changeLine, carryOut: changeOne };

export const configureGroupJob: WholeKind<ConfigureLater> = {
  kind: "group.settings",
  input: configureGroupLater,
  committed: "changed",
  carryOut: configureLater,
};
