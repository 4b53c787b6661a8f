/** One world asked of the policy and of the oracle: every answer that differs, in words, or none. */

import type { GroupPermission } from "../catalogue";
import { decide, decidePost, sees, seesPost } from "../decide";
import type { Decision, PostFacts } from "../facts";
import { reach, reachHolds, seesHolds, seesReach } from "../reach";
import { type Judge, judge, type Verdict, type World } from "./oracle.test-kit";
import { type Asking, asking, groupKeys, postKeys, tableOf, worldFrom } from "./worlds.test-kit";

export function differs(one: Decision, other: Verdict): boolean {
  return (
    one.allowed !== other.allowed ||
    one.rule !== other.rule ||
    one.audience !== other.audience ||
    one.roles.length !== other.roles.length ||
    !other.roles.every((role) => one.roles.includes(role))
  );
}

/** `decide` about some permissions, all if none are named; only two of all may differ by how one came. */
export function decideDifferences(rules: Judge, { viewer, situation }: Asking, keys = groupKeys): string[] {
  const straight = keys.filter((key) => differs(decide(viewer, situation, key), rules.decide(key)));
  const byLink = LINKED.filter((key) =>
    differs(decide(viewer, situation, key, { byLink: true }), rules.decide(key, true)),
  );
  return [...straight, ...byLink.map((key) => `${key} by link`)];
}

const LINKED: readonly GroupPermission[] = ["member.join", "member.request", "group.view"];

export function seesDifferences(rules: Judge, { viewer, situation }: Asking): string[] {
  return sees(viewer, situation) === rules.sees ? [] : ["sees"];
}

export const POSTS = [true, false].flatMap((mine) => [true, false].map((published) => ({ mine, published })));

export function postDifferences(rules: Judge, { viewer, situation }: Asking, post: PostFacts): string[] {
  const decided = postKeys.filter((key) =>
    differs(decidePost(viewer, situation, post, key), rules.decidePost(post, key)),
  );
  const visible = rules.sees && rules.decidePost(post, "post.view").allowed;
  return seesPost(viewer, situation, post) === visible ? decided : [...decided, "seeing the post"];
}

/** The reach about one permission, and the sight, of one group. */
export function reachDifferences(rules: Judge, { viewer, policy, situation }: Asking, key: GroupPermission): string[] {
  const seen = seesHolds(seesReach(viewer, policy), viewer, situation) === rules.sees;
  const reached = reachHolds(reach(viewer, policy, key), viewer, situation) === rules.decide(key).allowed;
  return [...(seen ? [] : ["list: sees"]), ...(reached ? [] : [`list: ${key}`])];
}

/** The same person and flags in a group of another type, whose table is that of another world. */
export function elsewhere(world: World, { roles, advancedOutsider, insider, posts }: World): World {
  return { ...world, roles, advancedOutsider, insider, posts };
}

/**
 * Everything that differs in the world of a tape: whether the group is seen, and in turn half of the permissions, one
 * sort of post, and one permission listed in the world's own type or in a second one.
 */
export function disagreements(tape: Uint8Array, turn: number): string[] {
  const world = worldFrom(tape);
  const other = elsewhere(world, worldFrom(tape.toReversed()));
  const asked = asking(world, [tableOf(other, OTHER_TYPE)]);
  const rules = judge(world);
  const away = { ...asked, situation: { ...asked.situation, group: { ...asked.situation.group, type: OTHER_TYPE } } };
  const listed = groupKeys[turn % groupKeys.length] ?? "group.view";
  return [
    ...decideDifferences(rules, asked, HALVES[turn % 2]),
    ...seesDifferences(rules, asked),
    ...POSTS.slice(turn % POSTS.length)
      .slice(0, 1)
      .flatMap((post) => postDifferences(rules, asked, post)),
    ...(turn % 2 ? reachDifferences(rules, asked, listed) : reachDifferences(judge(other), away, listed)),
  ];
}

const HALVES = [0, 1].map((half) => groupKeys.filter((_, at) => at % 2 === half));
const OTHER_TYPE = "club";
