/** Every kind of job that there is, by its name. A noun says in its own `jobs.ts` how its commands are carried out. */
import { configureGroupJob, configureGroupsJob, deleteGroupsJob } from "@/lib/groups/jobs";
import {
  addAgainJob,
  addMembersJob,
  removeMembersJob,
  setRolesJob,
  setUntilJob,
  tryMembersJob,
} from "@/lib/members/jobs";
import { deactivatePeopleJob, giveRoleJob, reactivatePeopleJob, takeRoleJob } from "@/lib/people/jobs";
import { changeGlobalGrantsJob, deleteGlobalRoleJob } from "@/lib/permissions/jobs";
import { decideRequestsJob } from "@/lib/requests/jobs";
import type { Kind } from "./kind";

const ALL: readonly Kind[] = [
  ...[changeGlobalGrantsJob, deleteGlobalRoleJob, configureGroupsJob, deleteGroupsJob, configureGroupJob],
  ...[addMembersJob, addAgainJob, tryMembersJob, removeMembersJob, setRolesJob, setUntilJob, decideRequestsJob],
  ...[deactivatePeopleJob, reactivatePeopleJob, giveRoleJob, takeRoleJob],
];

export const KINDS: ReadonlyMap<string, Kind> = new Map(ALL.map((kind) => [kind.kind, kind]));
