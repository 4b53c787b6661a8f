/** Single changes that would turn an answer: each one that is listed was tried on `decide`, none is guessed. */
import { type GlobalPermission, type GroupPermission, impliedBy } from "./catalogue";
import type { ContentPermission } from "./content-rows";
import { decide, decidePost, draftPermission, type How, setOf } from "./decide";
import type { Column, Decision, Policy, PolicyViewer, PostFacts, Situation, Standing } from "./facts";
import { policyViewer } from "./viewer";

/** Something asked about somebody, as `decide` or, of a post, `decidePost` would be asked. */
export interface Question {
  readonly policy: Policy;
  readonly viewer: PolicyViewer;
  readonly situation: Situation;
  readonly permission: GroupPermission;
  readonly how?: How;
}

export interface PostQuestion extends Question {
  readonly permission: ContentPermission;
  readonly post: PostFacts;
}

export type Change =
  | { readonly kind: "sign-in" | "activate" | "come-by-link" | "clear-eligible-roles" }
  | { readonly kind: "become-member" | "end-membership" | "lead" | "stop-leading" }
  | { readonly kind: "hold-global-role" | "lose-global-role"; readonly role: string }
  | { readonly kind: "hold-group-role" | "lose-group-role"; readonly role: string }
  | { readonly kind: "hold-global" | "lose-global"; readonly permission: GlobalPermission }
  | { readonly kind: "grant-cell" | "revoke-cell"; readonly column: string; readonly permission: GroupPermission }
  | { readonly kind: "set-flag"; readonly flag: "internal" | "hidden" | "published"; readonly value: boolean };

interface Candidate {
  readonly change: Change;
  readonly changed: Question | PostQuestion;
}

export function answerTo(question: Question | PostQuestion): Decision {
  const { viewer, situation } = question;
  if ("post" in question) return decidePost(viewer, situation, question.post, question.permission);
  return decide(viewer, situation, question.permission, question.how);
}

/** The permission that the steps are asked: a draft's `view` is asked as `view-unpublished`. */
export function askedOf(question: Question | PostQuestion): GroupPermission {
  return "post" in question ? draftPermission(question.permission, question.post) : question.permission;
}

/** Every candidate whose change alone turns the answer, from the person outward to the group. */
export function turningChanges(question: Question | PostQuestion): Change[] {
  const { allowed } = answerTo(question);
  const candidates = [accountChanges, globalChanges, standingChanges, cellChanges, groupChanges].flatMap((list) =>
    list(question),
  );
  return candidates.filter(({ changed }) => answerTo(changed).allowed !== allowed).map(({ change }) => change);
}

/** The account that a visitor would sign in with, as far as anybody knows. */
const SOMEBODY = { id: "", active: true, owner: false } as const;

function accountChanges(question: Question): Candidate[] {
  const { policy, viewer } = question;
  if (!viewer.account) {
    return [{ change: { kind: "sign-in" }, changed: { ...question, viewer: policyViewer(policy, SOMEBODY, []) } }];
  }
  const active = { ...viewer, account: { ...viewer.account, active: true } };
  return viewer.account.active ? [] : [{ change: { kind: "activate" }, changed: { ...question, viewer: active } }];
}

function globalChanges(question: Question): Candidate[] {
  return question.viewer.account ? [...permissionChanges(question), ...globalRoleChanges(question)] : [];
}

function permissionChanges(question: Question): Candidate[] {
  const { viewer } = question;
  return (["group.bypass", "group.manage"] as const).map((permission) => {
    const held = viewer.globalPermissions.has(permission);
    const globalPermissions = toggled(viewer.globalPermissions, permission);
    return {
      change: { kind: held ? "lose-global" : "hold-global", permission },
      changed: { ...question, viewer: { ...viewer, globalPermissions } },
    };
  });
}

function globalRoleChanges(question: Question): Candidate[] {
  const { policy, viewer } = question;
  // The two built-in ones change nothing: an account holds the one and never the other, whatever is said of it.
  return [...policy.globalRoles.keys()].map((role) => ({
    change: { kind: viewer.globalRoles.has(role) ? "lose-global-role" : "hold-global-role", role },
    changed: { ...question, viewer: policyViewer(policy, viewer.account, toggled(viewer.globalRoles, role)) },
  }));
}

function standingChanges(question: Question): Candidate[] {
  const { situation } = question;
  const { standing } = situation;
  const standingAs = (differently: Partial<Standing>): Question => ({
    ...question,
    situation: { ...situation, standing: { ...standing, ...differently } },
  });
  // Beginning or ending a membership settles whatever request is pending.
  const member: Candidate = {
    change: { kind: standing.member ? "end-membership" : "become-member" },
    changed: standingAs({ member: !standing.member, roles: [], pending: null }),
  };
  const lead: Candidate = {
    change: { kind: standing.leads ? "stop-leading" : "lead" },
    changed: standingAs({ leads: !standing.leads }),
  };
  return [member, lead, ...(standing.member ? groupRoleChanges(situation, standingAs) : [])];
}

function groupRoleChanges(situation: Situation, standingAs: (differently: Partial<Standing>) => Question): Candidate[] {
  const held = new Set(situation.standing.roles);
  // Of a column that nobody puts on memberships, bearing its name changes nothing.
  return [...situation.table.columns.keys()].map((role) => ({
    change: { kind: held.has(role) ? "lose-group-role" : "hold-group-role", role },
    changed: standingAs({ roles: [...toggled(held, role)] }),
  }));
}

function cellChanges(question: Question): Candidate[] {
  const asked = askedOf(question);
  const givable: GroupPermission[] = [asked, "group.view-unpublished", "group.administer"];
  return setOf(question.viewer, question.situation).flatMap((column) =>
    // An impossible cell changes nothing, whatever is written into it.
    [...new Set([...givable, ...impliedBy(asked).filter((key) => column.permissions.has(key))])].map((permission) => ({
      change: {
        kind: column.permissions.has(permission) ? "revoke-cell" : "grant-cell",
        column: column.name,
        permission,
      },
      changed: withColumn(question, { ...column, permissions: toggled(column.permissions, permission) }),
    })),
  );
}

function withColumn(question: Question, column: Column): Question {
  const { situation } = question;
  const columns = new Map(situation.table.columns).set(column.name, column);
  return { ...question, situation: { ...situation, table: { ...situation.table, columns } } };
}

function groupChanges(question: Question): Candidate[] {
  const { situation } = question;
  const { group } = situation;
  const flags = (["internal", "hidden", "published"] as const).map((flag): Candidate => {
    const value = !group[flag];
    return {
      change: { kind: "set-flag", flag, value },
      changed: { ...question, situation: { ...situation, group: { ...group, [flag]: value } } },
    };
  });
  return [
    ...flags,
    {
      change: { kind: "clear-eligible-roles" },
      changed: { ...question, situation: { ...situation, group: { ...group, eligibleRoles: [] } } },
    },
    { change: { kind: "come-by-link" }, changed: { ...question, how: { byLink: true } } },
  ];
}

function toggled<Item>(set: ReadonlySet<Item>, item: Item): Set<Item> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
