/** A search for posts that found none: too short a query to be looked for, or one that nothing holds. */
import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";

type Props = {
  tooShort: boolean;
  /** what is so, where the query was long enough */
  title: ReactNode;
  /** the same list without the search */
  all: Route;
};

export function NoPostsFound({ tooShort, title, all }: Props) {
  return (
    <EmptyState
      title={tooShort ? "That is too short to look for" : title}
      actions={<ButtonLink href={all}>All posts</ButtonLink>}
    >
      <p>
        {tooShort
          ? "Type a word of three letters or more."
          : "Every word has to be in the title or the text. Try fewer of them."}
      </p>
    </EmptyState>
  );
}
