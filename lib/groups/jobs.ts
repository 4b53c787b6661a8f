/** Changes to many groups, a line each, as the worker carries them out. */
import type { LinesKind } from "@/lib/jobs/kind";
import { changeOne } from "./commands/change-groups";
import { type ChangeLine, changeLine } from "./schema";

export const configureGroupsJob: LinesKind<ChangeLine> = {
  kind: "group.configure",
  line: changeLine,
  carryOut: changeOne,
};

export const deleteGroupsJob: LinesKind<ChangeLine> = { kind: "group.delete", line: changeLine, carryOut: changeOne };
