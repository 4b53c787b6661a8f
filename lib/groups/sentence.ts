/** What a group's settings mean together, in one plain sentence: shown wherever they are shown or edited. */
import type { GroupFacts } from "@/lib/policy/facts";

export type SentenceFlags = Pick<GroupFacts, "internal" | "hidden" | "open" | "public" | "restricted" | "published">;

/** `eligible`: labels of the roles that are listed; none means that the group is for everybody. */
export function groupSentence(flags: SentenceFlags, eligible: readonly string[] = []): string {
  const { internal, hidden, published } = flags;
  const said = internal ? kept(flags) : `${subject(flags, eligible)} ${verb(flags)}; ${finding(flags, eligible)}.`;
  return published || !(internal || hidden) ? said : `${said} It is not published yet.`;
}

function kept({ restricted }: SentenceFlags): string {
  const who = restricted ? "Only site owners and rules" : "Only administrators and rules";
  return `${who} decide who is in this group; nobody can find it, join it, leave it or ask to.`;
}

function subject({ hidden, public: isPublic }: SentenceFlags, eligible: readonly string[]): string {
  const account = hidden ? "Any account with the link" : "Any account";
  const conditions = [
    ...(eligible.length > 0 ? [`holds the role ${oneOf(eligible)}`] : []),
    ...(isPublic ? [] : ["may request groups"]),
  ];
  return conditions.length > 0 ? `${account} that ${conditions.join(" and ")}` : account;
}

function verb({ open, restricted }: SentenceFlags): string {
  if (restricted) return "can ask to join, and a site owner decides";
  return open ? "joins at once" : "can ask to join, and whoever runs the group decides";
}

function finding({ hidden, published }: SentenceFlags, eligible: readonly string[]): string {
  if (hidden) return "nobody else can find this group";
  if (!published) return "until it is published, only those who may view unpublished groups find it";
  return eligible.length > 0 ? "only holders of that role can find this group" : "the directory shows this group";
}

function oneOf(labels: readonly string[]): string {
  if (labels.length < 2) return labels.join("");
  return `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}`;
}
