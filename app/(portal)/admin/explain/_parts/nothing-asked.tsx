/** Nothing is asked yet: what can be asked here, by example. */
import { EmptyState } from "@/app/_ui/empty-state";
import { TextLink } from "@/app/_ui/text-link";
import { withQuery } from "../../../_parts/paths";

const EXAMPLES = [
  { words: "Why can somebody not write posts?", who: "person", permission: "post.create" },
  { words: "May any account find its way in?", who: "outsider", permission: "member.join" },
  { words: "What does a visitor without an account see?", who: "visitor", permission: "group.view" },
] as const;

export function NothingAsked() {
  return (
    <EmptyState title="Ask about anybody, in any group that you see">
      <p>
        The answer comes with its reason: the steps of the decision as a picture, the roles that speak, where each is
        set, and what alone would change it. Compare two to find out why one may what the other may not.
      </p>
      <ul className="list-disc pl-5">
        {EXAMPLES.map(({ words, who, permission }) => (
          <li key={permission}>
            <TextLink href={withQuery("/admin/explain", { who, permission })}>{words}</TextLink>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
