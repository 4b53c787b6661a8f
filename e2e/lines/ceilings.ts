/** The states of a join link, and the ceilings. */
import { answers, at, type Line } from "./line";

const ADDING = "§6 Adding, line by line";
const REMOVING = "§6 Removing, roles and ends, line by line";
const LEADERS = "§6 Leaders and one’s own membership, line by line";
const LINKS = "§8 The state of a link, line by line";
const CELLS = "§9 Cells of a type";
const GLOBAL = "§9 Global permissions";
const ACCOUNTS = "§9 Accounts";
const CONFERRED = "§9 Conferred roles";

export const SECTION_8: readonly Line[] = [
  ...at("lib/policy/links.ts", LINKS, {
    "link: revoked": ["if (link.revoked || !link.makerActive)", "if (!link.makerActive)"],
    "link: unavailable while the maker does not manage": ["link.internal || !link.makerManages", "link.internal"],
    "link: paused": `  if (link.paused) return "paused";\n`,
    "link: expired": `  if (link.expired) return "expired";\n`,
    "link: used-up": `  if (link.maxUses !== null && link.uses >= link.maxUses) return "used-up";\n`,
  }),
  ...at(answers("links"), LINKS, {
    "making a link: not-permitted": [`facts.mayManage ? "created" : "not-permitted"`, `"created"`],
    "tending a link: not-permitted": `  if (!facts.mayManage) return "not-permitted";\n`,
    "tending a link: revoked": [`facts.revoked && facts.verb !== "revoke" ? "revoked" : "changed"`, `"changed"`],
  }),
  ...at("lib/join-links/commands.ts", "§8 Rotating makes the actor the maker", {
    "rotating: the actor becomes the maker": [",\n          maker_id = ${viewer.account?.id ?? null}::uuid", ""],
  }),
];

export const SECTION_9: readonly Line[] = [
  ...at("lib/policy/ceilings.ts", REMOVING, {
    "acting upward: in a group": [
      "return HIGH.some((permission) => holdsThere(target, permission) && !holdsThere(actor, permission));",
      "return false;",
    ],
    "roles: nobody gives what they do not hold": [
      "return columnsNamed(actor, roles).every((column) => holdsAll(actor, column));",
      "return true;",
    ],
    "last administrator": ["return change.otherAdministrators === 0 && change.otherMembers > 0;", "return false;"],
    "last administrator: not for owners and bypass": `  if (decideGlobal(actor, "group.bypass").allowed) return false;\n`,
  }),
  ...at("lib/policy/ceilings.ts", LEADERS, {
    "leaders: nobody appoints above themselves": [
      "return HIGH.every((key) => !leaders.some((column) => cellCounts(column, key)) || holdsThere(actor, key));",
      "return true;",
    ],
    "leaders: a leader group stands where its highest does": [
      "return members.every((member) => mayRemove(actor, member));",
      "return members.length >= 0;",
    ],
  }),
  ...at("lib/policy/ceilings.ts", ADDING, {
    "conferred roles: nobody adds themselves to them": [
      "return actor.situation.group.confers.every((role) => actor.viewer.globalRoles.has(role));",
      "return true;",
    ],
  }),
  ...at("lib/policy/ceilings.ts", CONFERRED, {
    "conferred roles: needs people.administer and the role": [
      `return configures && decideGlobal(viewer, "people.administer").allowed && viewer.globalRoles.has(role);`,
      "return configures;",
    ],
    "conferred roles: needs the role": [
      `"people.administer").allowed && viewer.globalRoles.has(role);`,
      `"people.administer").allowed;`,
    ],
  }),
  ...at("lib/policy/ceilings.ts", CELLS, {
    "cells: bypass grants every possible one": `  if (decideGlobal(viewer, "group.bypass").allowed) return true;\n  if (groupPermission`,
    "cells: not the high ones": `  if (groupPermission(cell.permission).risk === "high") return false;\n`,
    "cells: ways in while a group of the type confers": [
      "use.leads || use.confers.some((role) => !viewer.globalRoles.has(role))",
      "use.leads",
    ],
    "cells: ways in while a group of the type leads": ["use.leads || use.confers", "use.confers"],
  }).map((line) => (line.cut.endsWith("if (groupPermission") ? { ...line, instead: "  if (groupPermission" } : line)),
  ...at(answers("permissions"), CELLS, {
    "cells: impossible": `  if (!facts.possible) return "impossible";\n`,
  }),
  ...at("lib/policy/ceilings.ts", GLOBAL, {
    "global permissions: only what one holds": [
      "export function mayGrantGlobal(viewer: PolicyViewer, permission: GlobalPermission): boolean {\n  return decideGlobal(viewer, permission).allowed;",
      "export function mayGrantGlobal(viewer: PolicyViewer, permission: GlobalPermission): boolean {\n  return viewer && permission !== undefined;",
    ],
    "global permissions: taken by who holds them": [
      "return [...taken].every((key) => setsNobodyAbove(key) || decideGlobal(viewer, key).allowed);",
      "return true;",
    ],
    "global permissions: the five excepted": [
      "setsNobodyAbove(key) || decideGlobal(viewer, key).allowed",
      "decideGlobal(viewer, key).allowed",
    ],
  }),
  ...at(answers("roles"), GLOBAL, {
    "roles: not-permitted to delete": `  if (!facts.mayAdminister) return "not-permitted";\n`,
    "roles: built-in": `  if (facts.builtIn) return "built-in";\n`,
    "roles: exceeds-own": [`return facts.exceeds ? "exceeds-own" : "deleted";`, `return "deleted";`],
    "roles: not-permitted to create": [`facts.mayAdminister ? "created" : "not-permitted"`, `"created"`],
  }),
  ...at("lib/policy/ceilings.ts", ACCOUNTS, {
    "accounts: give only roles that one holds": [
      "return isOwner(viewer) || viewer.globalRoles.has(role);",
      "return true;",
    ],
    "acting upward: in the portal": [
      "return [...target.globalPermissions].some((key) => !setsNobodyAbove(key) && !decideGlobal(actor, key).allowed);",
      "return false;",
    ],
    "acting upward: a site owner": `  if (target.account?.owner) return true;\n`,
  }),
  ...at("lib/policy/ceilings.ts", ACCOUNTS, {
    "last owner": ["return target.owner && target.active && otherActiveOwners === 0;", "return false;"],
  }).map((line) => ({ ...line, refusedBy: "account_owner_remains" })),
  ...at(answers("people"), ACCOUNTS, {
    "accounts: conferred roles are not taken": [
      `return facts.onlyConferred ? "conferred" : "changed";`,
      `return "changed";`,
    ],
    "accounts: only a site owner makes one": [`return facts.owner ? "changed" : "not-permitted";`, `return "changed";`],
    "accounts: only a site owner unmakes one": `  if (!facts.owner) return "not-permitted";\n`,
  }),
  ...at(answers("settings"), ACCOUNTS, {
    "settings: not-permitted": [`facts.mayAdminister ? "changed" : "not-permitted"`, `"changed"`],
  }),
];
