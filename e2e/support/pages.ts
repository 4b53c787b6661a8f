/** Every page of the journey, and a small world in which each has something to show. */
import { ask, group, groupType, joinLink, type Person, PLAIN, type Place, person } from "./make";

export interface PagesWorld {
  readonly visitor: null;
  readonly owner: Person;
  readonly leader: Person;
  readonly member: Person;
  readonly outsider: Person;
  readonly asker: Person;
  readonly place: Place;
  readonly type: string;
  readonly token: string;
  readonly link: string;
}

/** Names are words that say who it is, unless `stretch` makes something else of them. */
export async function pagesWorld(stretch: (called: string) => string = (called) => called): Promise<PagesWorld> {
  const kind = { called: stretch("Kind"), officer: stretch("Officer") };
  const type = await groupType({ ...PLAIN, officer: ["member.add"] }, kind);
  const somebody = (called: string) => person(stretch(called));
  const [owner, leader] = [await person(stretch("Owner"), { roles: [], owner: true }), await somebody("Leader")];
  const [member, outsider, asker] = [await somebody("Member"), await somebody("Outsider"), await somebody("Asker")];
  const members = [[member, "officer"], await somebody("Other")] as const;
  const description = stretch("What it is for.");
  const place = await group({ type, called: stretch("Group"), description, leaders: [leader], members });
  await ask(place, asker, stretch("Please let me in."));
  const { id: link, token } = await joinLink(place, leader, { label: stretch("Spec"), maxUses: 3 });
  return { visitor: null, owner, leader, member, outsider, asker, place, type, token, link };
}

export const VIEWERS = ["visitor", "outsider", "asker", "member", "leader", "owner"] as const;

type PageOf = readonly [who: (typeof VIEWERS)[number], path: (world: PagesWorld) => string, status?: number];

export const PAGES: readonly PageOf[] = [
  ["visitor", () => "/"],
  ["visitor", () => "/sign-in"],
  ["visitor", () => "/sign-up"],
  ["visitor", () => "/groups"],
  ["visitor", () => "/nowhere", 404],
  ["visitor", () => `/confirm/${"x".repeat(43)}`, 404],
  ["visitor", () => "/dev/ui"],
  ["visitor", ({ token }) => `/join/${token}`],
  ["outsider", ({ token }) => `/join/${token}`],
  ["member", ({ token }) => `/join/${token}`],
  ["outsider", () => "/home"],
  ["outsider", () => "/groups?plain=1"],
  ["outsider", () => "/groups?q=nothingiscalledlikethis"],
  ["outsider", ({ place }) => `/groups/${place.slug}`],
  ["outsider", ({ place }) => `/groups/${place.slug}/join`],
  ["asker", ({ place }) => `/groups/${place.slug}`],
  ["asker", () => "/my-requests"],
  ["member", ({ place }) => `/groups/${place.slug}`],
  ["member", ({ place }) => `/groups/${place.slug}/leave`],
  ["member", () => "/my-groups"],
  ["member", () => "/notices"],
  ["member", () => "/notices?show=unread&kind=role"],
  ["member", () => "/notices/settings"],
  ["member", () => "/account"],
  ["member", () => "/jobs"],
  ["member", () => "/account/leave"],
  ["visitor", () => "/goodbye"],
  ["member", () => "/posts"],
  ["member", ({ member }) => `/people/${member.id}`],
  ["outsider", ({ member }) => `/people/${member.id}`],
  ["leader", () => "/requests"],
  ["leader", ({ place }) => `/groups/${place.slug}/members`],
  ["leader", ({ place, member }) => `/groups/${place.slug}/members/${member.id}`],
  ["leader", ({ place, outsider }) => `/groups/${place.slug}/members/add?who=${encodeURIComponent(outsider.name)}`],
  ["leader", ({ place }) => `/groups/${place.slug}/members?q=other&how=added&sort=name`],
  ["leader", ({ place, member }) => `/groups/${place.slug}/members/chosen?account=${member.id}`],
  ["leader", ({ place }) => `/groups/${place.slug}/members/chosen?all=1&q=o`],
  ["leader", ({ place }) => `/groups/${place.slug}/members/add/many`],
  ["leader", ({ place }) => `/groups/${place.slug}/requests`],
  ["leader", ({ place }) => `/groups/${place.slug}/requests/history`],
  ["leader", ({ place, asker }) => `/groups/${place.slug}/requests/${asker.id}`],
  ["leader", ({ place }) => `/groups/${place.slug}/links`],
  ["leader", ({ place }) => `/groups/${place.slug}/links/new`],
  ["leader", ({ place, link }) => `/groups/${place.slug}/links/${link}`],
  ["owner", ({ place }) => `/groups/${place.slug}/settings`],
  ["owner", ({ place }) => `/groups/${place.slug}/leaders`],
  ["owner", ({ place }) => `/groups/${place.slug}/delete`],
  ["owner", ({ type }) => `/groups/new?type=${type}`],
  ["outsider", ({ place }) => `/groups/${place.slug}/why`],
  ["member", ({ place }) => `/groups/${place.slug}/why?permission=post.create`],
  ["owner", ({ place, member }) => `/groups/${place.slug}/why?who=${member.id}&permission=group.edit`],
  ["owner", () => "/admin/explain"],
  [
    "owner",
    ({ place, member }) => `/admin/explain?group=${place.slug}&who=${member.id}&who2=outsider&permission=post.create`,
  ],
  ["owner", () => "/admin"],
  ["owner", () => "/admin/mail"],
  ["owner", () => "/admin/group/types"],
  ["owner", () => "/admin/group/types/add"],
  ["owner", () => "/admin/group/types/upload"],
  ["owner", () => "/admin/group/types/scenarios"],
  ["owner", ({ type }) => `/admin/group/types/manage/${type}`],
  ["owner", ({ type }) => `/admin/group/types/manage/${type}/permissions`],
  ["owner", ({ type }) => `/admin/group/types/manage/${type}/permissions?role=member`],
  ["owner", ({ type }) => `/admin/group/types/manage/${type}/permissions/outsider`],
  ["owner", ({ place }) => `/groups/${place.slug}/log`],
  ["owner", () => "/admin/audit"],
  ["owner", ({ member }) => `/admin/audit?person=${member.id}&event=member.added`],
  ["owner", () => "/admin/audit?group=nothing-like-it"],
  ["owner", () => "/admin/audit/1"],
  ["owner", () => "/admin/group"],
  ["owner", ({ place }) => `/admin/group/change?change=open-on&group=${place.slug}`],
  ["owner", () => "/admin/settings"],
  ["owner", () => "/admin/people"],
  ["owner", () => "/admin/people?seen=never&groups=none&state=active"],
  ["owner", ({ member, asker }) => `/admin/people/bulk?do=deactivate&who=${member.id}&who=${asker.id}`],
  ["owner", ({ member }) => `/admin/people/${member.id}`],
  ["owner", ({ leader }) => `/admin/people/${leader.id}?ask=delete`],
  ["owner", () => "/admin/people/permissions"],
  ["owner", ({ place }) => `/admin/view-as?group=${place.slug}`],
];
