import { sql } from "drizzle-orm";
import type { Change } from "@/lib/consequences/change";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { actorOf } from "@/lib/gate/site";
import { answerGrant, answerRevoke, type GrantAnswer } from "@/lib/policy/answers/permissions";
import { type GlobalPermission, isGlobalPermission, possibleForAnonymousRole } from "@/lib/policy/catalogue";
import { mayGrantGlobal, mayTakeGlobal } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import type { Policy } from "@/lib/policy/facts";
import { ANONYMOUS } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import type { ChangeGlobalGrantInput, ChangeGlobalGrantsInput } from "../schema";

type GrantChange = ChangeGlobalGrantsInput["changes"][number];
type Input = ChangeGlobalGrantsInput;

export type ChangeGlobalAnswer = GrantAnswer | "not-found";

/** Site-wide rights of global roles: all of the changes or none, and whoever loses by them is counted again. */
export const changingGlobalGrants: ExclusiveCommand<Input, null, ChangeGlobalAnswer> = {
  way: "exclusive",
  verb: "permission.change",
  proceeds: ["changed"],
  // What the answer needs is the policy, which came with the viewer.
  facts: async () => null,

  answer(viewer, _facts, { changes }) {
    if (!decideGlobal(actorOf(viewer), "permission.administer").allowed) return "not-permitted";
    const answers = changes.map((change) => answerOne(viewer, change));
    const refusals = ["not-found", "impossible", "exceeds-own"] as const;
    return refusals.find((word) => answers.includes(word)) ?? "changed";
  },

  exclusively: (viewer, _facts, { changes }) => ({
    locks: { policy: "update" },
    raises: { policy: true },
    changes: moved(viewer.policy, changes).flatMap(changeOf),
  }),

  writing(viewer, _facts, { changes, reason }) {
    const cells = moved(viewer.policy, changes);
    const [first, ...rest] = cells.map(({ role, permission, on }) => ({
      ...{ event: on ? "permission.granted" : "permission.revoked", role, permission, reason },
    }));
    if (!first) return null;
    const from = sql`jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c(role text, permission text, "on" boolean)`;
    return {
      parts: [
        {
          name: "granted",
          statement: sql`insert into global_grant (role, permission) select c.role, c.permission from guard, ${from} where c."on"`,
        },
        {
          name: "revoked",
          statement: sql`delete from global_grant x using guard, ${from}
            where not c."on" and x.role = c.role and x.permission = c.permission`,
        },
      ],
      events: [first, ...rest],
    };
  },
};

function answerOne(viewer: Viewer, change: GrantChange): ChangeGlobalAnswer {
  const { role, permission, on } = change;
  if (!viewer.policy.globalRoles.has(role) || !isKnown(viewer.policy, permission)) return "not-found";
  const already = has(viewer.policy, change);
  if (!on) {
    const exceeds = already && !mayTakeGlobal(actorOf(viewer), [permission]);
    return answerRevoke({ mayAdminister: true, exceeds });
  }
  return answerGrant({
    mayAdminister: true,
    possible: role !== ANONYMOUS || possibleForAnonymousRole(permission) === true,
    already,
    exceeds: !mayGrantGlobal(actorOf(viewer), permission),
  });
}

/** The changes that stand in the way of the others, for whoever asks for them. */
export function blameGlobal(viewer: Viewer, changes: readonly GrantChange[]): GrantChange[] {
  return changes.filter((change) => answerOne(viewer, change) !== "changed");
}

/** A right that exists: one of the fixed rows, or the one of a type that there is. */
function isKnown(policy: Policy, permission: string): permission is GlobalPermission {
  if (!isGlobalPermission(permission)) return false;
  const [, type] = permission.split(":");
  return type === undefined || policy.types.has(type);
}

function has(policy: Policy, { role, permission }: GrantChange): boolean {
  return isGlobalPermission(permission) && (policy.globalRoles.get(role)?.has(permission) ?? false);
}

const moved = (policy: Policy, changes: readonly GrantChange[]): GrantChange[] =>
  changes.filter((change) => has(policy, change) !== change.on);

function changeOf({ role, permission, on }: GrantChange): Change[] {
  if (!isGlobalPermission(permission)) return [];
  return [{ kind: on ? "permission-granted" : "permission-revoked", role, permission }];
}

/** The global permission page: the difference, in one transaction. */
export const changeGlobalGrants = command(changingGlobalGrants);
/** Whom `changeGlobalGrants` would remove, and from where. */
export const previewGlobalGrants = preview(changingGlobalGrants);

/** One right of one role. */
export const grantGlobal = (viewer: Viewer, cell: ChangeGlobalGrantInput) =>
  changeGlobalGrants(viewer, oneCell(cell, true));
export const revokeGlobal = (viewer: Viewer, cell: ChangeGlobalGrantInput) =>
  changeGlobalGrants(viewer, oneCell(cell, false));

function oneCell({ role, permission, reason }: ChangeGlobalGrantInput, on: boolean): Input {
  return { changes: [{ role, permission, on }], reason };
}
