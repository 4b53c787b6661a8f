/** What the rules let this person do here, in words. */
import { Check } from "lucide";
import { Icon } from "@/app/_ui/icon";
import { Panel } from "@/app/_ui/panel";
import type { May } from "@/lib/groups/may";
import type { GroupPage } from "@/lib/groups/queries/find-group";

const WORDS: Partial<Record<keyof May, string>> = {
  view: "read this page",
  listMembers: "see who is in it",
  viewPosts: "read its posts",
  createPosts: "write posts",
  editOwnMembership: "change your own title and note",
  decideRequests: "answer requests",
  addMembers: "add people",
  removeMembers: "remove people",
  assignRoles: "change people’s roles",
  setUntil: "say when a membership ends",
  manageLinks: "make join links",
  appointLeaders: "choose who leads it",
  edit: "change its name, description and picture",
  configure: "change how people get in",
  viewLog: "read its log",
  delete: "delete it",
};

/** The same as phrases, in the order of the list. */
export const mayWords = (may: May): string[] =>
  Object.entries(WORDS).flatMap(([key, text]) => (may[key as keyof May] ? [text] : []));

export function MayList({ group }: { group: Pick<GroupPage, "may"> }) {
  const words = mayWords(group.may);
  return (
    <Panel id="may" title="What you may do here" look="bare">
      {words.length > 0 ? (
        <ul className="grid max-w-prose gap-x-8 gap-y-1.5 text-sm sm:grid-cols-2">
          {words.map((text) => (
            <li key={text} className="flex gap-2">
              <Icon of={Check} size={16} className="mt-1 text-accent" />
              {text}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Nothing yet, but to know that it exists.</p>
      )}
    </Panel>
  );
}
