import { describe, expect, it } from "vitest";
import type { GroupPermission } from "@/lib/policy/catalogue";
import type { Column, GroupFacts, PolicyViewer, Situation, Standing } from "@/lib/policy/facts";
import { VISITOR } from "@/lib/policy/viewer";
import { type Verb, verbFor } from "./verb";

const column = (name: string, kind: Column["kind"], permissions: GroupPermission[]): [string, Column] => [
  name,
  { name, kind, globalRole: null, permissions: new Set(permissions) },
];

interface Given {
  readonly flags?: Partial<GroupFacts>;
  readonly standing?: Partial<Standing>;
  readonly outsider?: GroupPermission[];
  readonly member?: GroupPermission[];
  readonly viewer?: PolicyViewer;
  readonly autoLeave?: boolean;
  readonly lastAdmin?: boolean;
}

const OUTSIDER: GroupPermission[] = ["group.view", "member.join"];
const ACCOUNT: PolicyViewer = {
  account: { id: "a", active: true, owner: false },
  globalRoles: new Set(["authenticated"]),
  globalPermissions: new Set(["group.request"]),
};

function verb({
  flags,
  standing,
  outsider = OUTSIDER,
  member = ["member.leave"],
  viewer = ACCOUNT,
  ...how
}: Given): Verb {
  const columns = [
    column("anonymous", "anonymous", ["group.view"]),
    column("outsider", "outsider", outsider),
    column("member", "member", member),
  ];
  const situation: Situation = {
    table: { type: "club", columns: new Map(columns) },
    group: {
      ...{ id: "g", type: "club", internal: false, hidden: false, open: true, public: true, restricted: false },
      ...{ published: true, eligibleRoles: [], confers: [], creatorId: null, ...flags },
    },
    standing: { member: false, roles: [], leads: false, pending: null, ...standing },
  };
  return verbFor(viewer, situation, { autoLeave: how.autoLeave ?? false, lastAdmin: how.lastAdmin ?? false });
}

const MEMBER = { member: true };

describe("the verb on the button", () => {
  it.each<[string, Given, Verb]>([
    ["a visitor signs in", { viewer: VISITOR }, { kind: "sign-in" }],
    ["an open group is joined", {}, { kind: "join" }],
    ["a closed one is asked", { flags: { open: false } }, { kind: "ask" }],
    ["a restricted one is asked, open or not", { flags: { restricted: true } }, { kind: "ask" }],
    ["whoever may only ask, asks", { outsider: ["group.view", "member.request"] }, { kind: "ask" }],
    ["a request waits", { flags: { open: false }, standing: { pending: "join" } }, { kind: "pending", of: "join" }],
    ["a group that opened meanwhile is joined", { standing: { pending: "join" } }, { kind: "join" }],
    [
      "a request that could not be made again can still be withdrawn",
      { outsider: [], standing: { pending: "join" } },
      { kind: "pending", of: "join" },
    ],
    ["nothing lets outsiders in", { outsider: ["group.view"] }, { kind: "why-not", word: "not-permitted" }],
    [
      "a role is missing",
      { flags: { eligibleRoles: ["blue"] }, standing: { leads: true } },
      { kind: "why-not", word: "not-eligible" },
    ],
    [
      "the right to request is missing",
      { flags: { public: false }, viewer: { ...ACCOUNT, globalPermissions: new Set() } },
      { kind: "why-not", word: "needs-request-permission" },
    ],
    [
      "an internal group keeps its leader out",
      { flags: { internal: true }, standing: { leads: true } },
      { kind: "why-not", word: "internal" },
    ],
    ["a member leaves an open group", { standing: MEMBER }, { kind: "member-leave" }],
    ["and asks to leave a closed one", { standing: MEMBER, flags: { open: false } }, { kind: "member-ask-leave" }],
    [
      "unless the portal lets everybody leave",
      { standing: MEMBER, flags: { open: false }, autoLeave: true },
      { kind: "member-leave" },
    ],
    [
      "a wish to leave waits",
      { standing: { ...MEMBER, pending: "leave" }, flags: { open: false } },
      { kind: "pending", of: "leave" },
    ],
    ["an internal group is managed", { standing: MEMBER, flags: { internal: true } }, { kind: "managed" }],
    ["a member may not leave", { standing: MEMBER, member: [] }, { kind: "why-not", word: "not-permitted" }],
    ["the last administrator stays", { standing: MEMBER, lastAdmin: true }, { kind: "why-not", word: "last-admin" }],
  ])("%s", (_what, given, expected) => {
    expect(verb(given)).toEqual(expected);
  });
});
