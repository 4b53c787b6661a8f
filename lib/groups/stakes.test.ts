import { expect, test } from "vitest";
import type { GroupPermission } from "@/lib/policy/catalogue";
import type { Column, Policy, Situation } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import { stakesOfJoining, stakesOfLeaving } from "./stakes";

const column = (name: string, kind: Column["kind"], ...permissions: GroupPermission[]): [string, Column] => [
  name,
  { name, kind, globalRole: name.split(":")[1] ?? null, permissions: new Set(permissions) },
];
const table = {
  type: "club",
  columns: new Map([
    column("outsider", "outsider", "group.view", "post.view", "member.join"),
    column("member", "member", "group.view", "member.list", "member.leave"),
    column("insider:blue", "insider", "post.create"),
  ]),
};
const policy: Policy = {
  version: 1,
  globalRoles: new Map([["blue", new Set()]]),
  types: new Map([["club", table]]),
};
const account = { id: "a", active: true, owner: false };
const there = (member: boolean): Situation => ({
  table,
  group: {
    ...{ id: "g", type: "club", internal: false, hidden: false, open: true, public: true, restricted: false },
    ...{ published: true, eligibleRoles: [], confers: ["blue"], creatorId: null },
  },
  standing: { member, roles: [], leads: false, pending: null },
});

test("joining ends what outsiders had, and brings what the conferred roles open", () => {
  expect(stakesOfJoining(policy, policyViewer(policy, account, []), there(false))).toEqual({
    gains: ["View member list", "Create posts"],
    losses: ["View posts"],
  });
});

test("leaving gives it back, and takes what went with the role unless something else gives that", () => {
  const member = policyViewer(policy, account, ["blue"]);
  expect(stakesOfLeaving(policy, member, there(true), ["blue"])).toEqual({
    gains: ["View posts"],
    losses: ["View member list", "Create posts"],
  });
});
