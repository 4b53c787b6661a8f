/** What one has begun and not published. */
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { PlacedPostLine } from "@/lib/posts/queries/list-my-posts";
import { groupPath } from "../../_parts/paths";

const SHOWN = 5;

export function Drafts({ drafts }: { drafts: readonly PlacedPostLine[] }) {
  return (
    <Panel
      id="drafts"
      title="Your drafts"
      look="bare"
      actions={drafts.length > SHOWN ? <TextLink href={"/posts?show=drafts"}>All drafts</TextLink> : null}
    >
      <ul aria-label="Your drafts" className="border-t border-line">
        {drafts.slice(0, SHOWN).map((draft) => (
          <li key={draft.id} className="grid border-b border-line py-3">
            <TextLink href={groupPath(draft.group.slug, `/posts/${draft.id}`)} bare className="font-medium">
              {draft.title}
            </TextLink>
            <span className="truncate text-xs text-muted">{draft.group.name}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
