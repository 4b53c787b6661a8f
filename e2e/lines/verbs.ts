/** The decision, seeing, and the first-match list of every verb. */
import { answers, at, type Line } from "./line";

const DECISION = "§6 Decision, line by line";
const SEEING = "§6 Who sees a group, line by line";
const JOINING = "§6 Joining, line by line";
const LEAVING = "§6 Leaving, line by line";
const DECIDING = "§6 Deciding a request, line by line";
const ADDING = "§6 Adding, line by line";
const REMOVING = "§6 Removing, roles and ends, line by line";
const LEADERS = "§6 Leaders and one’s own membership, line by line";
const GROUPS = "§6 Configuring, editing, deleting and creating, line by line";

export const SECTION_6: readonly Line[] = [
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
