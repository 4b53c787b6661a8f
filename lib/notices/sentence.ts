/** What a notice says to the person it concerns, in the portal and by mail. Safe for the browser. */
import { befellAnother } from "@/lib/audit/sentence-befell";
import { GLOBAL_PERMISSIONS } from "@/lib/policy/catalogue";
import type { NoticeLine } from "./queries";
import { NOTICE_KINDS, type NoticeKind } from "./sentence-kinds";

interface Told {
  readonly kind: NoticeKind;
  /** `{group}`, `{role}`, who did it and what a request is for, `{who}` and `{wish}`, are filled in by whoever says it */
  readonly says: string;
  /** its readers look after the group: what brought it about befell somebody else */
  readonly ofOthers?: true;
}

/** Every event that people are told of. A test holds it against the code that tells. */
export const TOLD: Readonly<Record<string, Told>> = {
  "account.role-given": { kind: "role", says: "You now hold the role {role}." },
  "account.role-taken": { kind: "role", says: "You no longer hold the role {role}." },
  "account.owner-made": { kind: "role", says: "You are now a site owner." },
  "account.owner-unmade": { kind: "role", says: "You are no longer a site owner." },
  "member.added": { kind: "membership", says: "You were added to {group}." },
  "member.removed": { kind: "membership", says: "You were removed from {group}." },
  "member.pruned": { kind: "membership", says: "You are no longer in {group}." },
  "member.roles-changed": { kind: "membership", says: "Your roles in {group} were changed." },
  "member.until-changed": { kind: "membership", says: "The end of your membership in {group} was changed." },
  "leader.appointed": { kind: "leadership", says: "You were put in charge of {group}." },
  "leader.dismissed": { kind: "leadership", says: "You are no longer in charge of {group}." },
  "leader.not-eligible": {
    kind: "leadership",
    says: "You lead {group}, and no longer hold a role that it is kept for.",
  },
  "link.revoked": { kind: "leadership", says: "A join link that you made for {group} was revoked." },
  "group.made-internal": {
    kind: "leadership",
    says: "{group} became internal, because the last role that it was kept for is gone.",
    ofOthers: true,
  },
  "group.without-administrator": {
    ...{ kind: "leadership", ofOthers: true },
    says: "{group} has lost its last administrator.",
  },
  "request.approved": { kind: "decision", says: "Your request to {wish} {group} was approved." },
  "request.rejected": { kind: "decision", says: "Your request to {wish} {group} was rejected." },
  "request.closed": { kind: "decision", says: "Your request to {wish} {group} was closed." },
  "request.made": { kind: "waiting", says: "{who} wishes to {wish} {group}.", ofOthers: true },
  "reply.created": { kind: "writing", says: "{who} replied to a post of yours in {group}." },
  "reply.edited": { kind: "writing", says: "A reply of yours in {group} was changed." },
  "reply.deleted": { kind: "writing", says: "A reply of yours in {group} was deleted." },
  "post.edited": { kind: "writing", says: "A post of yours in {group} was changed." },
  "post.deleted": { kind: "writing", says: "A post of yours in {group} was deleted." },
  "account.deactivated": {
    kind: "account",
    says: "Your account was deactivated, and everything that it was in has ended.",
  },
  "account.reactivated": {
    kind: "account",
    says: "Your account works again. Groups that you were in have to be joined again.",
  },
  "account.address-dropped": {
    kind: "account",
    says: "Your account has no address any more, because somebody else proved that it is theirs.",
  },
};

/** An event that nobody foresaw counts as news of the account, so that it can never be lost between two kinds. */
export const kindOf = (event: string): NoticeKind => TOLD[event]?.kind ?? "account";

/** The events of a kind, for asking the database. */
export const eventsOf = (kind: NoticeKind): string[] => Object.keys(TOLD).filter((event) => kindOf(event) === kind);

/** By kinds and then by events, as the tables above have them: what brought the rest about comes first. */
export function inOrder<T extends Pick<NoticeLine, "event">>(lines: readonly T[]): T[] {
  const events = Object.keys(TOLD);
  const place = ({ event }: T) => NOTICE_KINDS.indexOf(kindOf(event)) * 1_000 + events.indexOf(event);
  return [...lines].sort((one, other) => place(one) - place(other));
}

export interface Said {
  readonly before: string;
  /** null where the sentence names no group */
  readonly group: string | null;
  readonly after: string;
}

/** What a sentence is made of. */
export type Sayable = Pick<NoticeLine, "event" | "group" | "role"> & Partial<Pick<NoticeLine, "actor" | "wish">>;

/** The sentence says by itself who did it. */
export const namesActor = (event: string): boolean => TOLD[event]?.says.includes("{who}") ?? false;

/** The sentence around the group that it names; one that the reader does not see now is not named. */
export function saidOf(line: Sayable): Said {
  const named = (part = "") =>
    part
      .replace("{wish}", line.wish ?? "join or leave")
      .replace("{role}", () => line.role ?? "that was yours")
      .replace(/^\{who\}/, () => line.actor ?? "Somebody");
  const [first, after] = (TOLD[line.event]?.says ?? `${line.event}: {group}`).split("{group}");
  const before = named(first);
  if (after === undefined) return { before, group: null, after: "" };
  const unseen = before === "" ? "A group that you do not see" : "a group that you do not see now";
  return { before, group: line.group?.name ?? unseen, after: named(after) };
}

export function sentenceOf(line: Sayable): string {
  const { before, group, after } = saidOf(line);
  return `${before}${group ?? ""}${after}`;
}

/** `{you}` and what goes with it is whoever reads it, or somebody else, as the event has it. */
const CAUSES: Readonly<Record<string, string>> = {
  "account.role-taken": "because {you} no longer {hold} the role {role}",
  "account.owner-unmade": "because {you} {are} no longer a site owner",
  "account.role-given": "because {you} now {hold} the role {role}",
  "account.owner-made": "because {you} {are} now a site owner",
  "account.deactivated": "because {your} account was deactivated",
  "account.deleted": "because {your} account was deleted",
  "permission.granted": "because the role {role} gained the right “{right}”",
  "permission.revoked": "because the role {role} lost the right “{right}”",
  "role.deleted": "because the role {role} was deleted",
  "member.left": "because {you} left the group",
  "member.removed": "because {you} {were} removed from the group",
  "member.until": "because the time set for {your} membership has passed",
  "member.joined": "because {you} joined the group",
  "member.added": "because {you} {were} added to the group",
  "request.approved": "because {your} request was approved",
  "group.configured": "because the settings of the group changed",
  "group.deleted": "because the group was deleted",
};

/** Where it happened in another group than the one that the notice is about. That one its reader may not see: it is not named. */
const CAUSES_ELSEWHERE: Readonly<Record<string, string>> = {
  "member.left": "because {you} left {another} group that gave {them} a role",
  "member.removed": "because {you} {were} removed from {another} group that gave {them} a role",
  "member.until": "because the time set for {your} membership in {another} group has passed",
  "member.joined": "because {you} joined {another} group",
  "member.added": "because {you} {were} added to {another} group",
  "request.approved": "because {your} request about {another} group was approved",
  "group.configured": "because the settings of {another} group changed",
  "group.deleted": "because {another} group was deleted",
};

const READER = { you: "you", are: "are", were: "were", hold: "hold", your: "your", them: "you" };
const SOMEBODY = { you: "somebody", are: "is", were: "was", hold: "holds", your: "somebody’s", them: "them" };

export interface Section<T> {
  /** what is to be said once for all of these; null where each says it for itself */
  readonly why: string | null;
  readonly lines: readonly T[];
}

/** Lines of one change, those with the same reason together, so that what they share is said once. */
export function sectionsOf<T extends NoticeLine>(lines: readonly T[]): Section<T>[] {
  const by = new Map<string, T[]>();
  for (const line of inOrder(lines)) {
    const why = whyOf(line);
    by.set(why, [...(by.get(why) ?? []), line]);
  }
  return [...by].map(([why, same]) => ({ why: why && same.length > 1 ? why : null, lines: same }));
}

type Caused = Pick<NoticeLine, "event" | "aboutGroup" | "cause" | "causeRole"> & Partial<Pick<NoticeLine, "group">>;

/** The cause and the reason as sentences; empty where there is neither. */
export function whyOf(line: Caused & Pick<NoticeLine, "reason">): string {
  const cause = causeOf(line);
  const said = [cause ? `This came about ${cause}.` : "", line.reason ? `Reason given: “${line.reason}”` : ""];
  return said.filter(Boolean).join(" ");
}

/** Why it came about by itself, or null where somebody simply did it. Of several causes the first is told. */
function causeOf({ event, aboutGroup, group, cause, causeRole }: Caused): string | null {
  const [began = "", ...named] = cause?.split("; ")[0]?.split(" ") ?? [];
  const marked = named.at(-1) === "elsewhere" || befellAnother(event, began, Boolean(group));
  const here = aboutGroup && !marked;
  const said = (here ? null : CAUSES_ELSEWHERE[began]) ?? CAUSES[began];
  const places: Readonly<Record<string, string>> = {
    ...(TOLD[event]?.ofOthers ? SOMEBODY : READER),
    another: aboutGroup ? "another" : "a",
    role: causeRole ?? named.at(-1) ?? "",
    right: rightCalled(named[0]),
  };
  return said?.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? "") ?? null;
}

/** The label that the permission page gives it. */
function rightCalled(permission = ""): string {
  return GLOBAL_PERMISSIONS.find(({ key }) => key === permission)?.label ?? permission;
}
