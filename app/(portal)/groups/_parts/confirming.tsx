"use client";
/** The fields of a form, and in their place what would follow from them, until that is agreed to. */
import type { ReactNode } from "react";
import { useFormAnswer, useFormField } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Asking } from "@/lib/groups/commands/confirming";
import { consequenceSentences, touchedSentences } from "@/lib/groups/sentence-consequences";

type Props = {
  /** the words on the button that goes through with it */
  go: string;
  children: ReactNode;
};

export function Confirming({ go, children }: Props) {
  const answer = useFormAnswer();
  const asking = answer?.ok ? askingIn(answer.data) : null;
  if (!asking) return children;
  const said = (field: string) => asking.echo.find(({ name }) => name === field)?.value;
  const reason = said("reason");
  return (
    <div className="grid gap-6" role="status">
      <Notice tone="warning" title="Look at this before it is done">
        <ul className="grid list-disc gap-1 pl-5">
          {asking.counts ? consequenceSentences(asking.counts).map((text) => <li key={text}>{text}</li>) : null}
          {asking.touched
            ? touchedSentences(asking.touched, asking.counts?.removed ?? 0).map((text) => <li key={text}>{text}</li>)
            : null}
          {asking.confersRequest ? (
            <li>
              Members of this public group would hold the right to request every other group, and keep their place here
              whatever they lose. That is unsupported, and not advisable.
            </li>
          ) : null}
        </ul>
      </Notice>
      {asking.echo
        .filter(({ name }) => name !== "seen" && name !== "reason")
        .map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      {reason === undefined ? null : <ReasonField told={asking.counts !== null} said={reason} />}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="seen" value={said("seen")} variant="danger">
          {go}
        </SubmitButton>
        <SubmitButton name="seen" value="back" variant="quiet">
          Change the answers
        </SubmitButton>
      </div>
    </div>
  );
}

/** What was said already, while the answers are changed; it is asked for only once something would follow. */
export function KeptReason() {
  const { typed, error } = useFormField("reason");
  return typed || error ? <ReasonField told /> : null;
}

/** Both forms answer with it: the one bare, the other beside the address of what it makes. */
function askingIn(data: unknown): Asking | null {
  if (typeof data !== "object" || data === null) return null;
  if ("echo" in data) return data as Asking;
  return "asking" in data ? (data.asking as Asking) : null;
}
