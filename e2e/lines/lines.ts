/**
 * Every line of the lists of sections 6, 8 and 9 and every row of section 7, as the code has it: what to take out of which
 * file, and the scenario that must notice. The name of a scenario may be given by its beginning.
 */
export interface Line {
  readonly line: string;
  readonly file: string;
  /** stands in the file exactly once */
  readonly cut: string;
  readonly instead?: string;
  readonly scenario: string;
}

const at = (
  file: string,
  scenario: string,
  cuts: Readonly<Record<string, string | readonly [string, string]>>,
): Line[] =>
  Object.entries(cuts).map(([line, said]) => {
    const [cut, instead = ""] = typeof said === "string" ? [said] : said;
    return { line, file, cut, instead, scenario };
  });

const answers = (name: string) => `lib/policy/answers/${name}.ts`;

const DECISION = "§6 Decision, line by line";
const SEEING = "§6 Who sees a group, line by line";
const JOINING = "§6 Joining, line by line";
const LEAVING = "§6 Leaving, line by line";
const DECIDING = "§6 Deciding a request, line by line";
const ADDING = "§6 Adding, line by line";
const REMOVING = "§6 Removing, roles and ends, line by line";
const LEADERS = "§6 Leaders and one’s own membership, line by line";
const GROUPS = "§6 Configuring, editing, deleting and creating, line by line";
const LINKS = "§8 The state of a link, line by line";
const CELLS = "§9 Cells of a type";
const GLOBAL = "§9 Global permissions";
const ACCOUNTS = "§9 Accounts";
const CONFERRED = "§9 Conferred roles";

const section6: readonly Line[] = [
  ...at("lib/policy/steps.ts", DECISION, {
    "decision: inactive": `  { rule: "inactive", allowed: false, speaks: ({ viewer }) => viewer.account?.active === false },\n`,
    "decision: impossible": `  { rule: "impossible", allowed: false, speaks: isImpossible },\n`,
    "decision: owner": `  { rule: "owner", allowed: true, speaks: ({ viewer }) => viewer.account?.owner === true },\n`,
    "decision: bypass": `  { rule: "bypass", allowed: true, speaks: ({ bypasses }) => bypasses },\n`,
    "decision: manage": `  { rule: "manage", allowed: true, speaks: isManagedHere },\n`,
    "decision: manage ends at internal groups": ["manages && !situation.group.internal &&", "manages &&"],
    "decision: admin": `  { rule: "admin", allowed: true, speaks: ({ columns }) => anyGives(columns, "group.administer") },\n`,
    "decision: not-visible": `  { rule: "not-visible", allowed: false, speaks: isKeptAway },\n`,
    "decision: not-visible spares members, leaders and requesters": `  if (member || leads || pending !== null) return false;\n`,
    "decision: unpublished": `  { rule: "unpublished", allowed: false, speaks: isUnpublishedFor },\n`,
    "decision: granted": `  { rule: "granted", allowed: true, speaks: ({ columns, permission }) => anyGives(columns, permission) },\n`,
  }),
  ...at("lib/policy/steps.ts", "JOIN-06", {
    "decision: a valid link skips not-visible": `  if (byLink && (permission === "member.join" || permission === "member.request")) return false;\n`,
  }),
  ...at("lib/policy/decide.ts", SEEING, {
    "seeing: not if inactive": `  if (viewer.account?.active === false) return false;\n`,
    "seeing: owner or bypass": `  if (decideGlobal(viewer, "group.bypass").allowed) return true;\n`,
    "seeing: members, leaders, requesters": `  if (member || leads || pending !== null) return true;\n`,
    "seeing: administrators of the group": `  if (anyGives(columns, "group.administer")) return true;\n`,
    "seeing: manage, not internal": `  if (decideGlobal(viewer, "group.manage").allowed && !group.internal) return true;\n`,
    "seeing: not internal, hidden, or not eligible": `  if (group.internal || group.hidden || !isEligible(viewer, group)) return false;\n`,
    "seeing: by the permission that fits": [
      `return group.published ? anyGives(columns, "group.view") : opensUnpublished(columns, viewer, situation);`,
      "return true;",
    ],
  }),
  ...at(answers("door"), LEAVING, {
    "every verb: not-found for who does not see": [
      `return door.account === "active" && door.known && door.sees ? null : "not-found";`,
      "return null;",
    ],
  }),
  ...at(answers("door"), JOINING, {
    "joining: sign-in": `  if (door.account !== "active") return "sign-in";\n`,
    "joining: not-found for who does not see and has no link": [
      `return door.known && (door.sees || cameByLink) ? null : "not-found";`,
      "return null;",
    ],
  }),
  ...at(answers("join"), JOINING, {
    "joining: the state of the link": `  if (facts.link && facts.link !== "open") return facts.link;\n`,
    "joining: internal": `  if (facts.internal) return "internal";\n`,
    "joining: not-eligible": `  if (!facts.eligible) return "not-eligible";\n`,
    "joining: already-member": `  if (facts.member) return "already-member";\n`,
    "joining: needs-request-permission": `  if (!facts.public && !facts.holdsRequest) return "needs-request-permission";\n`,
    "joining: not-permitted": [`return facts.mayJoin || facts.mayRequest ? null : "not-permitted";`, "return null;"],
    "joining: joined": `  if (facts.open && !facts.restricted && facts.mayJoin && !facts.asksApproval) return "joined";\n`,
    "joining: joined not where restricted": ["facts.open && !facts.restricted &&", "facts.open &&"],
    "joining: joined not by an asking link": ["facts.mayJoin && !facts.asksApproval)", "facts.mayJoin)"],
    "joining: joined only by member.join": ["!facts.restricted && facts.mayJoin &&", "!facts.restricted &&"],
    "joining: already-pending": [`return facts.pending ? "already-pending" : "requested";`, `return "requested";`],
  }),
  ...at(answers("leave"), LEAVING, {
    "leaving: not-a-member": `  if (!facts.member) return "not-a-member";\n`,
    "leaving: internal": `  if (facts.internal) return "internal";\n`,
    "leaving: not-permitted": `  if (!facts.mayLeave) return "not-permitted";\n`,
    "leaving: last-admin": `  if (facts.lastAdmin) return "last-admin";\n`,
    "leaving: left where open": ["if (facts.open || facts.autoLeave)", "if (facts.autoLeave)"],
    "leaving: left with auto leave": ["if (facts.open || facts.autoLeave)", "if (facts.open)"],
    "leaving: already-pending": [`facts.pending ? "already-pending" : "leave-requested"`, `"leave-requested"`],
  }),
  ...at(answers("decide-request"), DECIDING, {
    "deciding: not-permitted": `  if (!facts.mayDecide) return "not-permitted";\n`,
    "deciding: restricted": `  if (isRestrictedFor(facts)) return "restricted";\n`,
    "deciding: no-request": `  if (!facts.pending) return "no-request";\n`,
    "deciding: own-request": `  if (facts.own) return "own-request";\n`,
    "deciding: wrong-kind": `  if (facts.kind && facts.kind !== facts.pending) return "wrong-kind";\n`,
    "deciding: rejected": `  if (facts.verdict === "reject") return "rejected";\n`,
    "deciding: the join list is asked again": ["refusal ? `requester-${refusal}` : ", ""],
  }),
  ...at(answers("decide-request"), "§9 The last administrator is asked again when leaving is approved", {
    "deciding: last-admin at the approval of a leave": [
      `return lastAdmin ? "last-admin" : "approved";`,
      `return "approved";`,
    ],
  }),
  ...at(answers("withdraw"), DECIDING, {
    "withdrawing: no-request": [`facts.pending ? "withdrawn" : "no-request"`, `"withdrawn"`],
  }),
  ...at(answers("add"), ADDING, {
    "adding: not-permitted": `  if (!facts.mayAdd) return "not-permitted";\n`,
    "adding: restricted": `  if (isRestrictedFor(facts)) return "restricted";\n`,
    "adding: not-found for an inactive account": `  if (!facts.targetFound) return "not-found";\n`,
    "adding: already-member": `  if (facts.member) return "already-member";\n`,
    "adding: not-eligible": `  if (!facts.eligible) return "not-eligible";\n`,
    "adding: exceeds-own": `  if ((facts.namesRoles && !facts.mayAssign) || facts.exceeds) return "exceeds-own";\n`,
    "adding: roles need member.assign-roles": [
      "(facts.namesRoles && !facts.mayAssign) || facts.exceeds",
      "facts.exceeds",
    ],
  }),
  ...at(answers("members"), REMOVING, {
    "removing, roles, until: not-permitted": `  if (!facts.permitted) return "not-permitted";\n`,
    "removing, roles, until: restricted": `  if (isRestrictedFor(facts)) return "restricted";\n`,
    "removing, roles, until: not-a-member": [`return facts.member ? null : "not-a-member";`, "return null;"],
    "removing, roles, until: exceeds-own": `  if (exceeds) return "exceeds-own";\n`,
    "removing, roles, until: last-admin": [`return lastAdmin ? "last-admin" : null;`, "return null;"],
    "until: clearing is no removal": ["(facts.clears ? null : lossRefusal(facts))", "lossRefusal(facts)"],
  }),
  ...at(answers("leaders"), LEADERS, {
    "leaders: not-permitted": `  if (!facts.mayAppoint) return "not-permitted";\n`,
    "leaders: restricted": `  if (isRestrictedFor(facts)) return "restricted";\n`,
    "leaders: not-found": `  if (!facts.targetFound) return "not-found";\n`,
    "leaders: exceeds-own": [`facts.exceeds && !facts.already ? "exceeds-own" : "changed"`, `"changed"`],
  }),
  ...at(answers("edit-own"), LEADERS, {
    "one’s own membership: not-permitted": [`(facts.mayEditOwn ? "changed" : "not-permitted")`, `"changed"`],
  }),
  ...at(answers("groups"), GROUPS, {
    "creating: not-permitted": `  if (!facts.mayCreate) return "not-permitted";\n`,
    "creating: reserved-name": [
      '  if (facts.reservedName) return "reserved-name";\n  if (facts.setsRestricted',
      "  if (facts.setsRestricted",
    ],
    "creating: restricted": `  if (facts.setsRestricted && !facts.owner) return "restricted";\n`,
    "creating: exceeds-own": [`return facts.exceeds ? "exceeds-own" : "created";`, `return "created";`],
    "configuring: not-permitted": `  if (!facts.mayConfigure) return "not-permitted";\n`,
    "configuring: restricted": `  if (!facts.owner && touchesRestricted(facts)) return "restricted";\n`,
    "configuring: needs-eligible-roles": `  if (facts.clearsForcedInternal && !facts.choosesEligible) return "needs-eligible-roles";\n`,
    "configuring: exceeds-own": [`return facts.exceeds ? "exceeds-own" : "changed";`, `return "changed";`],
    "editing: not-permitted": `  if (!facts.mayEdit) return "not-permitted";\n`,
    "editing: reserved-name": [`return facts.reservedName ? "reserved-name" : "changed";`, `return "changed";`],
    "deleting: not-permitted": [`(facts.mayDelete ? "deleted" : "not-permitted")`, `"deleted"`],
  }),
  ...at(answers("posts"), "§10 A post that one may not view is not found by any verb", {
    "posts: not-found for who may not view it": `  if (!facts.views) return "not-found";\n`,
  }),
  ...at("lib/policy/decide.ts", "§10 Whoever wrote a draft reads it", {
    "posts: author": [
      `  if (asked !== permission) return decision.allowed ? decision : decideAuthor(viewer, situation, post, decision);\n`,
      "  if (asked !== permission) return decision;\n",
    ],
  }),
];

const section7: readonly Line[] = [
  ...at("lib/consequences/recount.ts", "§7 Whoever is deprived of group.request leaves", {
    "loses group.request: removed": ["(not p.asks_before or ${held} && ${texts(requestRoles.after)})", "true"],
    "public groups keep everybody": [" or m.public or (", " or ("],
  }),
  ...at("lib/consequences/closed.ts", "§7 Whoever is deprived of group.request leaves", {
    "loses group.request: pending joins closed": [
      "(not f.public_after and not p.asks_after and (p.asks_before or f.public_before))",
      "false",
    ],
  }),
  ...at("lib/consequences/recount.ts", "§7 Who stops being eligible leaves", {
    "stops being eligible: removed": [
      "and (not m.was_eligible or cardinality(m.eligible) = 0 or ${held} && m.eligible)",
      "",
    ],
  }),
  ...at("lib/consequences/closed.ts", "REQ-05", {
    "stops being eligible: pending joins closed": ["cardinality(e.after) > 0 and not p.held_after && e.after", "false"],
  }),
  ...at("lib/consequences/plan.ts", "§7 Who stops being eligible leaves", {
    "stops being eligible: leaderships flagged": ["await flaggedLeaders(read, overlay, counted)", "[]"],
  }),
  ...at("lib/consequences/recount.ts", "§7 Other eligible roles remove", {
    "eligible roles change: counted again": [
      "and not (cardinality(c.eligible_before) > 0 and c.eligible_before <@ c.eligible_after)",
      "and false",
    ],
  }),
  ...at("lib/consequences/plan.ts", "§7 When the only eligible role is deleted", {
    "last eligible role deleted: internal": ["    ...lists,\n", "    ...{ listsEmptied: [], madeInternal: [] },\n"],
  }),
  ...at("lib/consequences/plan.ts", "§7 Being removed from a conferring group", {
    "conferred role ends": [
      "const rolesEnded = [...counted.flatMap((c) => endedRoles(c, overlay)), ...ended.roles];",
      "const rolesEnded = [...ended.roles];",
    ],
  }),
  ...at("lib/consequences/recount.ts", "§7 A role taken off a group's list", {
    "role taken off a group’s list": ["where not (c.confers_before <@ c.confers_after) or", "where"],
  }),
  ...at("lib/consequences/recount.ts", "§7 A site owner who is demoted", {
    "site owner demoted": [
      "    union select unnest(${uuids(overlay.ownersUnmade)})\n    union select r.account_id",
      "    union select r.account_id",
    ],
  }),
  ...at("lib/consequences/closed.ts", "§7 A membership that begins settles", {
    "membership begins: pending closed": ["    ...overlay.begun,\n", ""],
  }),
  ...at("lib/consequences/closed.ts", "§7 A membership that ends settles", {
    "membership ends: pending closed": ["    ...overlay.ended,\n", ""],
  }),
  ...at("lib/consequences/plan.ts", "§7 Deactivation ends all", {
    "deactivated: memberships": ["    ...ended.memberships,\n", ""],
    "deactivated: leaderships": ["[...ended.leaderships, ...(await", "[...(await"],
    "deactivated: links": ["linksRevoked: ended.links,", "linksRevoked: [],"],
  }),
  ...at("lib/consequences/plan.ts", "§7 Deactivation takes what only a group conferred", {
    "deactivated: conferred roles": ["endedRoles(c, overlay)), ...ended.roles]", "endedRoles(c, overlay))]"],
  }),
  ...at("lib/consequences/closed.ts", "§7 Deactivation ends all", {
    "deactivated: requests": ["and (r.account_id = any(${ended}) or r.group_id", "and (r.group_id"],
  }),
  ...at("lib/people/commands/delete-account.ts", "§7 A deleted account leaves", {
    "deleted: as when deactivated": [
      `changes: [{ kind: "account-ended", accountId, how: "deleted" }],`,
      "changes: [],",
    ],
  }),
  ...at("lib/join-links/commands.ts", "§7 Reactivation brings back", {
    "reactivated: links stay revoked": [
      "link !== null && (link.revoked || !link.makerActive)",
      "link !== null && !link.makerActive",
    ],
  }),
  ...at("lib/consequences/closed.ts", "§7 A group that becomes internal", {
    "becomes internal: pending closed": [
      "return configured.filter((c) => c.after.internal && !c.before.internal).map((c) => c.grp);",
      "return configured.slice(0, 0).map((c) => c.grp);",
    ],
  }),
  ...at("lib/policy/links.ts", "§7 A group that becomes internal", {
    "becomes internal: links refused": ["link.internal || !link.makerManages", "!link.makerManages"],
  }),
  ...at("lib/consequences/plan.ts", "§7 A group that becomes open", {
    "becomes open: joins carried out": [
      "const carriedOut = await openedJoins(read, viewer, stated);",
      "const carriedOut: OpenedJoin[] = [];",
    ],
  }),
  ...at("lib/consequences/opened.ts", "§7 Opening a restricted group", {
    "becomes open: not while restricted": [
      "shape.open && !shape.restricted && !shape.internal",
      "shape.open && !shape.internal",
    ],
  }),
  ...at("lib/consequences/opened.ts", "§7 A group that becomes open", {
    "becomes open: each is asked again": [`return answer === "joined";`, "return true;"],
  }),
  ...at("lib/consequences/closed.ts", "§7 A group that stops being public", {
    "becomes not public: joins without the right closed": ["(p.asks_before or f.public_before)", "p.asks_before"],
  }),
  ...at("lib/consequences/plan.ts", "§7 With a leader group go", {
    "leader group deleted": ["...(await leaderGroupsGone(read, overlay))", ""],
  }),
  ...at("lib/due/run.ts", "§7 Each membership ends when", {
    "until passes": "  await endDueMemberships(portal);\n",
  }),
  ...at("lib/groups/commands/delete-group.ts", "§7 Whoever was in a deleted group", {
    "group deleted: each membership": [
      `        ...members.map((accountId) => ({ event: "member.pruned", ...there, accountId, cause: CAUSE })),\n`,
      "",
    ],
    "group deleted: each request": [
      `        ...waiting.map((accountId) => ({ event: "request.closed", ...there, accountId, cause: CAUSE })),\n`,
      "",
    ],
  }),
  ...at("lib/consequences/plan.ts", "§7 The last administrator is not spared", {
    "site owners are told": ["await groupsLosingAdministrators(read, overlay, pruned, counted)", "[]"],
  }),
  ...at("lib/consequences/apply.ts", "§7 What follows from one's own step", {
    "notified, even whoever caused it": [
      `event: "member.pruned", to: accountId, groupId, cause, evenActor: true`,
      `event: "member.pruned", to: accountId, groupId, cause`,
    ],
  }),
  ...at("lib/consequences/recount.ts", "§7 Whoever loses something else keeps a whole chain", {
    "fixed point: to the end of a chain": ["where next.held <> g.held)", "where next.held <> g.held and g.n < 1)"],
  }),
];

const section8: readonly Line[] = [
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

const section9: readonly Line[] = [
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
    "last owner": ["return target.owner && target.active && otherActiveOwners === 0;", "return false;"],
  }),
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

export const LINES: readonly Line[] = [...section6, ...section7, ...section8, ...section9];
