"use client";
/** The file as it is sent, and what the last answer said of it: what is wrong, or what it would change. */
import { boxClass, Field } from "@/app/_ui/field";
import { useFormAnswer } from "@/app/_ui/form";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
import type { UploadApplied, UploadPlan, UploadProblems } from "@/lib/permission-file/commands/upload-file";
import { Plan } from "./plan";
import { Problems } from "./problems";

export function UploadFields() {
  const answer = useFormAnswer();
  const data = answer?.ok ? (answer.data as UploadPlan | UploadProblems | UploadApplied) : null;
  const plan = data?.kind === "plan" ? data : null;
  const text = data && data.kind !== "applied" ? data.text : undefined;
  const applicable = plan !== null && plan.changes > 0;
  return (
    <>
      {data?.kind === "problems" ? <Problems problems={data} /> : null}
      {plan ? <Plan plan={plan} /> : null}
      <input type="hidden" name="asked" value={plan?.asked ?? ""} />
      {applicable ? (
        <>
          <ReasonField said={plan.reason} rows={2} />
          <SubmitButton>Apply the file</SubmitButton>
          <p className="text-sm text-muted">Whatever you change in the file below is planned anew first.</p>
        </>
      ) : null}
      <Field id="file" label={plan ? "Another file" : "File"} hint="YAML, in UTF-8." optional>
        {(wiring) => <input {...wiring} type="file" name="file" accept=".yaml,.yml,text/plain" className={boxClass} />}
      </Field>
      <TextArea
        key={text}
        name="text"
        label={text === undefined ? "Or its text" : "Its text"}
        hint="A file that is chosen above counts instead."
        optional
        rows={12}
        spellCheck={false}
        className="font-mono text-sm"
        defaultValue={text}
      />
      {applicable ? null : <SubmitButton>Show what it would change</SubmitButton>}
    </>
  );
}
