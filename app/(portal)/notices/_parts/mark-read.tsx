/** Ways to say that one has read it: all of it, or what came of one change. */
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { markChangeReadAction, markNoticesReadAction } from "@/lib/notices/actions";

export function MarkAll({ upTo }: { upTo: string }) {
  return (
    <ActionForm action={markNoticesReadAction} label="Mark all as read" className="grid">
      <input type="hidden" name="upTo" value={upTo} />
      <SubmitButton variant="quiet" size="sm" pendingLabel="Marking …">
        Mark all as read
      </SubmitButton>
    </ActionForm>
  );
}

export function MarkChange({ notice }: { notice: string }) {
  return (
    <ActionForm
      action={markChangeReadAction}
      label="Mark as read"
      className="inline-grid max-sm:-ml-3 max-sm:w-full sm:-my-2 sm:ml-auto"
    >
      <input type="hidden" name="notice" value={notice} />
      <SubmitButton variant="plain" size="sm" pendingLabel="Marking …" className="max-sm:justify-self-start!">
        Mark as read
      </SubmitButton>
    </ActionForm>
  );
}
