/** Every verb of a scenario file: which keys its step has, and which words can be the answer. */
import { z } from "zod";
import { minutesOf } from "./duration";

const name = z.string().min(1).max(80);
const names = z.array(name);
const flag = z.boolean().optional();
export const flags = { internal: flag, hidden: flag, open: flag, public: flag, restricted: flag, published: flag };
const text = z.string().max(4000).optional();
const NO_SPAN = "A span of time looks like 7d, 12h or 30m.";
export const span = z.string().refine((said) => minutesOf(said) !== null, NO_SPAN);
export const end = z.union([z.literal("never"), span], "Write a span of time like +7d, or never.");
const hours = (said: string): boolean => said === "never" || (minutesOf(said) ?? 0) % 60 === 0;
export const expiry = end.refine(hours, "A link's expiry is given in whole hours or days.");
const comingExpiry = expiry.refine(
  (said) => said === "never" || (minutesOf(said) ?? 0) > 0,
  "A link that is made in a step expires later, not before.",
);

/** The portal's settings, by the names that files use. */
export const settings = {
  autoLeave: flag,
  notifyLeaders: flag,
  reservedNames: names.optional(),
  signUp: z.enum(["open", "invited", "domains", "closed"]).optional(),
  signUpDomains: z.array(z.string()).optional(),
  newAccountRole: name.nullable().optional(),
  defaultGroupType: name.nullable().optional(),
};

const LINK = ["expired", "used-up", "revoked", "paused", "unavailable", "not-found"] as const;
const JOIN = ["internal", "not-eligible", "already-member", "needs-request-permission", "not-permitted"] as const;
const DENIED = ["not-permitted", "not-found"] as const;
const shut = (...more: string[]) => [...more, ...DENIED];

const group = { group: name };
const member = { account: name, group: name };
const decided = {
  ...member,
  kind: z.enum(["join", "leave"]).optional(),
  reason: text,
};
const decidedWords = (done: string) =>
  shut(
    done,
    "no-request",
    "wrong-kind",
    "own-request",
    "restricted",
    "last-admin",
    ...JOIN.map((word) => `requester-${word}`),
  );
const led = { account: name.optional(), leaderGroup: name.optional(), group: name };
const grouped = { ...flags, eligibleRoles: names.optional(), confers: names.optional() };
const cell = {
  type: name,
  role: name.optional(),
  outsiderOf: name.optional(),
  insiderOf: name.optional(),
  permission: name,
};
const globalCell = { role: name, permission: name };
const account = { account: name };
const role = { role: name, type: name.optional() };
const made = { maxUses: z.int().min(1).nullable().optional(), expires: comingExpiry.optional(), asksApproval: flag };

/** `keys` besides `as`, `do` and `expect`; `words`: null where the answer is a list of groups. */
export interface Verb {
  readonly keys: z.ZodRawShape;
  readonly words: readonly string[] | null;
  /** exactly one of these keys is named */
  readonly oneOf?: readonly string[];
}

const verb = <const K extends z.ZodRawShape>(keys: K, words: readonly string[] | null, oneOf?: readonly string[]) => ({
  keys,
  words,
  ...(oneOf ? { oneOf } : {}),
});

export const VERBS = {
  see: verb({ group: name.optional(), post: name.optional() }, ["visible", "hidden"], ["group", "post"]),
  list: verb({ type: name.optional() }, null),
  "open-link": verb({ link: name }, ["open", ...LINK]),
  join: verb(
    { group: name.optional(), link: name.optional(), note: text },
    ["joined", "requested", "sign-in", "already-pending", ...JOIN, ...LINK],
    ["group", "link"],
  ),
  leave: verb(
    { ...group, note: text },
    shut("left", "leave-requested", "not-a-member", "internal", "last-admin", "already-pending"),
  ),
  withdraw: verb(group, ["withdrawn", "no-request", "not-found"]),
  approve: verb(decided, decidedWords("approved")),
  reject: verb(decided, decidedWords("rejected")),
  "add-member": verb(
    { ...member, roles: names.optional(), until: end.optional() },
    shut("added", "already-member", "not-eligible", "exceeds-own", "restricted"),
  ),
  "remove-member": verb(
    { ...member, reason: text },
    shut("removed", "not-a-member", "restricted", "exceeds-own", "last-admin"),
  ),
  "set-member-roles": verb(
    { ...member, roles: names },
    shut("changed", "not-a-member", "exceeds-own", "last-admin", "restricted"),
  ),
  "set-until": verb(
    { ...member, until: end },
    shut("changed", "not-a-member", "exceeds-own", "last-admin", "restricted"),
  ),
  "edit-own-membership": verb({ ...group, title: text, note: text }, shut("changed")),
  "appoint-leader": verb(led, shut("changed", "exceeds-own", "restricted"), ["account", "leaderGroup"]),
  "dismiss-leader": verb(led, shut("changed", "exceeds-own", "restricted"), ["account", "leaderGroup"]),
  "create-group": verb({ ...group, type: name, ...grouped }, [
    "created",
    "reserved-name",
    "restricted",
    "exceeds-own",
    "not-permitted",
  ]),
  "configure-group": verb(
    { ...group, ...grouped },
    shut("changed", "restricted", "needs-eligible-roles", "exceeds-own"),
  ),
  "edit-group": verb({ ...group, name: name.optional(), description: text }, shut("changed", "reserved-name")),
  "delete-group": verb(group, shut("deleted")),
  "create-link": verb({ link: name, ...group, ...made }, shut("created")),
  "revoke-link": verb({ link: name }, shut("changed", "revoked")),
  "pause-link": verb({ link: name }, shut("changed", "revoked")),
  "resume-link": verb({ link: name }, shut("changed", "revoked")),
  "rotate-link": verb({ link: name }, shut("changed", "revoked")),
  "create-post": verb({ ...group, post: name, published: flag }, shut("created")),
  "edit-post": verb({ post: name, published: flag }, shut("changed", "deleted")),
  "delete-post": verb({ post: name, published: flag }, shut("changed", "deleted")),
  grant: verb(cell, ["changed", "impossible", "exceeds-own", "not-permitted"], ["role", "outsiderOf", "insiderOf"]),
  revoke: verb(cell, ["changed", "impossible", "exceeds-own", "not-permitted"], ["role", "outsiderOf", "insiderOf"]),
  "grant-global": verb(globalCell, ["changed", "impossible", "exceeds-own", "not-permitted"]),
  "revoke-global": verb(globalCell, ["changed", "impossible", "exceeds-own", "not-permitted"]),
  "assign-global": verb({ ...account, role: name }, ["changed", "exceeds-own", "conferred", "not-permitted"]),
  "unassign-global": verb({ ...account, role: name }, ["changed", "exceeds-own", "conferred", "not-permitted"]),
  "make-owner": verb(account, ["changed", "last-owner", "not-permitted"]),
  "unmake-owner": verb(account, ["changed", "last-owner", "not-permitted"]),
  "create-role": verb(role, ["created", "not-permitted"]),
  "delete-role": verb(role, ["deleted", "built-in", "exceeds-own", "not-permitted"]),
  deactivate: verb(account, ["changed", "deleted", "exceeds-own", "last-owner", "not-permitted"]),
  reactivate: verb(account, ["changed", "deleted", "exceeds-own", "last-owner", "not-permitted"]),
  "delete-account": verb(account, ["changed", "deleted", "exceeds-own", "last-owner", "not-permitted"]),
  set: verb(settings, ["changed", "not-permitted"]),
  wait: verb({ for: span }, ["ok"]),
} as const satisfies Record<string, Verb>;

export type VerbName = keyof typeof VERBS;
export const VERB_NAMES = Object.keys(VERBS) as VerbName[];
export const isVerb = (text: string): text is VerbName => Object.hasOwn(VERBS, text);

/** What a step of this verb says besides who acts and what is expected. */
export type Keys<V extends VerbName> = z.output<z.ZodObject<(typeof VERBS)[V]["keys"]>>;
