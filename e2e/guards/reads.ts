/** What is asked of the ground. Loaded afresh with each edit of the code, so that it reads by what is left of it. */
import type { World } from "@/db/testing/peopled-world";
import { findMeant } from "@/lib/audit/queries/find-meant";
import { listLog } from "@/lib/audit/queries/list-log";
import { findExplanation } from "@/lib/explain/queries/find-explanation";
import { listCandidates } from "@/lib/explain/queries/list-candidates";
import { listGroupsNamed } from "@/lib/explain/queries/list-named";
import { oneself } from "@/lib/explain/who";
import { listMyGroups } from "@/lib/groups/queries/list-my-groups";
import { listOverview } from "@/lib/groups/queries/list-overview";
import { listLeaders } from "@/lib/leaders/queries";
import { findAccountEnd } from "@/lib/people/queries/find-account-toll";
import { findOwnData } from "@/lib/people/queries/find-own-data";
import { findPerson } from "@/lib/people/queries/find-person";
import { findTies, listMemberships } from "@/lib/people/queries/list-memberships";
import { listPeople } from "@/lib/people/queries/list-people";
import { previewBulk } from "@/lib/people/queries/preview-bulk";
import { findToll } from "@/lib/permissions/toll";
import { lookingAs } from "@/lib/session/viewing-as";
import { findViewAsPage } from "@/lib/view-as/queries/find-view-as-page";
import { GONE } from "./ground";

type Read = (at: World) => Promise<unknown>;

const slugOf = (name: string) => `${name}-aaaaaa`;
const about = async (at: World, name: string) =>
  (await listPeople(await at.as("pat"), { q: name }))?.lines.find(({ id }) => id === at.id(name));
const ties = async (at: World) => findTies(await at.as("pat"), at.id("sue"));
const end = async (at: World) => (await findAccountEnd(await at.as("pat"), at.id("sue"), "deactivate")).end;
const own =
  (section: string): Read =>
  async (at) =>
    (await findOwnData(await at.as("sam")))?.[section];
const leftOut = async (at: World) =>
  (await listOverview(await at.as("pat"), { narrowing: { leaders: false } }))?.lines.map(({ name }) => name);
const counted = async (at: World) =>
  (await listOverview(await at.as("pat"), { narrowing: {} }))?.lines.map(({ name, leaders }) => [name, leaders]);
const leading =
  (group: string): Read =>
  async (at) =>
    (await listLeaders(await at.as("pat"), slugOf(group)))?.lines.map(({ leaderGroup }) => leaderGroup);
/** Reads the whole log, and nothing else. */
const logReader = async (at: World) => ({
  ...(await at.as("pat")),
  globalPermissions: new Set(["audit.view"] as const),
});
const meant = async (at: World, group: string) => (await findMeant(await logReader(at), { group }))?.group;

/** the rest of a plan from which nothing else follows */
const NOTHING_ELSE = {
  ...{ closed: [], carriedOut: [], rolesEnded: [], rolesBegun: [], madeInternal: [] },
  ...{ withoutAdministrator: [], leadershipsEnded: [], linksRevoked: [], leadersFlagged: [] },
};

export const READS = {
  "a profile": async (at) => findPerson(await at.as("pat"), at.id("sue")),
  "somebody's memberships": async (at) => listMemberships(await at.as("pat"), at.id("sue")),
  "what somebody leads": async (at) => (await ties(at))?.leads,
  "what somebody waits for": async (at) => (await ties(at))?.asks,
  "links that somebody made": async (at) => (await ties(at))?.links,
  "how many groups somebody is in": async (at) => (await about(at, "sue"))?.groups,
  "which groups confer a role on somebody": async (at) => (await about(at, "sue"))?.roles,
  "who is in no group": async (at) =>
    (await listPeople(await at.as("pat"), { groups: "none" }))?.lines.map(({ name }) => name),
  "memberships that end with an account": async (at) => (await end(at))?.memberships,
  "leaderships that end with an account": async (at) => (await end(at))?.leaderships,
  "requests that end with an account": async (at) => (await end(at))?.requests,
  "links that end with an account": async (at) => (await end(at))?.links,
  "groups left without an administrator": async (at) => (await end(at))?.withoutAdministrator,
  "what follows for many people": async (at) => {
    const verb = { verb: "deactivate", role: null } as const;
    return (await previewBulk(await at.as("pat"), verb, { all: false, who: [at.id("sue")] }))?.toll;
  },
  "what a change to the portal removes": async (at) => {
    const pruned = [{ accountId: at.id("sue"), groupId: at.id("blind") }];
    return findToll(await at.as("pat"), { ...NOTHING_ELSE, pruned });
  },
  "my data: requests": own("requests"),
  "my data: join links": own("joinLinks"),
  "my data: groups created": own("groupsCreated"),
  "my data: posts": own("posts"),
  "my data: replies": own("replies"),
  "my data: notices": own("notices"),
  "my data: groups over time": own("groupsOverTime"),
  "my groups, looked at as a member": async (at) => {
    const seat = { group: at.id("blind"), member: true, roles: [], leads: false };
    const chosen = { as: "account", roles: [], seat } as const;
    const viewer = lookingAs(await at.as("pat"), { chosen, endsAt: "2999-01-01T00:00:00Z", confers: [] });
    return (await listMyGroups(viewer)).lines.map(({ name }) => name);
  },
  "groups that can be explained": async (at) =>
    (await listGroupsNamed(await at.as("pat"), "blind")).map(({ name }) => name),
  "why about a group": async (at) => {
    const pat = await at.as("pat");
    return (await findExplanation(pat, { group: { slug: slugOf("blind") }, who: oneself(pat) })) ? ["blind"] : [];
  },
  "people to ask about, by a group's leave": async (at) => {
    const pat = await at.as("pat");
    const bare = { ...pat, globalPermissions: new Set(["explain.view"] as const) };
    return (await listCandidates(bare, "tom", slugOf("blind"))).length;
  },
  "a group to look at the portal from": async (at) =>
    (await findViewAsPage(await at.as("pat"), { group: slugOf("blind") }))?.group?.name ?? null,
  "groups with leaders who are not eligible": leftOut,
  "how many leaders are not eligible": counted,
  "leaders: a group that one does not see": leading("led-by-blind"),
  "leaders: a group whose members one may not know": leading("led-by-quiet"),
  "the log: groups that a name could mean": async (at) => (await meant(at, "bli"))?.candidates.map(({ name }) => name),
  "the log: a group that is gone": async (at) => ((await meant(at, GONE))?.id ? ["blind-gone"] : []),
  "the log: a group that leads another": async (at) =>
    (await listLog(await logReader(at), { event: "leader.appointed" }))?.lines.map(({ group, subject }) => [
      group?.name,
      subject,
    ]),
} satisfies Record<string, Read>;

export type ReadName = keyof typeof READS;
