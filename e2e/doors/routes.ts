/**
 * Every route, and whom of the nine it answers with a page. Whoever is not named finds nothing there (404). `to` names
 * where somebody is led instead.
 */
import type { Persona, World } from "../support/personas";
import { IN, NO_ID, PORTAL_POWER } from "./actions";

export interface RouteDoor {
  /** the address, where it does not follow from the route by itself; `slug` is the group asked for */
  readonly path?: (world: World, slug: string) => string;
  readonly opens: readonly Persona[];
  /** led elsewhere: persona → beginning of the address */
  readonly to?: Partial<Record<Persona, string>>;
  /** a group is named, so hidden and absent are asked besides */
  readonly group?: true;
  /** a mail as it looks: its styles stand in it, and it may do nothing at all */
  readonly letter?: true;
  /** answered to POST alone; a GET finds nothing to read (405) */
  readonly post?: true;
}

const ALL: readonly Persona[] = ["visitor", ...IN, "deactivated"];
const GROUP_POWER: readonly Persona[] = ["advanced", "groupAdmin", "owner"];
const entry = Object.fromEntries((["visitor", "deactivated"] as const).map((one) => [one, "/sign-in"]));
const at = (rest: string) => (_world: World, slug: string) => `/groups/${slug}${rest}`;
const ofType = (rest: string) => (world: World) => `/admin/group/types/manage/${world.type}${rest}`;

/** to the group's own page, since there is nothing to do */
const toPage = (people: readonly Persona[]) => Object.fromEntries(people.map((one) => [one, "/groups/[slug]"]));

const LEADING: readonly Persona[] = [...GROUP_POWER, "leader"];
const of = (people: readonly Persona[], rest: string, to?: RouteDoor["to"]): RouteDoor => ({
  group: true,
  path: at(rest),
  opens: people,
  ...(to ? { to } : {}),
});

const ofPost = (people: readonly Persona[], rest: string): RouteDoor => ({
  ...of(people, ""),
  path: ({ posts }, slug) => `/groups/${slug}/posts/${posts[slug]?.post ?? NO_ID}${rest}`,
});

export const ROUTES: Readonly<Record<string, RouteDoor>> = {
  "/": { opens: ["visitor", "deactivated"], to: Object.fromEntries(IN.map((one) => [one, "/home"])) },
  "/_not-found": { opens: [] },
  "/_global-error": { opens: [] },
  "/api/auth/[...nextauth]": { path: () => "/api/auth/providers", opens: ALL },
  "/sign-in": { opens: ALL },
  "/sign-up": { opens: ALL },
  "/sign-up/check-mail": { opens: ALL },
  "/setup/[token]": { path: () => `/setup/${"x".repeat(43)}`, opens: [] },
  "/confirm/[token]": { path: () => `/confirm/${"x".repeat(43)}`, opens: [] },
  // To GET it is nothing, in a demo as in any other portal.
  "/demo/step-in": { opens: [] },
  "/dev/mail": { opens: ALL },
  "/dev/mail/[mail]": { path: ({ mail }) => `/dev/mail/${mail}`, opens: ALL },
  "/dev/mail/[mail]/looks": { path: ({ mail }) => `/dev/mail/${mail}/looks`, opens: ALL, letter: true },
  "/dev/table": { opens: ALL },
  "/dev/ui": { opens: ALL },
  "/join": { opens: [], post: true },
  "/join/continue": { opens: [], to: Object.fromEntries(ALL.map((one) => [one, "/groups"])) },
  "/join/[token]": { path: ({ link }) => `/join/${link.token}`, opens: ALL },
  "/join/[token]/accept": { path: ({ link }) => `/join/${link.token}/accept`, opens: [], post: true },
  "/join/[token]/enter": { path: ({ link }) => `/join/${link.token}/enter`, opens: [], post: true },
  "/join/[token]/opened": { path: ({ link }) => `/join/${link.token}/opened`, opens: [], post: true },
  // As each may see it: what is in it depends on who asks, not that it is there.
  "/api/palette": { opens: ALL },
  "/api/explain": { group: true, path: (_world, slug) => `/api/explain?group=${slug}`, opens: IN },
  "/home": { opens: IN, to: { visitor: "/", deactivated: "/" } },
  "/groups": { opens: ALL },
  // Every account may make groups of one of the demo's types.
  "/groups/new": { opens: IN },
  "/my-groups": { opens: IN, to: entry },
  "/my-requests": { opens: IN, to: entry },
  "/requests": { opens: IN, to: entry },
  "/notices": { opens: IN, to: entry },
  "/notices/settings": { opens: IN, to: entry },
  "/account": { opens: IN, to: entry },
  "/jobs": { opens: IN, to: entry },
  // Only whoever asked for it finds it; the test beside the query has one.
  "/jobs/[job]": { path: () => `/jobs/${NO_ID}`, opens: [] },
  "/account/leave": { opens: IN, to: entry },
  // A file of one's own; for nobody else there is one.
  "/account/data": { opens: IN },
  "/goodbye": { opens: ALL },
  "/posts": { opens: IN, to: entry },
  // Every account of the demo may look at profiles; a visitor may not.
  "/people/[account]": { path: ({ accounts }) => `/people/${accounts.bystander}`, opens: IN },
  "/groups/[slug]": of(IN, ""),
  "/groups/[slug]/join": of(
    ["outsider", "advanced", "leader", "siteAdmin", "owner"],
    "/join",
    toPage(["member", "groupAdmin"]),
  ),
  "/groups/[slug]/leave": of(
    ["member", "groupAdmin"],
    "/leave",
    toPage(["outsider", "advanced", "leader", "siteAdmin", "owner"]),
  ),
  // Whoever leads it without being in it reads no posts; whoever administers it reads and writes them from outside too.
  "/groups/[slug]/posts": of([...GROUP_POWER, "member"], "/posts"),
  "/groups/[slug]/posts/new": of([...GROUP_POWER, "member"], "/posts/new"),
  "/groups/[slug]/posts/[post]": ofPost([...GROUP_POWER, "member"], ""),
  "/groups/[slug]/posts/[post]/edit": ofPost(GROUP_POWER, "/edit"),
  "/groups/[slug]/posts/[post]/delete": ofPost(GROUP_POWER, "/delete"),
  "/groups/[slug]/posts/[post]/replies/[reply]": {
    ...of(GROUP_POWER, ""),
    path: ({ posts }, slug) =>
      `/groups/${slug}/posts/${posts[slug]?.post ?? NO_ID}/replies/${posts[slug]?.reply ?? NO_ID}`,
  },
  // About oneself everybody is told who sees the group; about somebody else the test beside the query asks.
  "/groups/[slug]/why": of(IN, "/why"),
  "/groups/[slug]/members": of([...LEADING, "member"], "/members"),
  "/groups/[slug]/members/file": of([...LEADING, "member"], "/members/file"),
  "/groups/[slug]/members/chosen": of(LEADING, "/members/chosen"),
  "/groups/[slug]/members/add": of(GROUP_POWER, "/members/add"),
  "/groups/[slug]/members/add/many": of(GROUP_POWER, "/members/add/many"),
  "/groups/[slug]/members/[account]": {
    ...of(LEADING, ""),
    path: ({ accounts }, slug) => `/groups/${slug}/members/${accounts.bystander}`,
  },
  "/groups/[slug]/leaders": of(GROUP_POWER, "/leaders"),
  "/groups/[slug]/requests": of(LEADING, "/requests"),
  "/groups/[slug]/requests/history": of(LEADING, "/requests/history"),
  "/groups/[slug]/requests/[account]": {
    ...of(LEADING, ""),
    path: ({ accounts }, slug) => `/groups/${slug}/requests/${accounts.asker}`,
  },
  "/groups/[slug]/links": of(LEADING, "/links"),
  "/groups/[slug]/links/new": of(LEADING, "/links/new"),
  "/groups/[slug]/links/[link]": { ...of(LEADING, ""), path: ({ link }, slug) => `/groups/${slug}/links/${link.id}` },
  "/groups/[slug]/log": of(GROUP_POWER, "/log"),
  "/groups/[slug]/log/file": of(GROUP_POWER, "/log/file"),
  "/groups/[slug]/log/[id]": {
    ...of(GROUP_POWER, ""),
    path: ({ lines, hidden }, slug) => `/groups/${slug}/log/${lines[slug] ?? lines[hidden.slug]}`,
  },
  "/groups/[slug]/settings": of(GROUP_POWER, "/settings"),
  "/groups/[slug]/delete": of(GROUP_POWER, "/delete"),
  "/admin": { opens: PORTAL_POWER },
  "/admin/group/types": { opens: PORTAL_POWER },
  "/admin/group/types/add": { opens: PORTAL_POWER },
  "/admin/group/types/file": { opens: PORTAL_POWER },
  "/admin/group/types/upload": { opens: PORTAL_POWER },
  "/admin/group/types/scenarios": { opens: PORTAL_POWER },
  "/admin/group/types/manage/[type]": { path: ofType(""), opens: PORTAL_POWER },
  "/admin/group/types/manage/[type]/permissions": { path: ofType("/permissions"), opens: PORTAL_POWER },
  "/admin/group/types/manage/[type]/permissions/outsider": {
    path: ofType("/permissions/outsider"),
    opens: PORTAL_POWER,
  },
  // The chief of this world administers types, people and permissions, but neither reads the log nor explains.
  "/admin/audit": { opens: ["owner"] },
  "/admin/audit/file": { opens: ["owner"] },
  "/admin/audit/[id]": { path: ({ lines, own }) => `/admin/audit/${lines[own.slug]}`, opens: ["owner"] },
  "/admin/explain": { opens: ["owner"] },
  // Nor does it look after all groups.
  "/admin/group": { opens: ["owner"] },
  "/admin/group/change": { path: (_world) => "/admin/group/change?change=hidden-on", opens: ["owner"] },
  "/admin/settings": { opens: PORTAL_POWER },
  "/admin/people": { opens: PORTAL_POWER },
  "/admin/people/[account]": { path: ({ accounts }) => `/admin/people/${accounts.outsider}`, opens: PORTAL_POWER },
  "/admin/people/bulk": {
    path: ({ accounts }) => `/admin/people/bulk?do=deactivate&who=${accounts.outsider}`,
    opens: PORTAL_POWER,
  },
  "/admin/people/permissions": { opens: PORTAL_POWER },
  // Of a save that removed nobody there is none; who may read of one is asked beside its query.
  "/admin/people/permissions/ended/[request]": { path: () => `/admin/people/permissions/ended/${NO_ID}`, opens: [] },
  "/admin/mail": { opens: PORTAL_POWER },
  "/admin/view-as": { opens: ["owner"] },
  "/view-as/end": { opens: [], post: true },
};
