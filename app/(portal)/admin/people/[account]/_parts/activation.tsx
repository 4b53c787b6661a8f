/** Whether the account may come in, and the way to the question that changes it. */
import { ButtonLink } from "@/app/_ui/button";
import type { PersonLine } from "@/lib/people/queries/list-people";
import { withQuery } from "../../../../_parts/paths";

export function Activation({ person: { id, active, awaitsProof, above } }: { person: PersonLine }) {
  const path = (ask: string) => withQuery(`/admin/people/${id}`, { ask });
  return (
    <div className="grid justify-items-start gap-3 text-sm">
      <p>{stateOf(active, awaitsProof)}</p>
      <div className="flex flex-wrap gap-3">
        {!active && !above ? <ButtonLink href={path("reactivate")}>Let in…</ButtonLink> : null}
        {(active || awaitsProof) && !above ? (
          <ButtonLink href={path("deactivate")} variant="danger">
            Deactivate…
          </ButtonLink>
        ) : null}
        {above ? null : (
          <ButtonLink href={path("delete")} variant="danger">
            Delete…
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

function stateOf(active: boolean, awaitsProof: boolean): string {
  if (active) return "The account is active.";
  return awaitsProof
    ? "The account waits until its address is confirmed."
    : "The account is not active: it cannot sign in.";
}
