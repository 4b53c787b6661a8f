/** What the rules let this person do here, in words. */
import { Check, X } from "lucide";
import { Icon } from "@/app/_ui/icon";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { May } from "@/lib/groups/may";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import type { GroupPermission } from "@/lib/policy/catalogue";
import { groupPath } from "../../../_parts/paths";

type Told = Exclude<keyof May, "explainOthers">;

const WORDS: Readonly<Record<Told, string>> = {
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

/** What is asked about each on the page of reasons. */
const PERMISSIONS: Readonly<Record<Told, GroupPermission>> = {
  view: "group.view",
  listMembers: "member.list",
  viewPosts: "post.view",
  createPosts: "post.create",
  editOwnMembership: "member.edit-own",
  decideRequests: "request.decide",
  addMembers: "member.add",
  removeMembers: "member.remove",
  assignRoles: "member.assign-roles",
  setUntil: "member.administer",
  manageLinks: "link.manage",
  appointLeaders: "leader.appoint",
  edit: "group.edit",
  configure: "group.configure",
  viewLog: "audit.view",
  delete: "group.delete",
};

const ALL = Object.keys(WORDS) as Told[];

/** The same as phrases, in the order of the list. */
export const mayWords = (may: May): string[] => ALL.filter((key) => may[key]).map((key) => WORDS[key]);

export function MayList({ group: { slug, may } }: { group: Pick<GroupPage, "may" | "slug"> }) {
  const [held, refused] = [ALL.filter((key) => may[key]), ALL.filter((key) => !may[key])];
  return (
    <Panel
      id="may"
      title="What you may do here"
      look="bare"
      actions={
        <TextLink href={groupPath(slug, "/why")} className="text-sm">
          {may.explainOthers ? "Why, for you or for others" : "Why?"}
        </TextLink>
      }
    >
      {held.length > 0 ? (
        <Words of={held} icon={Check} slug={slug} />
      ) : (
        <p className="text-muted">Nothing yet, but to know that it exists.</p>
      )}
      {refused.length > 0 ? (
        <details className="mt-4 text-sm">
          <summary className="cursor-pointer font-medium text-accent">What you may not do here</summary>
          <div className="mt-3">
            <Words of={refused} icon={X} slug={slug} />
          </div>
        </details>
      ) : null}
    </Panel>
  );
}

/** Each leads to its reason. */
function Words({ of, icon, slug }: { of: readonly Told[]; icon: typeof Check; slug: string }) {
  return (
    <ul className="grid max-w-prose gap-x-8 gap-y-1.5 text-sm sm:grid-cols-2">
      {of.map((key) => (
        <li key={key} className="flex gap-2">
          <Icon of={icon} size={16} className={`mt-1 ${icon === Check ? "text-accent" : "text-muted"}`} />
          <TextLink href={groupPath(slug, "/why", { permission: PERMISSIONS[key] })} bare>
            {WORDS[key]}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
