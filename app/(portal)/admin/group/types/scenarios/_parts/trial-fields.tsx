"use client";
/** The scenarios as they are sent, and what came of them the last time. */
import { boxClass, Field } from "@/app/_ui/field";
import { useFormAnswer } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
import type { TrialDone, TrialProblems } from "@/lib/scenario/trial/by-form";
import { Arrived } from "../../../../_parts/table/arrived";
import { TriedList } from "./tried-list";

export function TrialFields() {
  const answer = useFormAnswer();
  const data = answer?.ok ? (answer.data as TrialDone | TrialProblems) : null;
  return (
    <>
      {data?.kind === "problems" ? (
        <Arrived of={data}>
          <Notice tone="danger" title="Nothing ran: something in the file is wrong.">
            <ul className="grid list-disc gap-1 pl-5">
              {data.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        </Arrived>
      ) : null}
      {data?.kind === "tried" ? <TriedList trial={data} /> : null}
      <Field id="file" label="File" hint="YAML or JSON, as the command line takes it." optional>
        {(wiring) => (
          <input {...wiring} type="file" name="file" accept=".yaml,.yml,.json,text/plain" className={boxClass} />
        )}
      </Field>
      <TextArea
        key={data?.text}
        name="text"
        label={data ? "Its text" : "Or its text"}
        hint="A file that is chosen above counts instead."
        optional
        rows={12}
        spellCheck={false}
        className="font-mono text-sm"
        defaultValue={data?.text}
      />
      <SubmitButton pendingLabel="Running…">Run</SubmitButton>
    </>
  );
}
