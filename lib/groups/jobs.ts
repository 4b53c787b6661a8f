/** Changes to many groups, a line each, and to one that touches many people, as the worker carries them out. */
import type { LinesKind, WholeKind } from "@/lib/jobs/kind";
import { changeOne } from "./commands/change-groups";
import { configureGroup } from "./commands/configure-group";
import { type ChangeLine, type ConfigureInput, changeLine, configureGroup as settings } from "./schema";

export const configureGroupsJob: LinesKind<ChangeLine> = {
  kind: "group.configure",
  line: changeLine,
  carryOut: changeOne,
};

export const deleteGroupsJob: LinesKind<ChangeLine> = { kind: "group.delete", line: changeLine, carryOut: changeOne };

export const configureGroupJob: WholeKind<ConfigureInput> = {
  kind: "group.settings",
  input: settings,
  committed: "changed",
  carryOut: configureGroup,
};
