/** One answer for several requests: those whose boxes are ticked in the list, or all that it is narrowed to. */
import { Checkbox } from "@/app/_ui/choices";
import { ActionForm } from "@/app/_ui/form";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type Counts, touchesPeople } from "@/lib/groups/queries/count-consequences";
import { decideManyAction } from "@/lib/requests/actions";
import type { RequestQuery } from "@/lib/requests/queries";
import { ConsequencesList } from "../../groups/[slug]/_parts/consequences-list";
import { DECIDING } from "./box";
import { ManyReport } from "./many-report";

type Props = {
  asked: RequestQuery;
  /** when the list was looked up: what is asked later is not meant */
  at: string | null;
  /** the list goes on beyond its page */
  more: boolean;
  /** what would follow if all on this page who wish to leave were let go; null where nothing would */
  letting: Counts | null;
  /** there is nothing left to decide, so that only the report is shown */
  none: boolean;
};

export function DecideMany({ asked, at, more, letting, none }: Props) {
  return (
    <ActionForm
      action={decideManyAction}
      id={DECIDING}
      className="grid max-w-prose gap-4"
      label="One answer for several"
    >
      <ManyReport />
      {none ? null : (
        <>
          <h2 className="text-xl">One answer for several</h2>
          <p className="text-sm text-muted">Tick those whom you mean in the list. Each of them is told.</p>
          <Filter asked={asked} at={at} />
          {more ? (
            <Checkbox
              name="all"
              label="All of them, beyond this page too"
              hint="Everybody who fits the list as it is narrowed now, whichever boxes are ticked; at most 5,000 at a time, the oldest first. Approving leaves out wishes to leave a group that gives roles: tick those."
            />
          ) : null}
          {letting && touchesPeople(letting) ? (
            <div className="grid gap-2">
              <p className="text-sm">
                Some on this page wish to leave groups that give roles. If all of those are let go:
              </p>
              <ConsequencesList counts={letting} />
            </div>
          ) : null}
          <ReasonField told rows={2} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="verdict" value="approve" variant="soft">
              Approve those chosen
            </SubmitButton>
            <SubmitButton name="verdict" value="reject" variant="danger">
              Reject those chosen
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function Filter({ asked: { group, kind, link, days }, at }: Pick<Props, "asked" | "at">) {
  return (
    <>
      <input type="hidden" name="group" value={group ?? ""} />
      <input type="hidden" name="kind" value={kind ?? ""} />
      <input type="hidden" name="link" value={link ? "on" : "false"} />
      <input type="hidden" name="days" value={days ?? ""} />
      <input type="hidden" name="upTo" value={at ?? ""} />
    </>
  );
}
