/** Every guard by which a list that leads from people to groups keeps back what its reader may not know. */
import type { Edit } from "@/e2e/support/edited-code";
import type { ReadName } from "./reads";

/** Without it the read gives an answer that it must not. */
export interface Guard extends Edit {
  readonly read: ReadName;
}

/** Reads, each with what is cut from the file and what stands there instead. */
const at = (file: string, cuts: Partial<Record<ReadName, readonly (readonly [string, string])[]>>): Guard[] =>
  Object.entries(cuts).flatMap(([read, edits]) =>
    edits.map(([cut, instead]) => ({ read: read as ReadName, file, cut, instead })),
  );

const each = (reads: readonly ReadName[], edit: Edit): Guard[] => reads.map((read) => ({ ...edit, read }));

const IN_COMMON = "lib/people/in-common.ts";
const MEMBERSHIPS = "lib/people/queries/list-memberships.ts";
const PEOPLE = "lib/people/queries/list-people.ts";
const END = "lib/people/queries/find-end.ts";
const OWN_DATA = "lib/people/queries/find-own-data.ts";
const ELIGIBLE = "lib/leaders/eligible.ts";
const LEADERS = "lib/leaders/queries.ts";

const ENDING: readonly ReadName[] = [
  "memberships that end with an account",
  "leaderships that end with an account",
  "requests that end with an account",
  "links that end with an account",
  "groups left without an administrator",
];
const KNOWING: readonly ReadName[] = [
  ...["a profile", "somebody's memberships", "what somebody leads", "what somebody waits for"],
  ...["links that somebody made", "how many groups somebody is in", "which groups confer a role on somebody"],
  ...["who is in no group", "what follows for many people", ...ENDING],
] as ReadName[];

/** The one predicate that all of these join, each half of it; and each place where it is joined. */
const PEOPLE_TO_GROUPS: readonly Guard[] = [
  ...each(KNOWING, { file: IN_COMMON, cut: "(${seesGroup(viewer)} and (${own}", instead: "((${own}" }),
  ...each(KNOWING, { file: IN_COMMON, cut: "(${own} or ${reachesGroup(viewer, permission)})", instead: "true" }),
  ...at("lib/people/queries/find-person.ts", {
    "a profile": [[" and ${knowsMember(viewer, sql`x.account_id`)}", ""]],
  }),
  ...at(MEMBERSHIPS, {
    "somebody's memberships": [[" and ${knowsMember(viewer, sql`m.account_id`)}", ""]],
    "what somebody leads": [[`knowsThere(viewer, account, "member.list")`, "sql`true`"]],
    "what somebody waits for": [[`knowsThere(viewer, account, "request.decide")`, "sql`true`"]],
    "links that somebody made": [[`knowsThere(viewer, account, "link.manage")`, "sql`true`"]],
  }),
  ...at(PEOPLE, {
    "how many groups somebody is in": [["and ${knowsMember(viewer, sql`a.id`)} limit", "limit"]],
    "which groups confer a role on somebody": [[" and ${knowsMember(viewer, sql`a.id`)}) as groups)", ") as groups)"]],
  }),
  ...at("lib/people/queries/people-filter.ts", {
    "who is in no group": [[" and ${knowsMember(viewer, sql`a.id`)}", ""]],
  }),
  ...each(ENDING, {
    ...{
      file: END,
      cut: "\n      and ${knowsThere(viewer, sql`${accountId}::uuid`, permission)} order",
      instead: " order",
    },
  }),
  ...at("lib/people/queries/find-people-toll.ts", {
    "what follows for many people": [
      [`\n      and \${knowsThere(viewer, sql\`null::uuid\`, "member.list")} order`, " order"],
    ],
  }),
  ...at("lib/permissions/toll.ts", {
    "what a change to the portal removes": [[" and ${seesGroup(viewer)}\n", "\n"]],
  }),
];

const OWN: readonly ReadName[] = [
  ...["my data: requests", "my data: join links", "my data: groups created", "my data: posts", "my data: replies"],
] as ReadName[];

const ONE_S_OWN: readonly Guard[] = [
  ...each(OWN, { file: OWN_DATA, cut: "sql`case when ${seesGroup(viewer)} then", instead: "sql`case when true then" }),
  ...at(OWN_DATA, { "my data: notices": [["g.id is not null and ${seesGroup(viewer)}\n", "g.id is not null\n"]] }),
  ...at("lib/people/queries/list-lines-about.ts", {
    "my data: groups over time": [["g.id is not null and ${seesGroup(viewer)}\n", "g.id is not null\n"]],
  }),
  ...at("lib/groups/visible.ts", {
    "my groups, looked at as a member": [[" and ${seesGroup(viewer.behind.viewer)}`;", "`;"]],
  }),
];

const ASKING: readonly Guard[] = [
  ...at("lib/explain/queries/list-named.ts", {
    "groups that can be explained": [[" and ${seesGroup(seeing)}", ""]],
  }),
  ...at("lib/explain/queries/find-explanation.ts", { "why about a group": [[" || !sees(asker, situation)", ""]] }),
  ...at("lib/members/queries/list-people-named.ts", {
    "people to ask about, by a group's leave": [[" || !sees(viewer, found.situation)", ""]],
  }),
  ...at("lib/view-as/queries/find-view-as-page.ts", {
    "a group to look at the portal from": [["chosen && sees(viewer, chosen.situation)", "chosen"]],
  }),
];

const KNOWS_WHOM = ` and \${reachesGroup(viewer, "member.list")})\`;\n\nconst isKept`;
const LEADING: readonly Guard[] = [
  ...at(ELIGIBLE, {
    "groups with leaders who are not eligible": [
      [`\n  and (\${reachesGroup(viewer, "member.list")} or \${reachesGroup(viewer, "leader.appoint")})`, ""],
      [" or exists (${leftOutByGroup(viewer)})", ""],
    ],
    "how many leaders are not eligible": [[" union ${leftOutByGroup(viewer)}", ""]],
  }),
  ...each(["groups with leaders who are not eligible", "how many leaders are not eligible"], {
    ...{ file: ELIGIBLE, cut: "l.leader_group_id and ${seesGroup(viewer)} and", instead: "l.leader_group_id and" },
  }),
  ...each(["groups with leaders who are not eligible", "how many leaders are not eligible"], {
    ...{ file: ELIGIBLE, cut: KNOWS_WHOM, instead: ")`;\n\nconst isKept" },
  }),
  ...at(LEADERS, {
    "leaders: a group that one does not see": [[" and ${seesGroup(viewer)}) shown", ") shown"]],
    "leaders: a group whose members one may not know": [
      [`case when \${reachesGroup(viewer, "member.list")} then of.found end`, "of.found"],
      [`case when \${reachesGroup(viewer, "member.list")} then of.left_out end`, "of.left_out"],
    ],
  }),
];

const READING_THE_LOG: readonly Guard[] = [
  ...at("lib/audit/queries/find-meant.ts", {
    "the log: groups that a name could mean": [[" and ${seesGroup(viewer)} order", " order"]],
    "the log: a group that is gone": [["const gone = seesEveryGroup(viewer)\n", "const gone = viewer\n"]],
  }),
  ...at("lib/audit/line.ts", {
    "the log: a group that leads another": [[" and ${seesGroup(viewer)}) as leader_group", ") as leader_group"]],
  }),
];

export const GUARDS: readonly Guard[] = [
  ...[...PEOPLE_TO_GROUPS, ...ONE_S_OWN, ...ASKING, ...LEADING],
  ...READING_THE_LOG,
];
