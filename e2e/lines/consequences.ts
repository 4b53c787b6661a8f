/** What happens by itself, row by row. */
import { at, type Line } from "./line";

export const SECTION_7: readonly Line[] = [
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
    "stops being eligible: leaderships flagged": [
      "...(await movedLeaders(read, overlay, counted)),",
      "...{ leadersFlagged: [], leadersCleared: [] },",
    ],
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
  }).map((line) => ({ ...line, refusedBy: "join_link_without_maker_revoked" })),
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
      [
        "        ...members.map(({ accountId, before }) => ({\n",
        `          ...{ event: "member.pruned", ...there, accountId, before: before ?? undefined, cause: CAUSE },\n`,
        "        })),\n",
      ].join(""),
      "",
    ],
    "group deleted: each request": [
      [
        "        ...waiting.map(({ accountId, kind }) => ({\n",
        `          ...{ event: "request.closed", ...there, accountId, after: { kind }, cause: CAUSE },\n`,
        "        })),\n",
      ].join(""),
      "",
    ],
    "group deleted: each leadership": [
      `        ...leaders.map((accountId) => ({ event: "leader.dismissed", ...there, accountId, cause: CAUSE })),\n`,
      "",
    ],
    "group deleted: whoever led it is told": [
      `        ...leaders.map((to) => ({ event: "leader.dismissed", to, ...told })),\n`,
      "",
    ],
  }),
  ...at("lib/consequences/plan.ts", "§7 The last administrator is not spared", {
    "site owners are told": ["await groupsLosingAdministrators(read, overlay, pruned, counted)", "[]"],
  }),
  ...at("lib/gate/statement.ts", "§7 What follows from one's own step", {
    "notified, even whoever caused it": [
      "join account a on a.id = x.account_id order by x.n\n      returning",
      "join account a on a.id = x.account_id where a.id is distinct from ${viewer.account?.id ?? null}::uuid\n      returning",
    ],
  }),
  ...at("lib/consequences/recount.ts", "§7 Whoever loses something else keeps a whole chain", {
    "fixed point: to the end of a chain": ["where next.held <> g.held)", "where next.held <> g.held and g.n < 1)"],
  }),
];
