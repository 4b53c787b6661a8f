/** A list that the worker has tried: what is left to choose, and the button that carries it out. */
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { addTriedAction } from "@/lib/members/actions";
import type { TriedRun } from "@/lib/members/queries/find-tried";
import { groupPath, withQuery } from "../../../../../../_parts/paths";
import { Which } from "./which";

export function TriedByJob({ slug, job, run: { people, ready } }: { slug: string; job: string; run: TriedRun }) {
  const unclear = people.filter(({ candidates }) => candidates.length > 0);
  return (
    <ActionForm action={addTriedAction} label="A list of people" className="column grid grid-cols-1 gap-6">
      <input type="hidden" name="group" value={slug} />
      <input type="hidden" name="job" value={job} />
      <p className="font-serif text-lg">
        {ready.toLocaleString("en")} of {people.length.toLocaleString("en")} will be added
      </p>
      <p className="text-sm text-muted">
        What would come of each line stands <TextLink href={withQuery(`/jobs/${job}`, {})}>in the report</TextLink>. To
        change the list, <TextLink href={groupPath(slug, "/members/add/many")}>begin anew</TextLink>.
      </p>
      {unclear.length > 0 ? (
        <Notice title="Several people bear the same name. Choose whom you mean; whoever is not chosen is not added." />
      ) : null}
      {unclear.map(({ line, who, candidates }) => (
        <Which key={line} line={line} who={who} candidates={candidates} />
      ))}
      {ready > 0 || unclear.length > 0 ? <SubmitButton pendingLabel="Starting…">Add them</SubmitButton> : null}
    </ActionForm>
  );
}
