/** Whom it concerns, what follows, and the form that starts it. */
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { startBulkAction } from "@/lib/people/admin-actions";
import type { Choice, Chosen } from "@/lib/people/queries/list-chosen";
import type { BulkPreview } from "@/lib/people/queries/preview-bulk";
import type { BulkVerb } from "@/lib/people/schema-accounts";
import { refusalWords } from "@/lib/people/sentences-accounts";
import { TollNotice } from "../../../_parts/toll-notice";
import { filterFields } from "../../_parts/asked";
import { Names } from "./names";
import { alreadyWords, freeWords, goWords, refusedWords } from "./words";

type Props = { wish: string; verb: BulkVerb; preview: BulkPreview; choice: Choice; back: ReactNode };

export function Review({ wish, verb, preview, choice, back }: Props) {
  const free = verb.verb === "give" || verb.verb === "reactivate" ? freeWords[verb.verb] : null;
  return (
    <>
      <Whom verb={verb} preview={preview} />
      {preview.will.length > 0 ? (
        <Panel id="go" title="What would follow" tone={free ? "plain" : "danger"}>
          <ActionForm action={startBulkAction} label="Several people at once">
            {free && !preview.toll ? <p>{free}</p> : <TollNotice toll={preview.toll} />}
            <Fields wish={wish} choice={choice} count={preview.chosen} />
            <ReasonField told />
            <div className="flex flex-wrap gap-3">
              <SubmitButton variant={free ? "primary" : "danger"}>{goWords[verb.verb]}</SubmitButton>
              {back}
            </div>
          </ActionForm>
        </Panel>
      ) : (
        <Notice title="So there is nothing to do." actions={back} />
      )}
    </>
  );
}

function Whom({ verb, preview: { will, already, refused } }: { verb: BulkVerb; preview: BulkPreview }) {
  return (
    <Panel id="whom" title="Whom it concerns">
      <div className="grid gap-4 text-sm">
        {will.length > 0 ? <Names people={will} /> : <p>Nobody.</p>}
        {already.length > 0 ? (
          <div>
            <p className="text-muted">{alreadyWords(verb, already.length)}</p>
            <Names people={already} />
          </div>
        ) : null}
        {refused.map(({ answer, people }) => (
          <Refused key={answer} answer={answer} people={people} />
        ))}
      </div>
    </Panel>
  );
}

function Refused({ answer, people }: { answer: string; people: readonly Chosen[] }) {
  return (
    <Notice tone="warning" title={refusedWords(people.length)}>
      <Names people={people} />
      <p>{refusalWords(answer as Parameters<typeof refusalWords>[0])}</p>
    </Notice>
  );
}

/** The choice again, so that the form means those that the page spoke of. */
function Fields({ wish, choice, count }: { wish: string; choice: Choice; count: number }) {
  const fields = [
    ["do", wish],
    ["count", String(count)],
    ...(choice.all ? [["all", "on"], ...filterFields(choice)] : []),
  ];
  return (
    <>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choice.all ? null : choice.who.map((id) => <input key={id} type="hidden" name="who" value={id} />)}
    </>
  );
}
