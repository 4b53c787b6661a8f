/** A scenario as it is written: a small world, and steps with the answer that each must give. */
import { z } from "zod";
import type { Rule } from "@/lib/policy/facts";
import { end, expiry, flags, type Keys, settings, type VerbName } from "./verbs";

const name = z.string().min(1).max(80);
const names = z.array(name);
const each = <S extends z.ZodType>(shape: S) => z.record(name, shape).default({});
const yes = z.boolean().optional();

const RULES = [
  ...["inactive", "impossible", "owner", "bypass", "manage", "admin"],
  ...["not-visible", "unpublished", "granted", "not-granted", "author"],
] as Rule[];

const type = z.strictObject({
  label: name.optional(),
  content: names.default(["post"]),
  creator: z.strictObject({ member: z.boolean().default(false), roles: names.default([]) }).prefault({}),
  roles: each(names),
  advancedOutsider: each(names),
  insider: each(names),
});

const account = z.strictObject({
  roles: names.default([]),
  owner: z.boolean().default(false),
  active: z.boolean().default(true),
});

const membership = z.union(
  [names, z.strictObject({ roles: names.default([]), until: end.optional() })],
  "Write the custom roles, as [], or { roles: [], until: +30d }.",
);

const group = z.strictObject({
  type: name,
  ...flags,
  eligibleRoles: names.default([]),
  creator: name.optional(),
  confers: names.default([]),
  members: each(membership),
  leaders: z.strictObject({ accounts: names.default([]), groups: names.default([]) }).prefault({}),
});

const link = z.strictObject({
  group: name,
  by: name,
  maxUses: z.int().min(1).nullable().optional(),
  expires: expiry.optional(),
  asksApproval: yes,
});

const post = z.strictObject({
  group: name,
  by: name,
  title: z.string().min(1).max(200).optional(),
  published: z.boolean().default(true),
});

/** Everything but the steps, which are read by their verb. */
export const world = z.strictObject({
  name: z.string("Every scenario has a name.").min(1).max(300),
  settings: z.strictObject(settings).default({}),
  globalRoles: each(names),
  types: each(type),
  accounts: each(account.nullable().transform((one) => one ?? account.parse({}))),
  groups: each(group),
  links: each(link),
  posts: each(post),
  steps: z.array(z.unknown()),
});

/** What stands under each key of a world, for saying which keys there are. */
export const SHAPES = {
  settings: z.strictObject(settings),
  types: type,
  accounts: account,
  groups: group,
  links: link,
  posts: post,
};

export const because = z.strictObject({
  audience: z.enum(["anonymous", "outsider", "member"]).optional(),
  roles: names.optional(),
  rule: z.enum(RULES).optional(),
});

export const state = z.strictObject({
  members: z.record(name, names).optional(),
  pending: z.record(name, names).optional(),
  globalRoles: z.record(name, names).optional(),
  notified: z.record(name, names).optional(),
  audit: names.optional(),
});

export const can = z.strictObject({
  as: name,
  can: name,
  group: name.optional(),
  post: name.optional(),
  expect: z.enum(["allow", "deny"], "The answer is allow or deny."),
  because: because.optional(),
});

export type World = Omit<z.output<typeof world>, "steps">;
export type WorldGroup = World["groups"][string];
export type Because = z.output<typeof because>;
export type State = z.output<typeof state>;

export type CanStep = z.output<typeof can> & { readonly kind: "can" };
export interface StateStep {
  readonly kind: "state";
  readonly expect: State;
}
export type DoStep = {
  [V in VerbName]: {
    readonly kind: "do";
    /** an account, or `anonymous`; waiting is nobody's */
    readonly as: string;
    readonly do: V;
    readonly keys: Keys<V>;
    readonly expect: string | readonly string[];
  };
}[VerbName];
export type Step = CanStep | StateStep | DoStep;

export interface Scenario extends World {
  readonly steps: readonly Step[];
}

export const ANYBODY = "anonymous";
