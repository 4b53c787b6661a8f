/** One answer to one question, always with its reason: yes or no, who was asked as whom, and the rule that spoke. */
import { contentTypeOf, type GlobalPermission, type GroupPermission } from "./catalogue";
import { anyGives, audienceOf, columnsFor, gives, isCreator, opensUnpublished, standingOf } from "./columns";
import type { ContentPermission } from "./content-rows";
import type { Column, Decision, GlobalDecision, PolicyViewer, PostFacts, Situation } from "./facts";
import { type Asked, OTHERWISE, STEPS, type Step } from "./steps";
import { countsForVisitors, isEligible } from "./viewer";

/** `byLink`: the viewer came by a valid join link, which shows the way in and gives nothing else. */
export interface How {
  readonly byLink?: boolean;
}

/** May the viewer do this in the group? */
export function decide(
  viewer: PolicyViewer,
  situation: Situation,
  permission: GroupPermission,
  how: How = {},
): Decision {
  const decision = decideBy(STEPS, ask(viewer, situation, permission, how));
  if (!decision.allowed || onlookerHolds(situation, permission, how)) return decision;
  return { ...decision, allowed: false, rule: "not-granted", roles: [] };
}

/**
 * Ways in and out, and to say something, show nothing of a group: whoever looks as somebody else need not have them. All
 * else that a permission opens can be read, so that both must hold it.
 */
export function showsNothing(permission: GroupPermission): boolean {
  return WAYS.has(permission) || permission.endsWith(".create");
}

const WAYS: ReadonlySet<string> = new Set(["member.join", "member.request", "member.leave", "member.edit-own"]);

function onlookerHolds({ onlooker, ...rest }: Situation, permission: GroupPermission, how: How): boolean {
  if (!onlooker || showsNothing(permission)) return true;
  return decide(onlooker.viewer, { ...rest, standing: onlooker.standing }, permission, how).allowed;
}

/** The columns of the type's table that speak for the viewer in the group. */
export function setOf(viewer: PolicyViewer, situation: Situation): Column[] {
  return columnsFor(viewer, situation);
}

export function ask(viewer: PolicyViewer, situation: Situation, permission: GroupPermission, how: How = {}): Asked {
  return {
    viewer,
    situation,
    permission,
    byLink: how.byLink ?? false,
    audience: audienceOf(viewer, situation),
    columns: columnsFor(viewer, situation),
    bypasses: decideGlobal(viewer, "group.bypass").allowed,
    manages: decideGlobal(viewer, "group.manage").allowed,
  };
}

/** The first step that speaks decides; exported so that the tests can ask what a faulty list would answer. */
export function decideBy(steps: readonly Step[], asked: Asked): Decision {
  const { rule, allowed } = steps.find((step) => step.speaks(asked)) ?? OTHERWISE;
  return { allowed, rule, audience: asked.audience, roles: rolesUnder(rule, asked) };
}

function rolesUnder(rule: Step["rule"], { columns, permission }: Asked): string[] {
  if (rule === "admin") return columns.filter((column) => gives(column, "group.administer")).map(({ name }) => name);
  if (rule === "granted") return columns.filter((column) => gives(column, permission)).map(({ name }) => name);
  return [];
}

/** May the viewer open the group's page? Asks the permission that fits how the group stands. */
export function decideView(viewer: PolicyViewer, situation: Situation): Decision {
  if (situation.group.published) return decide(viewer, situation, "group.view");
  const all = decide(viewer, situation, "group.view-unpublished");
  if (all.allowed || !isCreator(viewer, situation)) return all;
  return decide(viewer, situation, "group.view-own-unpublished");
}

/** Does the viewer know that the group exists? Its page asks for more: `decideView`. */
export function sees(viewer: PolicyViewer, situation: Situation): boolean {
  const { onlooker, ...rest } = situation;
  if (onlooker && !sees(onlooker.viewer, { ...rest, standing: onlooker.standing })) return false;
  if (viewer.account?.active === false) return false;
  if (decideGlobal(viewer, "group.bypass").allowed) return true;
  const { member, leads, pending } = standingOf(viewer, situation);
  if (member || leads || pending !== null) return true;
  const { group } = situation;
  const columns = columnsFor(viewer, situation);
  if (anyGives(columns, "group.administer")) return true;
  if (decideGlobal(viewer, "group.manage").allowed && !group.internal) return true;
  if (group.internal || group.hidden || !isEligible(viewer, group)) return false;
  return group.published ? anyGives(columns, "group.view") : opensUnpublished(columns, viewer, situation);
}

/** May the viewer do this to a post of the group? Says nothing of whether they see the group: `seesPost`. */
export function decidePost(
  viewer: PolicyViewer,
  situation: Situation,
  post: PostFacts,
  permission: ContentPermission,
): Decision {
  const asked = draftPermission(permission, post);
  const decision = decide(viewer, situation, asked);
  if (asked !== permission) return decision.allowed ? decision : decideAuthor(viewer, situation, post, decision);
  const anothers = permission.endsWith("-own") && !post.mine;
  return decision.allowed && anothers ? { ...decision, allowed: false, rule: "not-granted", roles: [] } : decision;
}

/** What is asked instead of viewing, where the post is a draft. */
export function draftPermission(permission: ContentPermission, post: PostFacts): ContentPermission {
  if (post.published || !permission.endsWith(".view")) return permission;
  return `${contentTypeOf(permission)}.view-unpublished`;
}

// Asked last of all: whoever wrote a draft reads it while they see the group, even one that is not published.
function decideAuthor(viewer: PolicyViewer, situation: Situation, post: PostFacts, decision: Decision): Decision {
  if (!post.mine || decision.rule === "impossible" || !sees(viewer, situation)) return decision;
  return { ...decision, allowed: true, rule: "author" };
}

/** A post that one may not view is not there, and neither is one in a group that one does not see. */
export function seesPost(viewer: PolicyViewer, situation: Situation, post: PostFacts): boolean {
  return sees(viewer, situation) && decidePost(viewer, situation, post, "post.view").allowed;
}

/** Does the viewer hold a site-wide right? A site owner holds every one; some are impossible without an account. */
export function decideGlobal(viewer: PolicyViewer, permission: GlobalPermission): GlobalDecision {
  const { account } = viewer;
  if (account && !account.active) return { allowed: false, rule: "inactive" };
  if (!account && !countsForVisitors(permission)) return { allowed: false, rule: "impossible" };
  if (account?.owner) return { allowed: true, rule: "owner" };
  const allowed = viewer.globalPermissions.has(permission);
  return { allowed, rule: allowed ? "granted" : "not-granted" };
}
