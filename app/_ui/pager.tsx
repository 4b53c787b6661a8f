/** On through a list without a total: only what comes before and after. */
import { ArrowLeft, ArrowRight } from "lucide";
import type { Route } from "next";
import { ButtonLink } from "./button";
import { Icon } from "./icon";

type Props = {
  /** the page before this one, if there is one */
  previous?: Route;
  next?: Route;
  /** what the list holds, as in “groups” */
  of: string;
};

export function Pager({ previous, next, of }: Props) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={`More ${of}`} className="mt-6 flex justify-between gap-3">
      {previous ? (
        <ButtonLink href={previous} size="sm">
          <Icon of={ArrowLeft} /> Previous
        </ButtonLink>
      ) : (
        <span />
      )}
      {next ? (
        <ButtonLink href={next} size="sm">
          Next <Icon of={ArrowRight} />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
