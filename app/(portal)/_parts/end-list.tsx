/** What ends with an account, with ways to the groups that the reader may know of. */
import { Fragment } from "react";
import { TextLink } from "@/app/_ui/text-link";
import type { AccountEnd } from "@/lib/people/queries/find-end";
import { type EndSentence, endSentences } from "@/lib/people/sentences-end";
import { groupPath } from "./paths";

export function EndList({ end, whose }: { end: AccountEnd; whose: "theirs" | "own" }) {
  const sentences = endSentences(end, whose);
  if (sentences.length === 0) return <p>There is nothing else that ends with it.</p>;
  return (
    <ul className="grid list-disc gap-1.5 pl-5">
      {sentences.map((sentence) => (
        <li key={sentence.key}>
          {sentence.words} <Named sentence={sentence} />
        </li>
      ))}
    </ul>
  );
}

function Named({ sentence: { groups, others } }: { sentence: EndSentence }) {
  if (groups.length === 0) return null;
  return (
    <>
      {groups.map(({ slug, name }, at) => (
        <Fragment key={slug}>
          {at === 0 ? null : at === groups.length - 1 && others === 0 ? " and " : ", "}
          <TextLink href={groupPath(slug)}>{name}</TextLink>
        </Fragment>
      ))}
      {others > 0 ? ` and ${others.toLocaleString("en")} more` : null}.
    </>
  );
}
