import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Change, Shape } from "@/lib/consequences/change";
import { planConsequences } from "@/lib/consequences/plan";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, Writing } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { listSeats, type Person } from "@/lib/members/seats";
import { doorOf } from "@/lib/policy/answers/door";
import { answerConfigure, type ConfigureAnswer } from "@/lib/policy/answers/groups";
import { mayConfer, mayRemove } from "@/lib/policy/ceilings";
import { decide } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { type FoundSituation, findSituation } from "../facts";
import type { ConfigureInput } from "../schema";

interface Facts {
  readonly found: FoundSituation | null;
  /** members whom the change of eligible roles removes from this group */
  readonly removed: readonly Person[];
}

/** How people get in. A change of eligible roles that removes somebody is a removal by whoever makes it. */
export const configuring: ExclusiveCommand<ConfigureInput, Facts, ConfigureAnswer> = {
  way: "exclusive",
  verb: "group.configure",
  proceeds: ["changed"],

  async facts(read, viewer, input) {
    const found = await findSituation(read, viewer, { slug: input.group });
    return { found, removed: found ? await removedBy(read, viewer, found, input) : [] };
  },

  answer(viewer, { found, removed }, input) {
    if (isSite(viewer)) return found ? "changed" : "not-found";
    const situation = found?.situation ?? null;
    const { restricted = situation?.group.restricted } = input.flags;
    return answerConfigure({
      ...doorOf(viewer, situation),
      mayConfigure: situation !== null && decide(viewer, situation, "group.configure").allowed,
      owner: viewer.account?.owner ?? false,
      changesRestricted: situation !== null && restricted !== situation.group.restricted,
      restricted: situation?.group.restricted ?? false,
      removesMembers: removed.length > 0,
      clearsForcedInternal: (found?.group.internalForced ?? false) && input.flags.internal === false,
      choosesEligible: input.eligibleRoles !== undefined,
      exceeds: found !== null && exceeds(viewer, { found, removed }, input),
    });
  },

  exclusively(_viewer, { found }, input) {
    if (!found) throw new Error("a command proceeded without its facts");
    const groups = [found.group.id];
    const changes = changesOf(found, input);
    return { locks: { policy: "update", groups }, raises: { groups }, changes, reason: reasonIn(found, input) };
  },

  writing(_viewer, { found }, input) {
    if (!found) return null;
    const before = shapeOf(found);
    const after = afterOf(found, input);
    const flagsBefore = flagsOf(found);
    const flagsAfter = { ...flagsBefore, ...input.flags };
    const quiet = input.quietJoinPage ?? found.group.quietJoinPage;
    const was = { ...flagsBefore, ...before, quietJoinPage: found.group.quietJoinPage };
    const is = { ...flagsAfter, ...after, quietJoinPage: quiet };
    if (JSON.stringify(was) === JSON.stringify(is)) return null;
    const groupId = found.group.id;
    return {
      parts: [
        {
          name: "configured",
          statement: sql`update groups g set internal = ${is.internal}, hidden = ${is.hidden}, open = ${is.open},
              public = ${is.public}, restricted = ${is.restricted}, published = ${is.published}, quiet_join_page = ${quiet},
              internal_forced = g.internal_forced and ${is.internal}, changed_at = portal_now() from guard
            where g.id = ${groupId}::uuid returning g.id`,
        },
        ...listParts("group_eligible_role", groupId, after.eligibleRoles),
        ...listParts("group_conferred_role", groupId, after.confers),
      ],
      held: sql`exists (select 1 from configured)`,
      events: [{ event: "group.configured", groupId, before: was, after: is, reason: input.reason }],
    };
  },
};

const reasonIn = ({ group }: FoundSituation, { reason }: ConfigureInput) =>
  reason ? { text: reason, groupId: group.id } : undefined;

export const configureGroup = command(configuring);

function flagsOf({ situation }: FoundSituation) {
  const { internal, hidden, open, public: isPublic, restricted, published } = situation.group;
  return { internal, hidden, open, public: isPublic, restricted, published };
}

function shapeOf({ situation }: FoundSituation): Shape {
  const { internal, open, public: isPublic, restricted, eligibleRoles, confers } = situation.group;
  return { internal, open, public: isPublic, restricted, eligibleRoles, confers };
}

function afterOf(found: FoundSituation, { flags, eligibleRoles, confers }: ConfigureInput): Shape {
  const before = shapeOf(found);
  const { internal = before.internal, open = before.open, restricted = before.restricted } = flags;
  const sorted = (roles: readonly string[]) => [...new Set(roles)].sort();
  return {
    ...{ internal, open, restricted, public: flags.public ?? before.public },
    eligibleRoles: eligibleRoles ? sorted(eligibleRoles) : before.eligibleRoles,
    confers: confers ? sorted(confers) : before.confers,
  };
}

function changesOf(found: FoundSituation, input: ConfigureInput): Change[] {
  return [{ kind: "group-configured", groupId: found.group.id, before: shapeOf(found), after: afterOf(found, input) }];
}

async function removedBy(read: Reader, viewer: Viewer, found: FoundSituation, input: ConfigureInput) {
  if (input.eligibleRoles === undefined) return [];
  const plan = await planConsequences(read, viewer, changesOf(found, input));
  const ids = plan.pruned.filter((p) => p.groupId === found.group.id).map((p) => p.accountId);
  return [...(await listSeats(read, viewer.policy, found.situation, ids)).values()];
}

function exceeds(
  viewer: Viewer,
  { found, removed }: Facts & { found: FoundSituation },
  input: ConfigureInput,
): boolean {
  const { situation } = found;
  const named = [...(input.eligibleRoles ?? []), ...(input.confers ?? [])];
  if (named.some((role) => role === "anonymous" || !viewer.policy.globalRoles.has(role))) return true;
  const { confers } = situation.group;
  const wanted = input.confers ?? confers;
  const moved = [
    ...wanted.filter((role) => !confers.includes(role)),
    ...confers.filter((role) => !wanted.includes(role)),
  ];
  if (moved.some((role) => !mayConfer(viewer, situation, role))) return true;
  return removed.some((person) => !mayRemove({ viewer, situation }, person));
}

function listParts(table: string, groupId: string, roles: readonly string[]): Writing["parts"] {
  const name = sql.identifier(table);
  const wanted = sql`${sql.param([...roles])}::text[]`;
  return [
    {
      name: `${table}_gone`,
      statement: sql`delete from ${name} l using guard where l.group_id = ${groupId}::uuid and l.role <> all(${wanted}) returning l.role`,
    },
    {
      name: `${table}_new`,
      statement: sql`insert into ${name} (group_id, role) select ${groupId}::uuid, role from guard, unnest(${wanted}) role
        on conflict do nothing returning role`,
    },
  ];
}
