/** Roles, types and their tables: who may do what. */
import { changeGrants } from "@/lib/group-types/commands/change-grants";
import { createGroupType } from "@/lib/group-types/commands/create-group-type";
import { createGroupRole } from "@/lib/group-types/commands/group-roles";
import { createGroupType as typeShape } from "@/lib/group-types/schema";
import { changeGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { createGlobalRole } from "@/lib/permissions/commands/global-roles";
import { WORLD_TYPES, type WorldType } from "../world/group-types";
import { WORLD_ROLES } from "../world/roles";
import { must, type Site } from "./site";

const FIRST_VERSION = 1;

/** In this order: a type's table has two columns for each role, and each type brings a right that roles may hold. */
export async function buildPolicy(site: Site): Promise<void> {
  for (const { name, label } of WORLD_ROLES) {
    await must(`the role ${name}`, createGlobalRole(await site.self(), { role: name, label }));
  }
  for (const type of WORLD_TYPES) await buildType(site, type);
  const changes = WORLD_ROLES.flatMap(({ name: role, permissions }) =>
    permissions.map((permission) => ({ role, permission, on: true })),
  );
  await must("site-wide rights", changeGlobalGrants(await site.self(), { changes, reason: "" }));
}

async function buildType(site: Site, type: WorldType): Promise<void> {
  const { name, label, description, preset, creator, defaults } = type;
  const start = preset ? { from: "preset", preset } : { from: "nothing" };
  const input = typeShape.parse({ name, label, description, start, creator, defaults });
  await must(`the type ${name}`, createGroupType(await site.self(), input));
  for (const role of type.roles) {
    const input = { type: name, role: role.name, label: role.label };
    await must(`the group role ${role.name}`, createGroupRole(await site.self(), input));
  }
  const changes = Object.entries(type.cells).flatMap(([role, permissions]) =>
    permissions.map((permission) => ({ role, permission, on: true })),
  );
  const version = FIRST_VERSION + type.roles.length;
  await must(`the table of ${name}`, changeGrants(await site.self(), { type: name, version, changes, reason: "" }));
}
