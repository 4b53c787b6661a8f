/** Whether everything that a scenario names is there when it is named, and whether its world can be at all. */

import { machineName } from "@/lib/machine-name";
import {
  contentTypeOf,
  GROUP_PERMISSIONS,
  isGlobalPermission,
  isGroupPermission,
  possibleForAnonymousRole,
  possibleIn,
} from "@/lib/policy/catalogue";
import { CONTENT_TYPES } from "@/lib/policy/content-rows";
import type { ColumnKind } from "@/lib/policy/facts";
import { Known } from "./known";
import { at, type Found, type Path, unknown } from "./problem";
import type { Scenario, World, WorldGroup } from "./shape";
import { namesInStep } from "./step-names";

const BUILT_IN: readonly string[] = ["anonymous", "outsider", "member", "leader"];
const contentTypes = CONTENT_TYPES.map(({ key }) => key);

/** Every problem, in the order of the file. */
export function namesIn(scenario: Scenario): Found[] {
  const known = Known.of(scenario);
  const inWorld = [
    ...settings(scenario, known),
    ...globalRoles(scenario, known),
    ...types(scenario, known),
    ...accounts(scenario, known),
    ...groups(scenario, known),
    ...holdings(scenario, known),
  ];
  const inSteps = scenario.steps.flatMap((step, n) =>
    namesInStep(step, known).map(({ path, message }) => ({ path: ["steps", n, ...path], message })),
  );
  return [...inWorld, ...inSteps];
}

function listed(path: Path, said: readonly string[], what: string, known: Iterable<string>): Found[] {
  const all = new Set(known);
  return said.flatMap((one, n) => (all.has(one) ? [] : at([...path, n], unknown(what, one, all))));
}

function settings({ settings: said }: World, known: Known): Found[] {
  return [
    ...at(["settings", "newAccountRole"], known.missing("global role", said.newAccountRole)),
    ...at(["settings", "defaultGroupType"], known.missing("type", said.defaultGroupType)),
  ];
}

function globalRoles({ globalRoles: roles }: World, known: Known): Found[] {
  return Object.entries(roles).flatMap(([role, permissions]) => [
    ...named(["globalRoles", role], role),
    ...permissions.flatMap((permission, n) => at(["globalRoles", role, n], globalProblem(known, role, permission))),
  ]);
}

/** A name that machines know too: of a global role, a type, a custom group role. */
function named(path: Path, name: string): Found[] {
  const shape = machineName.safeParse(name);
  return shape.success
    ? []
    : at(path, `“${name}” is no name for this: small letters, digits and hyphens, a letter first`);
}

function globalProblem(known: Known, role: string, permission: string): string | null {
  const missing = known.missing("global permission", permission);
  if (missing || !isGlobalPermission(permission)) return missing;
  const possible = role === "anonymous" ? possibleForAnonymousRole(permission) : true;
  return possible === true ? null : `impossible for anonymous: ${possible}`;
}

function types({ types: all }: World, known: Known): Found[] {
  return Object.entries(all).flatMap(([type, { content, creator, roles, advancedOutsider, insider }]) => {
    const path = ["types", type];
    const custom = Object.keys(roles).filter((role) => !BUILT_IN.includes(role));
    const tied = [
      ...Object.entries(advancedOutsider).map(([role, held]) => ({ key: "advancedOutsider", role, held })),
      ...Object.entries(insider).map(([role, held]) => ({ key: "insider", role, held })),
    ];
    const kindOf = (role: string) => (BUILT_IN.includes(role) ? role : "custom") as ColumnKind;
    return [
      ...named(path, type),
      ...listed([...path, "content"], content, "content type", contentTypes),
      ...listed([...path, "creator", "roles"], creator.roles, "custom role", custom),
      ...custom.flatMap((role) => named([...path, "roles", role], role)),
      ...Object.entries(roles).flatMap(([role, held]) => cells([...path, "roles", role], kindOf(role), held, content)),
      ...tied.flatMap(({ key, role, held }) => [
        ...at([...path, key, role], known.missing("custom global role", role)),
        ...cells([...path, key, role], key === "insider" ? "insider" : "advanced-outsider", held, content),
      ]),
    ];
  });
}

function cells(path: Path, kind: ColumnKind, held: readonly string[], content: readonly string[]): Found[] {
  return held.flatMap((permission, n) => at([...path, n], cellProblem(kind, permission, content)));
}

function cellProblem(kind: ColumnKind, permission: string, content: readonly string[]): string | null {
  if (!isGroupPermission(permission)) {
    return unknown(
      "group permission",
      permission,
      GROUP_PERMISSIONS.map(({ key }) => key),
    );
  }
  const possible = possibleIn(kind, permission);
  if (possible !== true) return `impossible: ${possible}`;
  const needed = contentTypeOf(permission);
  return needed === null || content.includes(needed) ? null : `impossible: the type has no ${needed}s`;
}

function accounts({ accounts: all }: World, known: Known): Found[] {
  const people = Object.entries(all);
  const owners = people.filter(([, { owner }]) => owner);
  const ownerless = owners.length > 0 && !owners.some(([, { active }]) => active);
  return [
    ...people.flatMap(([name, { roles }]) => [
      ...(name === "anonymous" ? at(["accounts", name], "anonymous is whoever has no account") : []),
      ...roles.flatMap((role, n) => at(["accounts", name, "roles", n], known.missing("custom global role", role))),
    ]),
    ...(owners.length === 0 && all.owner ? at(["accounts", "owner"], "somebody who is called owner and is none") : []),
    ...(ownerless ? at(["accounts"], "there is no active site owner") : []),
  ];
}

function groups({ groups: all }: World, known: Known): Found[] {
  return Object.entries(all).flatMap(([name, group]) => {
    const path = ["groups", name];
    const { type, eligibleRoles, confers, creator, leaders } = group;
    return [
      ...at([...path, "type"], known.missing("type", type)),
      ...at([...path, "creator"], known.missing("account", creator)),
      ...eligibleRoles.flatMap((role, n) => at([...path, "eligibleRoles", n], known.missing("eligible role", role))),
      ...confers.flatMap((role, n) => at([...path, "confers", n], known.missing("custom global role", role))),
      ...leaders.accounts.flatMap((one, n) => at([...path, "leaders", "accounts", n], known.missing("account", one))),
      ...leaders.groups.flatMap((one, n) =>
        at(
          [...path, "leaders", "groups", n],
          one === name ? "a group does not lead itself" : known.missing("group", one),
        ),
      ),
      ...members(path, group, known),
    ];
  });
}

function members(path: Path, { type, members: all }: WorldGroup, known: Known): Found[] {
  return Object.entries(all).flatMap(([account, membership]) => {
    const roles = Array.isArray(membership) ? membership : membership.roles;
    const place = [...path, "members", account];
    return [
      ...at(place, known.missing("account", account)),
      ...listed(
        Array.isArray(membership) ? place : [...place, "roles"],
        roles,
        "custom role",
        known.customRolesOf(type),
      ),
    ];
  });
}

/** Links and posts: each of a group, and by somebody. */
function holdings(world: World, known: Known): Found[] {
  return (["links", "posts"] as const).flatMap((key) =>
    Object.entries(world[key]).flatMap(([name, { group, by }]) => [
      ...at([key, name, "group"], known.missing("group", group)),
      ...at([key, name, "by"], known.missing("account", by)),
    ]),
  );
}
