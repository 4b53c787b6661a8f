/** Every kind of job that there is, by its name. A noun says in its own `jobs.ts` how its commands are carried out. */
import { deactivatePeopleJob, giveRoleJob, reactivatePeopleJob, takeRoleJob } from "@/lib/people/jobs";
import { changeGlobalGrantsJob, deleteGlobalRoleJob } from "@/lib/permissions/jobs";
import type { Kind } from "./kind";

const ALL: readonly Kind[] = [
  ...[changeGlobalGrantsJob, deleteGlobalRoleJob],
  ...[deactivatePeopleJob, reactivatePeopleJob, giveRoleJob, takeRoleJob],
];

export const KINDS: ReadonlyMap<string, Kind> = new Map(ALL.map((kind) => [kind.kind, kind]));
