/** Every screen with who looks at it and where: a new page gets its line here, and a test says which page has none. */
import type { Page } from "@playwright/test";
import { answerTooLate, openAndLook, tryList, tryWrongList, waitLong } from "./lists";
import { FOR_NAVIGATORS, type Stage } from "./stage";
import {
  askWhy,
  chooseSome,
  comeSecond,
  giveAndLook,
  reviewSome,
  reviewTakingTheRight,
  sendTheImpossible,
  takeTheRightAndLook,
} from "./tables";

export interface Screen {
  /** the beginning of its pictures' names */
  readonly name: string;
  /** an account of the demo world, or nobody */
  readonly who: string | null;
  /** as in the folders of app/ */
  readonly route: string;
  readonly path: (at: Stage) => string;
  readonly status: number;
  /** a portal that was started a minute ago stands empty; `who` is its first owner there */
  readonly empty: boolean;
  /** taken while the portal misses this table */
  readonly without: string | null;
  /** what is done on the page before it is taken */
  readonly act: ((page: Page) => Promise<void>) | null;
}

type Path = string | ((at: Stage) => string);
type Odd = Partial<Pick<Screen, "status" | "empty" | "without" | "act">>;

const screen = (name: string, who: string | null, route: string, path: Path = route, odd: Odd = {}): Screen => ({
  ...{ name, who, route, path: typeof path === "string" ? () => path : path },
  ...{ status: 200, empty: false, without: null, act: null, ...odd },
});

/** A page of a group; `rest` follows the group's address. */
const inGroup = (name: string, who: string | null, group: string, rest = "", query: Path = "", odd: Odd = {}) =>
  screen(
    name,
    who,
    `/groups/[slug]${rest}`,
    (at) => {
      const more = typeof query === "string" ? query : query(at);
      return `/groups/${at.slug(group)}${rest.replace(/\/\[\w+\]$/, "")}${more}`;
    },
    odd,
  );

/** A page of a post in a group; `rest` follows the post's address. */
const ofPost = (name: string, who: string | null, group: string, title: string, rest = "") =>
  screen(
    name,
    who,
    `/groups/[slug]/posts/[post]${rest}`,
    (at) => `/groups/${at.slug(group)}/posts/${at.post(title)}${rest.replace("[reply]", () => at.reply(title))}`,
  );

const byLink = (name: string, who: string | null, link: string, more = "") =>
  screen(name, who, "/join/[token]", (at) => `/join/${at.token(link)}${more}`);

const ofType = (name: string, rest = "", query = "", act: Screen["act"] = null) =>
  screen(name, STEWARD, `/admin/group/types/manage/[type]${rest}`, `/admin/group/types/manage/crew${rest}${query}`, {
    act,
  });

const [ALICE, ZOE, JOSE, MIRA, STEWARD] = [
  "Alice",
  "Zoë Björkqvist",
  "José Ñúñez",
  "Mira Anand",
  "Ngozi Adébáyò-Okonkwo",
];
const [ORLA, TOMASZ, DARYA, SOFIA] = ["Orla Lindqvist", "Tomasz Łącki", "Дарья Ковальчук", "Σοφία Παππά"];
const FIRST = "First Owner";
const CRANE = "The crane is inspected on Monday";

/** Some who are ticked in the list of people. */
const ticked = (at: Stage) => [JOSE, MIRA, "Kwame Mensah", STEWARD].map((who) => `&who=${at.account(who)}`).join("");

const nowhere = "x".repeat(43);
const EMPTY = { empty: true };
const GONE = { status: 404 };

/** Those that the README shows. */
export const FRAMED: readonly string[] = [
  ...["directory-member", "home-member", "link-needs-approval"],
  ...["permissions-chosen", "why-refused", "post"],
];

// First of all what is there only until the portal has its first owner.
export const SCREENS: readonly Screen[] = [
  screen("setup", null, "/setup/[token]", "/setup/[token]", EMPTY),
  screen("directory-none-exist", FIRST, "/groups", "/groups", EMPTY),
  screen("home-first-owner", FIRST, "/home", "/home", EMPTY),
  screen("my-groups-none", FIRST, "/my-groups", "/my-groups", EMPTY),
  screen("my-requests-none", FIRST, "/my-requests", "/my-requests", EMPTY),
  screen("requests-all-caught-up", FIRST, "/requests", "/requests", EMPTY),
  screen("notices-none", FIRST, "/notices", "/notices", EMPTY),
  screen("directory-nothing-visible", null, "/groups", "/groups", EMPTY),

  screen("landing", null, "/"),
  screen("landing-unreadable-link", null, "/", "/?invitation=unreadable"),
  screen("sign-in", null, "/sign-in"),
  screen("sign-up", null, "/sign-up"),
  screen("check-mail", null, "/sign-up/check-mail"),
  screen("confirm-unknown", null, "/confirm/[token]", `/confirm/${nowhere}`, GONE),
  screen("not-found", null, "/", "/nowhere", GONE),
  screen("not-found-inside", ALICE, "/groups/[slug]", "/groups/there-is-none", GONE),
  screen("error", ALICE, "/my-groups", "/my-groups", { status: 500, without: "membership_role" }),

  screen("home-outsider", ALICE, "/home"),
  screen("home-member", JOSE, "/home"),
  screen("home-leader", MIRA, "/home"),
  screen("account", JOSE, "/account"),
  screen("account-leave", JOSE, "/account/leave"),
  screen("account-leave-last-owner", FIRST, "/account/leave", "/account/leave", EMPTY),
  screen("goodbye", null, "/goodbye"),
  screen("goodbye-deactivated", null, "/goodbye", "/goodbye?account=deactivated"),
  screen("my-groups", JOSE, "/my-groups"),
  screen("jobs-none", JOSE, "/jobs"),
  screen("jobs-under-way", ORLA, "/jobs"),
  screen("job-lines-under-way", ORLA, "/jobs/[job]", (at) => `/jobs/${at.underWay.lines}`),
  screen("job-steps-under-way", ORLA, "/jobs/[job]", (at) => `/jobs/${at.underWay.whole}`),
  screen("my-requests", JOSE, "/my-requests"),
  screen("requests", MIRA, "/requests"),
  screen("requests-waiting", MIRA, "/requests", "/requests", { act: waitLong }),
  screen("notices", JOSE, "/notices"),
  screen("notices-kind-none", JOSE, "/notices", "/notices?kind=leadership"),
  screen("notices-settings", JOSE, "/notices/settings"),
  screen("posts", JOSE, "/posts"),
  screen("posts-drafts", JOSE, "/posts", "/posts?show=drafts"),
  screen("posts-none", ALICE, "/posts"),
  screen("profile", ALICE, "/people/[account]", (at) => `/people/${at.account(JOSE)}`),
  screen("profile-own", JOSE, "/people/[account]", (at) => `/people/${at.account(JOSE)}`),
  screen("mail", null, "/dev/mail"),
  screen("mail-one", null, "/dev/mail/[mail]", (at) => `/dev/mail/${at.mail}`),
  screen("controls", null, "/dev/ui"),
  screen("large-table", null, "/dev/table", "/dev/table?view=matrix"),

  screen("directory-visitor", null, "/groups"),
  screen("directory-outsider", ALICE, "/groups"),
  screen("directory-member", JOSE, "/groups"),
  screen("directory-owner", ORLA, "/groups"),
  screen("directory-facets", JOSE, "/groups", "/groups?type=crew&can=join"),
  screen("directory-search", JOSE, "/groups", "/groups?q=ha"),
  screen("directory-no-results", JOSE, "/groups", "/groups?q=umbrella+makers&type=crew&can=ask"),

  inGroup("group-visitor", null, "shipwrights"),
  inGroup("group-outsider", ALICE, "shipwrights"),
  inGroup("group-outsider-refused", ZOE, "storm-riders"),
  inGroup("group-asker", JOSE, "glassblowers"),
  inGroup("group-requested", JOSE, "glassblowers", "", "?welcome=requested"),
  inGroup("group-leaving", JOSE, "shipwrights"),
  inGroup("group-member", JOSE, "swimmers"),
  inGroup("group-joined", JOSE, "swimmers", "", "?welcome=joined"),
  inGroup("group-managed", JOSE, "signal-tower"),
  inGroup("group-leader", MIRA, "scouts"),
  inGroup("group-admin", JOSE, "ropemakers"),
  inGroup("group-site-admin", SOFIA, "tides"),
  inGroup("group-warden", TOMASZ, "kestrel"),
  inGroup("group-long-name", "O'Brien", "stories"),
  inGroup("group-right-to-left", "ليلى حدّاد", "calligraphers"),
  inGroup("group-hidden-to-outsiders", ALICE, "scouts", "", "", GONE),
  screen("group-new", ORLA, "/groups/new"),
  screen("group-new-crew", ORLA, "/groups/new", "/groups/new?type=crew"),
  inGroup("group-join", ALICE, "lamplighters", "/join"),
  inGroup("group-join-asking", ALICE, "shipwrights", "/join"),
  inGroup("group-join-refused", ZOE, "storm-riders", "/join"),
  inGroup("group-leave", JOSE, "lamplighters", "/leave"),
  inGroup("group-leave-asking", JOSE, "north-wind", "/leave"),
  inGroup("group-leave-refused", JOSE, "ropemakers", "/leave"),
  inGroup("why-own", MIRA, "scouts", "/why", "?permission=request.decide"),
  inGroup("why-refused", ALICE, "shipwrights", "/why", "?permission=post.create"),
  inGroup("why-kept-back", ZOE, "storm-riders", "/why", "?permission=member.join"),
  inGroup("why-of-a-member", ORLA, "scouts", "/why", (at) => `?who=${at.account("Hervé Le Guen")}`),
  inGroup("why-nobody-found", ORLA, "scouts", "/why", "?who=person&name=nobody"),
  inGroup("members", MIRA, "scouts", "/members"),
  inGroup("member", MIRA, "scouts", "/members/[account]", (at) => `/${at.account("Hervé Le Guen")}`),
  inGroup("member-as-owner", ORLA, "scouts", "/members/[account]", (at) => `/${at.account("Hervé Le Guen")}`),
  inGroup("member-add", DARYA, "harbour-council", "/members/add"),
  inGroup("member-add-found", DARYA, "harbour-council", "/members/add", "?who=al"),
  inGroup("members-many", DARYA, "harbour-council", "/members/add/many", "", { act: tryList }),
  inGroup("members-many-wrong", DARYA, "harbour-council", "/members/add/many", "", { act: tryWrongList }),
  inGroup("members-narrowed", DARYA, "harbour-council", "/members", "?q=zz&sort=name"),
  inGroup(
    "members-chosen",
    ORLA,
    "scouts",
    "/members/chosen",
    (at) => `?account=${at.account("Hervé Le Guen")}&account=${at.account("Nguyễn Thị Hạnh")}`,
  ),
  inGroup("members-all-chosen", DARYA, "harbour-council", "/members/chosen", "?all=1&how=added"),
  inGroup("group-requests", MIRA, "scouts", "/requests"),
  inGroup("group-requests-too-late", MIRA, "scouts", "/requests", "", { act: answerTooLate }),
  inGroup("group-requests-history", MIRA, "scouts", "/requests/history"),
  inGroup("group-requests-none", MIRA, "night-ferry", "/requests"),
  inGroup("group-request", MIRA, "scouts", "/requests/[account]", (at) => `/${at.account("Kwame Mensah")}`),
  inGroup("group-posts", JOSE, "shipwrights", "/posts"),
  inGroup("group-posts-none", "Kwame Mensah", "storm-riders", "/posts"),
  inGroup("group-posts-not-found", JOSE, "shipwrights", "/posts", "?q=umbrella"),
  inGroup("post-new", JOSE, "shipwrights", "/posts/new"),
  ofPost("post", JOSE, "shipwrights", CRANE),
  ofPost("post-own", JOSE, "lamplighters", "The new wicks smoke"),
  ofPost("post-draft", JOSE, "shipwrights", "Could we have a second steam box?"),
  ofPost("post-edit", JOSE, "lamplighters", "The new wicks smoke", "/edit"),
  ofPost("post-delete", JOSE, "lamplighters", "The new wicks smoke", "/delete"),
  ofPost("reply", JOSE, "shipwrights", CRANE, "/replies/[reply]"),
  inGroup("group-log", DARYA, "harbour-council", "/log"),
  inGroup("group-log-line", ORLA, "envoys", "/log/[id]", (at) => `/${at.line("member.until-changed")}`),
  inGroup("leaders", ORLA, "scouts", "/leaders"),
  inGroup("leaders-of-a-kept-group", ORLA, "gate-keys", "/leaders"),
  inGroup("leaders-search", ORLA, "scouts", "/leaders", "?who=al"),
  inGroup("links", MIRA, "scouts", "/links"),
  inGroup("links-none", ORLA, "storm-riders", "/links"),
  inGroup("link", MIRA, "scouts", "/links/[link]", (at) => `/${at.link("scouts")}`),
  inGroup("link-revoked", MIRA, "scouts", "/links/[link]", (at) => `/${at.link("board")}`),
  inGroup("link-new", MIRA, "scouts", "/links/new"),
  inGroup("settings", ORLA, "scouts", "/settings"),
  inGroup("settings-follow", ORLA, "scouts", "/settings", "", { act: openAndLook }),
  inGroup("group-delete", ORLA, "scouts", "/delete"),

  byLink("link-open-visitor", null, "scouts"),
  byLink("link-open-at-once-visitor", null, "ferry"),
  byLink("link-quiet-visitor", null, "birthday"),
  byLink("link-open-at-once", ALICE, "ferry"),
  byLink("link-needs-approval", ALICE, "scouts"),
  byLink("link-already-member", "Gustav Nyström", "ferry"),
  byLink("link-pending", "Kwame Mensah", "scouts"),
  byLink("link-not-eligible", ALICE, FOR_NAVIGATORS),
  byLink("link-may-not-request", ZOE, "ferry"),
  byLink("link-expired", ALICE, "fair"),
  byLink("link-expired-meanwhile", ALICE, "fair", "?tried=expired"),
  byLink("link-used-up", ALICE, "two-berths"),
  byLink("link-used-up-meanwhile", ALICE, "two-berths", "?tried=used-up"),
  byLink("link-revoked-holder", null, "board"),
  byLink("link-paused", ALICE, "cake"),
  byLink("link-internal", ALICE, "flags"),
  screen("link-unknown", null, "/join/[token]", `/join/ghj_${nowhere}`, GONE),

  screen("admin", STEWARD, "/admin"),
  screen("mail-state", ORLA, "/admin/mail"),
  screen("types", STEWARD, "/admin/group/types"),
  screen("permission-file", STEWARD, "/admin/group/types/upload"),
  screen(
    "scenarios",
    STEWARD,
    "/admin/group/types/scenarios",
    "/admin/group/types/scenarios?change=crew%7Coutsider%7Cgroup.view%7Coff",
  ),
  screen("type-add", STEWARD, "/admin/group/types/add"),
  ofType("type"),
  ofType("permissions", "/permissions"),
  ofType("permissions-matrix", "/permissions", "?view=matrix"),
  ofType("permissions-role", "/permissions", "?role=member"),
  ofType("permissions-filtered", "/permissions", "?view=matrix&q=is:risky"),
  ofType("permissions-proposed", "/permissions", "?set=preset:join-and-post"),
  ofType("permissions-chosen", "/permissions", "?view=matrix", chooseSome),
  ofType("permissions-why", "/permissions", "?view=matrix", askWhy),
  ofType("permissions-review", "/permissions", "?view=matrix", reviewSome),
  ofType("permissions-moved", "/permissions", "?view=matrix", comeSecond),
  ofType("permissions-refused", "/permissions", "?view=matrix", sendTheImpossible),
  ofType("permissions-nothing-saved", "/permissions", "?saved=nothing&view=matrix"),
  ofType("permissions-history", "/permissions", "?view=history"),
  ofType("permissions-simulate", "/permissions", "?view=simulate&stands=member&change=%2Bmember%7Cmember.add"),
  ofType("permissions-outsider", "/permissions/outsider"),
  ofType("permissions-outsider-matrix", "/permissions/outsider", "?view=matrix"),
  ofType("permissions-outsider-role", "/permissions/outsider", "?role=outsider:blue"),
  ofType("permissions-outsider-proposed", "/permissions/outsider", "?set=preset:site-admins&with=site-admin"),
  screen("explain", STEWARD, "/admin/explain"),
  screen(
    "explain-answer",
    ORLA,
    "/admin/explain",
    (at) => `/admin/explain?group=${at.slug("scouts")}&who=${at.account(ALICE)}&permission=post.create`,
  ),
  screen(
    "explain-compared",
    ORLA,
    "/admin/explain",
    (at) => `/admin/explain?group=${at.slug("scouts")}&who=${at.account(MIRA)}&who2=outsider&permission=member.list`,
  ),
  screen("explain-which-person", ORLA, "/admin/explain", "/admin/explain?group=scouts&who=person&name=a"),
  screen("explain-no-group", ORLA, "/admin/explain", "/admin/explain?group=nosuchgroup&who=outsider"),
  screen("log", ORLA, "/admin/audit"),
  screen("log-narrowed", ORLA, "/admin/audit", (at) => `/admin/audit?group=${at.slug("scouts")}&event=member.added`),
  screen("log-which", ORLA, "/admin/audit", "/admin/audit?actor=al"),
  screen("log-nothing", ORLA, "/admin/audit", "/admin/audit?event=link.rotated&from=2020-01-01&to=2020-01-02"),
  screen("log-line", ORLA, "/admin/audit/[id]", (at) => `/admin/audit/${at.line("member.pruned")}`),
  screen("all-groups", ORLA, "/admin/group"),
  screen("all-groups-narrowed", ORLA, "/admin/group", "/admin/group?hidden=yes"),
  screen("all-groups-none", ORLA, "/admin/group", "/admin/group?q=nogroupofthisname"),
  screen("all-groups-change", ORLA, "/admin/group/change", "/admin/group/change?change=open-on&all=1"),
  screen(
    "all-groups-delete",
    ORLA,
    "/admin/group/change",
    (at) => `/admin/group/change?change=delete&group=${at.slug("scouts")}`,
  ),
  screen("portal-settings", ORLA, "/admin/settings"),
  screen("people", STEWARD, "/admin/people"),
  screen("people-none-found", STEWARD, "/admin/people", "/admin/people?q=nobodybythisname"),
  screen("person", STEWARD, "/admin/people/[account]", (at) => `/admin/people/${at.account(JOSE)}`),
  screen("person-many-ties", ORLA, "/admin/people/[account]", (at) => `/admin/people/${at.account(MIRA)}`),
  screen("person-delete", ORLA, "/admin/people/[account]", (at) => `/admin/people/${at.account(MIRA)}?ask=delete`),
  screen("people-narrowed", STEWARD, "/admin/people", "/admin/people?state=active&seen=never&groups=none"),
  screen("people-bulk", ORLA, "/admin/people/bulk", (at) => `/admin/people/bulk?do=take:member${ticked(at)}`),
  screen("people-bulk-none", STEWARD, "/admin/people/bulk"),
  screen("people-bulk-report", ORLA, "/jobs/[job]", (at) => `/admin/people/bulk?do=give:blue${ticked(at)}`, {
    act: giveAndLook,
  }),
  screen("view-as", ORLA, "/admin/view-as"),
  screen("view-as-group", ORLA, "/admin/view-as", (at) => `/admin/view-as?group=${at.slug("scouts")}`),
  screen("view-as-found", ORLA, "/admin/view-as", "/admin/view-as?q=ha"),
  screen("global-permissions", STEWARD, "/admin/people/permissions"),
  screen("global-permissions-matrix", STEWARD, "/admin/people/permissions", "/admin/people/permissions?view=matrix"),
  screen("global-permissions-role", STEWARD, "/admin/people/permissions", "/admin/people/permissions?role=member"),
  screen("global-permissions-review", ORLA, "/admin/people/permissions", "/admin/people/permissions?view=matrix", {
    act: reviewTakingTheRight,
  }),
  screen("global-permissions-ended", ORLA, "/admin/people/permissions/ended/[request]", "/home", {
    act: takeTheRightAndLook,
  }),
  screen("global-permissions-history", STEWARD, "/admin/people/permissions", "/admin/people/permissions?view=history"),
];
