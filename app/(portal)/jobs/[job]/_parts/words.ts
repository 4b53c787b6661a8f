/** What each kind of job is called, what the report says of every answer, and where it leads when it is over. */
import type { Route } from "next";
import { COMMON_WORDS, UNSAID } from "@/lib/action/result";
import { changeFrom, wordsOf as changeWords } from "@/lib/groups/change-of";
import { CHANGE_SENTENCES, CONFIGURE_SENTENCES } from "@/lib/groups/sentences";
import type { JobView } from "@/lib/jobs/queries";
import {
  ADDED_ROW_SENTENCES,
  REMOVE_SENTENCES,
  ROLES_SENTENCES,
  TRIED_ROW_SENTENCES,
  UNTIL_SENTENCES,
} from "@/lib/members/sentences";
import { ACTIVATION_SENTENCES, ASSIGN_SENTENCES, UNASSIGN_SENTENCES } from "@/lib/people/sentences-accounts";
import { DELETE_GLOBAL_ROLE_SENTENCES, GLOBAL_TABLE_SENTENCES } from "@/lib/permissions/sentences";
import { DECIDE_SENTENCES } from "@/lib/requests/sentences";
import { numberWords } from "../../../_parts/count-words";
import { groupPath, withQuery } from "../../../_parts/paths";

export interface KindWords {
  /** while it is under way: `Adding members` */
  readonly title: string;
  /** the same of this one, where its kind alone says too little; `roles`: what they are called, by their names */
  readonly called?: (job: JobView, roles: Readonly<Record<string, string>>) => string | null;
  /** when it is over, of so many lines done: `3 members were added.`; of one command its answer says it */
  readonly done?: (count: number) => string;
  /** sentences for its answers, of success and of refusal */
  readonly says: Readonly<Record<string, string>>;
  /** what is in a line: the heading of its first column */
  readonly line?: string;
  /** all of it happens in one group, or each line in its own */
  readonly where?: "one" | "each";
  /** where a person of a line is looked at */
  readonly whom?: (account: string) => Route;
  /** where it was started from */
  readonly back: (job: JobView) => { readonly label: string; readonly href: Route };
  /** people may have fallen out of groups by it, which its page then asks */
  readonly ends?: true;
  /** where one looks next, once it is over; `ended`: somebody did fall out, and whoever looks may read who */
  readonly next?: (job: JobView, ended: boolean) => readonly { readonly label: string; readonly href: Route }[];
}

const PERMISSIONS = withQuery("/admin/people/permissions", {});

/** Shown to those alone who may read the log. */
export const LOG = "/admin/audit";
const inTheLog = ({ request }: JobView) => ({ label: "Read it in the log", href: withQuery(LOG, { request }) });

/** Of many lines, once something was done. */
const linesInTheLog = (job: JobView) => (job.done > 0 ? [inTheLog(job)] : []);

const people = (title: string, done: string, says: KindWords["says"]): KindWords => ({
  title,
  done: (count) => `${done} ${count === 1 ? "1 person" : `${count.toLocaleString("en")} people`}.`,
  says,
  line: "Person",
  whom: (account) => withQuery(`/admin/people/${account}`, {}),
  back: () => ({ label: "People", href: withQuery("/admin/people", {}) }),
  next: linesInTheLog,
});

/** Whom it removed, and the way to take it back. */
const ofThePolicy = (job: JobView, ended: boolean) => {
  const whom = { label: "See whom it removed", href: `${PERMISSIONS}/ended/${job.request}` as Route };
  return job.outcome?.done ? [...(ended ? [whom] : []), inTheLog(job)] : [];
};

const ALL_GROUPS = () => ({ label: "All groups", href: withQuery("/admin/group", {}) });
const groups = (count: number) => (count === 1 ? "1 group was" : `${count.toLocaleString("en")} groups were`);
const many = (count: number, one: string, several: string): string =>
  count === 1 ? `One ${one}` : `${count.toLocaleString("en")} ${several}`;

/** As the page called it from which it was started: `Keep 12 groups for Blue`. */
const changeCalled: KindWords["called"] = ({ input, lines }, roles) => {
  const change = changeFrom(typeof input.change === "string" ? input.change : null);
  return change && changeWords(change, roles).title(numberWords(lines, "group"));
};

/** Of a job about one group, whose address it was started with. */
const toMembers = ({ input }: JobView) => ({ label: "Members", href: groupPath(String(input.group), "/members") });

/** What was said yes to had to wait for its turn. */
const MORE_BY_NOW = "more would follow by now than was shown. Look at it once more.";

const WORDS: Readonly<Record<string, KindWords>> = {
  "permission.change": {
    title: "Changing site-wide permissions",
    says: {
      ...GLOBAL_TABLE_SENTENCES,
      changed: "Saved. Everybody concerned was told.",
      "more-than-seen": `Nothing was saved: ${MORE_BY_NOW}`,
    },
    back: () => ({ label: "Site-wide permissions", href: PERMISSIONS }),
    ends: true,
    next: (job, ended) => [
      ...ofThePolicy(job, ended),
      ...(job.outcome?.done
        ? [{ label: "Undo this save", href: withQuery("/admin/people/permissions", { saved: job.request }) }]
        : []),
    ],
  },
  "group.configure": {
    title: "Changing groups",
    called: changeCalled,
    done: (count) => `${groups(count)} changed.`,
    says: CHANGE_SENTENCES,
    line: "Group",
    back: ALL_GROUPS,
    next: linesInTheLog,
  },
  "group.settings": {
    title: "Changing how people get in",
    says: {
      ...CONFIGURE_SENTENCES,
      changed: "Saved. Everybody concerned was told.",
      stale:
        "Nothing was saved: these settings were changed while this was waiting for its turn. Look at them once more.",
      "more-than-seen": `Nothing was saved: ${MORE_BY_NOW}`,
    },
    back: ({ input }) => ({ label: "The group’s settings", href: groupPath(String(input.group), "/settings") }),
  },
  "group.delete": {
    title: "Deleting groups",
    called: changeCalled,
    done: (count) => `${groups(count)} deleted.`,
    says: CHANGE_SENTENCES,
    line: "Group",
    back: ALL_GROUPS,
    next: linesInTheLog,
  },
  "role.delete": {
    title: "Deleting a role",
    says: {
      ...DELETE_GLOBAL_ROLE_SENTENCES,
      deleted: "The role is deleted. Everybody who held it was told.",
      "more-than-seen": `The role is still there: ${MORE_BY_NOW}`,
    },
    back: () => ({ label: "Site-wide permissions", href: PERMISSIONS }),
    ends: true,
    next: ofThePolicy,
  },
  "member.add": {
    title: "Adding members",
    done: (count) => many(count, "of them is in the group now.", "of them are in the group now."),
    says: ADDED_ROW_SENTENCES,
    back: toMembers,
    where: "one",
  },
  "member.add-again": {
    title: "Adding people again",
    done: (count) => many(count, "membership has begun again.", "memberships have begun again."),
    says: ADDED_ROW_SENTENCES,
    where: "each",
    back: ({ input }) => ({ label: "Those who were removed", href: `${PERMISSIONS}/ended/${input.request}` as Route }),
    next: linesInTheLog,
  },
  "member.add-dry": {
    title: "Trying a list of people",
    done: (count) => `Nobody was added yet. ${many(count, "person would be.", "people would be.")}`,
    says: TRIED_ROW_SENTENCES,
    back: toMembers,
    where: "one",
    next: ({ id, input }) => [
      { label: "Go on to adding them", href: groupPath(String(input.group), "/members/add/many", { from: id }) },
    ],
  },
  "member.remove": {
    title: "Removing members",
    done: (count) => many(count, "member was removed, and told so.", "members were removed, and told so."),
    says: REMOVE_SENTENCES,
    back: toMembers,
    where: "one",
  },
  "member.set-roles": {
    title: "Changing members’ roles",
    done: (count) => many(count, "member holds these roles now.", "members hold these roles now."),
    says: ROLES_SENTENCES,
    back: toMembers,
    where: "one",
  },
  "member.set-until": {
    title: "Setting when memberships end",
    done: (count) => many(count, "membership is set.", "memberships are set."),
    says: UNTIL_SENTENCES,
    back: toMembers,
    where: "one",
  },
  "request.decide": {
    title: "Answering requests",
    done: (count) => many(count, "request was answered.", "requests were answered."),
    says: DECIDE_SENTENCES,
    where: "each",
    back: () => ({ label: "To review", href: withQuery("/requests", {}) }),
  },
  "person.deactivate": people("Deactivating accounts", "Deactivated", {
    ...ACTIVATION_SENTENCES,
    changed: "Deactivated.",
  }),
  "person.reactivate": people("Letting people in again", "Let in", { ...ACTIVATION_SENTENCES, changed: "Let in." }),
  "person.give-role": people("Giving a role", "Given to", ASSIGN_SENTENCES),
  "person.take-role": people("Taking a role", "Taken from", UNASSIGN_SENTENCES),
};

const UNKNOWN: KindWords = {
  title: "Work",
  says: {},
  back: () => ({ label: "Home", href: withQuery("/home", {}) }),
};

/** What any line may come to, besides what its command answers. */
const ANY: Readonly<Record<string, string>> = {
  changed: "Done.",
  busy: "Somebody else was changing the same thing. Try this one again.",
  failed: "This one failed by a fault of the portal; it is in its own log. Try this one again.",
  invalid: "This is not something that can be done.",
};

export const wordsOf = (kind: string): KindWords => WORDS[kind] ?? UNKNOWN;

export type Roles = readonly { readonly name: string; readonly label: string }[];

export const calledOf = (job: JobView, roles: Roles): string =>
  wordsOf(job.kind).called?.(job, Object.fromEntries(roles.map(({ name, label }) => [name, label]))) ??
  wordsOf(job.kind).title;

/** `detail.message` is the sentence of whoever refused it, where the answer has none. */
export function sentenceOf(kind: string, answer: string, detail?: unknown): string {
  const message = detail && typeof detail === "object" && "message" in detail ? String(detail.message) : null;
  return wordsOf(kind).says[answer] ?? ANY[answer] ?? message ?? COMMON_WORDS[answer] ?? UNSAID;
}
