/** What ends with an account, in sentences: about somebody else, or about oneself. Pure; safe for the browser. */
import type { AccountEnd, NamedGroups } from "./queries/find-end";

export interface EndSentence {
  readonly key: string;
  readonly words: string;
  readonly groups: NamedGroups["named"];
  /** groups that are counted and not named */
  readonly others: number;
}

type Whose = "theirs" | "own";

const PEOPLE = {
  theirs: { are: "They are", lose: "They lose", their: "Their" },
  own: { are: "You are", lose: "You lose", their: "Your" },
} as const;

/** One sentence for each thing that ends, the gravest first; what there is none of is not said. */
export function endSentences(end: AccountEnd, whose: Whose): EndSentence[] {
  const { are, lose, their } = PEOPLE[whose];
  const { memberships, leaderships, requests, links, withoutAdministrator, roles, sessions } = end;
  return [
    about("memberships", memberships, `${are} removed from ${counted(memberships.count, "group", "groups")}`),
    about(
      "without",
      withoutAdministrator,
      `${counted(withoutAdministrator.count, "group is", "groups are")} left without an administrator, and the site owners are told`,
    ),
    about("leaderships", leaderships, `${counted(leaderships.count, "leadership ends", "leaderships end")}`),
    about(
      "requests",
      requests,
      `${counted(requests.count, "pending request is closed", "pending requests are closed")}`,
    ),
    about("links", links, `${counted(links.count, "join link is", "join links are")} revoked for good`),
    roles.length > 0 && plain("roles", `${lose} what groups conferred: ${roles.join(", ")}.`),
    sessions > 0 && plain("sessions", `${their} sign-in ends in ${counted(sessions, "browser", "browsers")}, at once.`),
  ].filter((one) => one !== false && one !== null);
}

function about(key: string, { count, groups, named }: NamedGroups, said: string): EndSentence | null {
  if (count === 0) return null;
  return { key, words: `${said}${named.length > 0 ? ":" : "."}`, groups: named, others: groups - named.length };
}

const plain = (key: string, words: string): EndSentence => ({ key, words, groups: [], others: 0 });

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
