/** Which groups a viewer sees, and in which they hold a permission, as conditions that every statement joins. */
import { type SQL, sql } from "drizzle-orm";
import type { GroupPermission } from "@/lib/policy/catalogue";
import { showsNothing } from "@/lib/policy/decide";
import { type Gain, type Reach, reach, type SeesReach, seesReach, type TypeReach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import { isIn, leadsIt, rolesInSeat } from "./facts";

export const meOf = (viewer: Viewer): SQL => sql`${viewer.account?.id ?? null}::uuid`;

export const textArray = (values: Iterable<string>): SQL => sql`${sql.param([...values])}::text[]`;

const ofTypes = (types: readonly string[]): SQL | null =>
  types.length > 0 ? sql`g.type = any(${textArray(types)})` : null;

const truth = (value: boolean): SQL => (value ? sql`true` : sql`false`);

const either = (conditions: readonly (SQL | null)[]): SQL => {
  const said = conditions.filter((one) => one !== null);
  return said.length > 0 ? sql`(${sql.join(said, sql` or `)})` : sql`false`;
};

/** Ids of the groups that the viewer is in or leads, each once: column `group_id`. */
export function heldGroups(viewer: Viewer): SQL {
  if (viewer.behind) {
    return sql`select g.id as group_id from groups g
      where (${isIn(viewer)} or ${leadsIt(viewer)}) and ${seesGroup(viewer.behind.viewer)}`;
  }
  const me = meOf(viewer);
  return sql`
    select m.group_id from membership m where m.account_id = ${me}
    union select l.group_id from leader l where l.account_id = ${me}
    union select l.group_id from leader l join membership lm on lm.group_id = l.leader_group_id where lm.account_id = ${me}`;
}

/** The same with those that the viewer waits for. */
export function ownGroups(viewer: Viewer): SQL {
  return sql`${heldGroups(viewer)}
    union select r.group_id from request r where r.account_id = ${meOf(viewer)} and r.status = 'pending'`;
}

/** Whether the group `g` is one of those. */
function isOwn(viewer: Viewer): SQL {
  return viewer.behind ? sql`(${isIn(viewer)} or ${leadsIt(viewer)})` : sql`g.id in (${ownGroups(viewer)})`;
}

/** Whether the group `g` lists no role, or one that the viewer holds. */
export function isEligibleFor(viewer: Viewer): SQL {
  const nobody = sql`not exists (select 1 from group_eligible_role e where e.group_id = g.id)`;
  if (!viewer.account) return nobody;
  return sql`(${nobody} or exists (select 1 from group_eligible_role e
    where e.group_id = g.id and e.role = any(${textArray(viewer.globalRoles)})))`;
}

/** Whether the viewer knows that the group `g` exists, and whoever looks as them. Tests alone take `reached` apart. */
export function seesGroup(viewer: Viewer, reached: SeesReach = seesReach(viewer, viewer.policy)): SQL {
  if (viewer.behind) return sql`(${seesItself(viewer, reached)} and ${seesGroup(viewer.behind.viewer)})`;
  return seesItself(viewer, reached);
}

/** Whether there is no group that they do not see, those that are gone included. */
export function seesEveryGroup(viewer: Viewer): boolean {
  if (viewer.behind && !seesEveryGroup(viewer.behind.viewer)) return false;
  const { nothing, everything } = seesReach(viewer, viewer.policy);
  return everything && !nothing;
}

function seesItself(viewer: Viewer, reached: SeesReach): SQL {
  if (reached.nothing) return sql`false`;
  if (reached.everything) return sql`true`;
  const sights = [...reached.types.values()];
  const published = ofTypes(sights.filter((one) => one.published).map(({ type }) => type));
  const unpublished = ofTypes(sights.filter((one) => one.unpublished).map(({ type }) => type));
  const ownUnpublished = ofTypes(sights.filter((one) => one.ownUnpublished).map(({ type }) => type));
  const readable = either([
    published && sql`g.published and ${published}`,
    unpublished && sql`not g.published and ${unpublished}`,
    ownUnpublished && sql`not g.published and g.creator_id = ${meOf(viewer)} and ${ownUnpublished}`,
  ]);
  return either([
    reached.manage ? sql`not g.internal` : null,
    ofTypes(sights.filter((one) => one.admin).map(({ type }) => type)),
    sql`(not g.internal and not g.hidden and ${readable} and ${isEligibleFor(viewer)})`,
    reached.own ? isOwn(viewer) : null,
  ]);
}

/** Whether `decide` allows the viewer the permission in the group `g`. Says nothing of whether they see it. */
export function reachesGroup(viewer: Viewer, permission: GroupPermission): SQL {
  if (!viewer.behind || showsNothing(permission)) return reachesItself(viewer, permission);
  return sql`(${reachesItself(viewer, permission)} and ${reachesGroup(viewer.behind.viewer, permission)})`;
}

function reachesItself(viewer: Viewer, permission: GroupPermission): SQL {
  const reached = reach(viewer, viewer.policy, permission);
  const { possible } = reached;
  if (!possible.outside && !possible.member && !possible.leader) return sql`false`;
  const known = ofTypes([...reached.types.keys()]) ?? sql`false`;
  if (!viewer.account) return sql`(${known} and ${holdsOutside(viewer, reached)})`;
  // Most groups are not one's own, and of those the type and the flags tell: only one's own are looked into.
  return sql`(${known} and case when ${isOwn(viewer)}
    then ${holdsAsOwn(viewer, reached)} else ${holdsOutside(viewer, reached)} end)`;
}

/** In a group that one neither is in, nor leads, nor waits for. */
function holdsOutside(viewer: Viewer, { possible, everything, manage, followsPublication, types }: Reach): SQL {
  if (!possible.outside) return sql`false`;
  if (everything) return sql`true`;
  const typesWith = (gain: keyof Gain) =>
    ofTypes([...types.values()].filter(({ outside }) => outside[gain]).map(({ type }) => type));
  const granted = typesWith("granted");
  const ownUnpublished = typesWith("ownUnpublished");
  const readable = either([
    sql`g.published`,
    typesWith("unpublished"),
    ownUnpublished && sql`g.creator_id = ${meOf(viewer)} and ${ownUnpublished}`,
  ]);
  return either([
    manage ? sql`not g.internal` : null,
    typesWith("admin"),
    granted &&
      sql`(not g.internal and not g.hidden and ${granted} and ${followsPublication ? readable : sql`true`}
        and ${isEligibleFor(viewer)})`,
  ]);
}

function holdsAsOwn(viewer: Viewer, reached: Reach): SQL {
  const { possible, everything, manage } = reached;
  return sql`(
    select ((case when st.member then ${truth(possible.member)} else ${truth(possible.outside)} end)
        or (st.leads and ${truth(possible.leader)}))
      and (${truth(everything)} or (${truth(manage)} and not g.internal) or ${has(viewer, reached, "admin")}
        or (${isReadable(viewer, reached)} and ${has(viewer, reached, "granted")}))
    from (select ${isIn(viewer)} as member, ${leadsIt(viewer)} as leads) st)`;
}

function isReadable(viewer: Viewer, reached: Reach): SQL {
  if (!reached.followsPublication) return sql`true`;
  return sql`(g.published or ${has(viewer, reached, "unpublished")}
    or (g.creator_id = ${meOf(viewer)} and ${has(viewer, reached, "ownUnpublished")}))`;
}

/** Whether what speaks for the viewer in `g`, who stands there like `st`, gives this. */
function has(viewer: Viewer, { types }: Reach, gain: keyof Gain): SQL {
  const all = [...types.values()];
  const where = (of: (type: TypeReach) => Gain) => ofTypes(all.filter((one) => of(one)[gain]).map(({ type }) => type));
  const roles = all.flatMap(({ type, roles: gains }) =>
    [...gains].filter(([, one]) => one[gain]).map(([role]) => `${type}/${role}`),
  );
  const byRole = viewer.behind
    ? sql`exists (select 1 from unnest(${rolesInSeat(viewer)}) mine where g.type || '/' || mine = any(${textArray(roles)}))`
    : sql`exists (select 1 from membership_role mr where mr.group_id = g.id
        and mr.account_id = ${meOf(viewer)} and mr.type || '/' || mr.role = any(${textArray(roles)}))`;
  return either([
    sql`(case when st.member then ${either([where((t) => t.member), roles.length > 0 ? byRole : null])}
      else ${where((t) => t.outside) ?? sql`false`} end)`,
    sql`(st.leads and ${where((t) => t.leader) ?? sql`false`})`,
  ]);
}
