/** What a viewer may do in a group, as plain booleans for pages: buttons and links, never a decision. */
import type { GroupPermission } from "@/lib/policy/catalogue";
import { decide, decideView } from "@/lib/policy/decide";
import { mayExplain } from "@/lib/policy/explain";
import type { PolicyViewer, Situation } from "@/lib/policy/facts";

export interface May {
  /** open the page: description and what else stands on it */
  readonly view: boolean;
  readonly edit: boolean;
  readonly configure: boolean;
  readonly delete: boolean;
  readonly listMembers: boolean;
  readonly addMembers: boolean;
  readonly removeMembers: boolean;
  readonly assignRoles: boolean;
  /** set when memberships end */
  readonly setUntil: boolean;
  readonly decideRequests: boolean;
  readonly manageLinks: boolean;
  readonly appointLeaders: boolean;
  readonly editOwnMembership: boolean;
  readonly viewLog: boolean;
  readonly viewPosts: boolean;
  readonly createPosts: boolean;
  /** ask why somebody else may or may not do something here */
  readonly explainOthers: boolean;
}

/** Verbs that a restricted group leaves to site owners are false for everybody else. */
export function mayIn(viewer: PolicyViewer, situation: Situation): May {
  const holds = (permission: GroupPermission) => decide(viewer, situation, permission).allowed;
  const leftToOwners = situation.group.restricted && viewer.account?.owner !== true;
  const unlessRestricted = (permission: GroupPermission) => !leftToOwners && holds(permission);
  return {
    view: decideView(viewer, situation).allowed,
    edit: holds("group.edit"),
    configure: holds("group.configure"),
    delete: holds("group.delete"),
    listMembers: holds("member.list"),
    addMembers: unlessRestricted("member.add"),
    removeMembers: unlessRestricted("member.remove"),
    assignRoles: unlessRestricted("member.assign-roles"),
    setUntil: unlessRestricted("member.administer"),
    decideRequests: unlessRestricted("request.decide"),
    manageLinks: holds("link.manage"),
    appointLeaders: unlessRestricted("leader.appoint"),
    editOwnMembership: holds("member.edit-own"),
    viewLog: holds("audit.view"),
    viewPosts: holds("post.view"),
    createPosts: holds("post.create"),
    explainOthers: mayExplain(viewer, situation, false),
  };
}
